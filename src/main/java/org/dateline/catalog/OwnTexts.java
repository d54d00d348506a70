package org.dateline.catalog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The texts that an editor keeps in the catalog's folder while working on it: {@code texts/<report>.txt}. They are never
 * served, published or pushed, and belong in no repository.
 */
final class OwnTexts implements TextFinder {

    static final String FOLDER = "texts";

    private final Path root;
    private final CatalogFolder folder;
    private final Faults faults;

    OwnTexts(Path root, CatalogFolder folder, Faults faults) {
        this.root = root;
        this.folder = folder;
        this.faults = faults;
    }

    /** Makes a folder of texts that git ignores, if there is none. */
    static void ignore(Path texts) throws IOException {
        Files.createDirectories(texts);
        Path ignore = texts.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "# Texts belong to those who wrote them: they stay out of the repository.\n*\n");
        }
    }

    /** By the report's name alone: where the file records another SHA-256, that is a fault of the file. */
    @Override
    public Optional<SourceText> find(String report, String sha256, List<String> quotes) {
        return read(report, folder::readBeside);
    }

    @Override
    public Optional<SourceText> findWhole(String report) {
        return read(report, folder::readApart);
    }

    private Optional<SourceText> read(String report, Function<Path, Optional<byte[]>> reading) {
        Path file = root.resolve(place(report));
        return Files.exists(file) ? reading.apply(file).flatMap(bytes -> text(place(report), bytes)) : Optional.empty();
    }

    private Optional<SourceText> text(String name, byte[] bytes) {
        try {
            return Optional.of(SourceText.of(name, bytes));
        } catch (CharacterCodingException _) {
            faults.add(new Fault(name, 0, "", "bytes that are not UTF-8", "a text in UTF-8"));
            return Optional.empty();
        }
    }

    @Override
    public String place(String report) {
        return FOLDER + "/" + report + ".txt";
    }
}
