package org.dateline.catalog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files in a folder and its subfolders as UTF-8 texts, without hidden files and editors' backups.
 *
 * @param texts      by file name
 * @param unreadable by file name
 */
public record SourceTexts(List<SourceText> texts, List<Unreadable> unreadable) implements TextFinder {

    /** The largest text, in bytes. No report is longer, and a text takes several times its size in memory. */
    private static final long LARGEST_FILE = 8L * 1024 * 1024;

    public SourceTexts {
        texts = List.copyOf(texts);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A file that is not a text.
     *
     * @param file its path within the folder, with forward slashes
     * @param why  what it is instead
     */
    public record Unreadable(String file, String why) {}

    /**
     * Reads every regular file below a folder. Links to files are followed, links to folders are not.
     *
     * @throws IOException if the folder itself cannot be read
     */
    public static SourceTexts read(Path folder) throws IOException {
        List<SourceText> texts = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path home, BasicFileAttributes attributes) {
                return !home.equals(folder) && FolderFingerprint.hidden(home.getFileName())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file) && !FolderFingerprint.hidden(file.getFileName())) {
                    String name = name(folder, file);
                    try {
                        texts.add(text(name, file));
                    } catch (IOException e) {
                        unreadable.add(new Unreadable(name, why(e)));
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                unreadable.add(new Unreadable(name(folder, file), why(e)));
                return FileVisitResult.CONTINUE;
            }
        });
        texts.sort(Comparator.comparing(SourceText::file));
        unreadable.sort(Comparator.comparing(Unreadable::file));
        return new SourceTexts(texts, unreadable);
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static SourceText text(String name, Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST_FILE) {
            throw new TooLargeException(size);
        }
        return SourceText.of(name, Files.readAllBytes(file));
    }

    private static String why(IOException e) {
        return switch (e) {
            case TooLargeException large -> large.getMessage();
            case CharacterCodingException _ -> "got bytes that are not UTF-8, expected a text in UTF-8";
            default -> "got an unreadable file (" + e.getClass().getSimpleName() + "), expected a readable one";
        };
    }

    private static final class TooLargeException extends IOException {
        TooLargeException(long size) {
            super("got " + size + " bytes, expected at most " + LARGEST_FILE);
        }
    }

    /** The text with a SHA-256. */
    Optional<SourceText> bySha256(String sha256) {
        return texts.stream().filter(text -> text.sha256().equals(sha256)).findFirst();
    }

    /**
     * By its SHA-256; where none is recorded, the text with the report's name or else the only one that contains all of
     * its quotes.
     */
    @Override
    public Optional<SourceText> find(String report, String sha256, List<String> quotes) {
        if (!sha256.isEmpty()) {
            return bySha256(sha256);
        }
        List<SourceText> named =
                texts.stream().filter(text -> nameOf(text).equals(report)).toList();
        List<SourceText> candidates = named.isEmpty() && !quotes.isEmpty()
                ? texts.stream().filter(text -> containsAll(text, quotes)).toList()
                : named;
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private static String nameOf(SourceText text) {
        return text.file().replaceFirst("^.*/", "").replaceFirst("\\.[^.]*$", "");
    }

    private static boolean containsAll(SourceText text, List<String> quotes) {
        QuoteFinder finder = new QuoteFinder(text);
        return quotes.stream().noneMatch(quote -> finder.find(quote).isEmpty());
    }

    /** None: who has these texts compares reports with them after reading ({@link TextVerifier}). */
    @Override
    public Optional<SourceText> findWhole(String report) {
        return Optional.empty();
    }

    @Override
    public String place(String report) {
        return report + ".txt among the texts";
    }
}
