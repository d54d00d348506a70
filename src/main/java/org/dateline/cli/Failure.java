package org.dateline.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.dateline.features.postgis.DatabaseAddress;

/** Explains in plain words why a command failed, without passwords. */
final class Failure {

    private Failure() {}

    static String said(Throwable failure) {
        return DatabaseAddress.withoutPasswords(
                switch (failure) {
                    case NoSuchFileException missing ->
                        "found no file " + missing.getFile() + ", expected an existing one";
                    case AccessDeniedException denied ->
                        "got " + denied.getFile() + ", which this user may not read or write, expected a file "
                                + "with these permissions";
                    case FileSystemException other ->
                        "got " + other.getFile() + ", which cannot be read or written"
                                + (other.getReason() == null ? "" : " (" + other.getReason() + ")");
                    default ->
                        failure.getMessage() == null
                                ? "got an unexpected failure ("
                                        + failure.getClass().getSimpleName() + ")"
                                : failure.getMessage();
                });
    }
}
