package org.dateline.cli;

import org.dateline.catalog.InvalidCatalogException;
import picocli.CommandLine.ExitCode;

/** Prints the faults of a file or folder on standard error. */
final class FaultPrinter {

    private FaultPrinter() {}

    /**
     * @param where       the file or folder with the faults
     * @param consequence what was not done because of them, such as "nothing was loaded"
     * @return the command's exit code
     */
    static int print(InvalidCatalogException e, Object where, String consequence) {
        e.faults().forEach(System.err::println);
        System.err.println(where + ": " + e.faults().size() + " fault(s); " + consequence);
        return ExitCode.SOFTWARE;
    }
}
