package org.dateline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/** The catalogs that tests run on: the five reports, a very different one, and a toll. */
public final class Catalogs {

    public static final Path JAFFAR_EXPRESS = Path.of("geodata");
    public static final Path CHUKOTKA = Path.of("src/test/resources/catalogs/chukotka");
    /** An invented toll that two parties give again and again. */
    public static final Path FLOOD = Path.of("src/test/resources/catalogs/flood");
    /** An invented flood near Valencia, with its texts. */
    public static final Path RIADA = Path.of("src/test/resources/catalogs/riada");
    /** An invented flood: two reports, and the text of a third. */
    public static final Path VALENCIA = Path.of("src/test/resources/catalogs/valencia");
    /** An invented market that moves by a street's width, for streets. */
    public static final Path MARKET = Path.of("src/test/resources/catalogs/market");
    /** An archive of the streets around it, in the schema Shortbread. */
    public static final Path MARKET_STREETS = Path.of("src/test/resources/streets/blocks.shortbread.pmtiles");

    /** An invented flood, with what a newsroom adds of its own: a brand, translations, kinds of lines and parties. */
    public static final Path NEWSROOM = Path.of("src/test/resources/catalogs/newsroom");

    private Catalogs() {}

    public static Stream<Path> all() {
        return Stream.of(JAFFAR_EXPRESS, CHUKOTKA);
    }

    /** A copy of the newsroom's catalog in all languages of the interface, the first of which is Spanish. */
    public static Path inEveryLanguage(Path folder) throws IOException {
        Path copy = copy(NEWSROOM, folder.resolve("languages"));
        Path about = copy.resolve("catalog.yaml");
        String all = "languages: [es, en, uk, ur, fr, ar, pt-BR, de, ru, tr, hi, fa, bn, ps, zh-Hans]";
        Files.writeString(about, Files.readString(about).replaceFirst("languages: .*", all));
        return copy;
    }

    /** A copy that a test may break. */
    public static Path copy(Path catalog, Path target) {
        try {
            Files.walkFileTree(catalog, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    Files.createDirectories(target.resolve(catalog.relativize(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, target.resolve(catalog.relativize(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
