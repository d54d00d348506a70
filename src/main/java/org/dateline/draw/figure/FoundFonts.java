package org.dateline.draw.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fonts for letters that the program's own do not have: those in a folder that the operator names, then the system's. They
 * are looked for when such a letter is drawn for the first time, by the names of their files, and opened until one has
 * the letter. Thread-safe.
 */
public final class FoundFonts {

    private static final Logger LOG = LoggerFactory.getLogger(FoundFonts.class);

    /** How deep below a folder files are looked for: npm packages have a folder for each weight. */
    private static final int DEEPEST = 6;

    /** A folder with more files is not one of fonts alone. */
    private static final int MOST_FILES = 20_000;

    /** How many files are opened for one script before it is taken to have no font. */
    private static final int MOST_OPENED = 300;

    /** Words in the names of files of fonts that have Chinese, Japanese and Korean. */
    private static final List<String> EAST_ASIAN = List.of(
            "cjk",
            "sourcehan",
            "wqy",
            "droidsansfallback",
            "pingfang",
            "hiragino",
            "heiti",
            "msyh",
            "yugoth",
            "malgun",
            "applesdgothic",
            "unifont");

    /** The same for fonts that have many scripts, the best first. */
    private static final List<String> WIDE =
            List.of("dejavusans", "freesans", "arialunicode", "segoeui", "arial", "droidsans", "unifont");

    /** Words in the names of files with a regular upright sans-serif, and with others. */
    private static final List<String> OTHER_STYLES = List.of(
            "bold",
            "black",
            "italic",
            "oblique",
            "light",
            "thin",
            "medium",
            "condensed",
            "mono",
            "serif",
            "semi",
            "100",
            "200",
            "300",
            "500",
            "600",
            "700",
            "800",
            "900");

    private static @Nullable Path own;
    private static @Nullable List<Path> files;
    private static final Map<Path, List<FoundFont>> OPENED = new HashMap<>();
    private static final Map<String, List<Path>> ORDERED = new HashMap<>();
    private static final Map<String, List<FoundFont>> FITTING = new HashMap<>();
    private static final Map<String, Optional<FoundFont>> KNOWN = new HashMap<>();
    private static final Set<UnicodeScript> TOLD = new HashSet<>();

    private FoundFonts() {}

    /**
     * Names the operator's folder, whose fonts come before the system's.
     *
     * @throws IOException if it has no font that can be read
     */
    public static synchronized void useFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("got " + folder + ", expected a folder of fonts");
        }
        if (in(folder).isEmpty()) {
            throw new IOException("got " + folder
                    + " without a font, expected files that end in .ttf, .otf, .ttc or .woff (.woff2 is not read)");
        }
        own = folder;
        files = null;
        List.of(ORDERED, FITTING, KNOWN).forEach(Map::clear);
    }

    /** Names, sizes and times of all files of fonts: while they stay, letters find the same fonts. Reads none. */
    public static synchronized String state() {
        StringBuilder state = new StringBuilder();
        for (Path file : files()) {
            try {
                state.append(file)
                        .append('|')
                        .append(Files.size(file))
                        .append('|')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            } catch (IOException e) {
                state.append(file).append("|gone\n");
            }
        }
        return state.toString();
    }

    /**
     * A font that has a letter.
     *
     * @param region where Chinese characters are written as the text has them: JP, KR or SC
     */
    static synchronized Optional<FoundFont> of(int letter, String region) {
        UnicodeScript script = UnicodeScript.of(letter);
        String key = script + (isEastAsian(script) ? region : "");
        Optional<FoundFont> known = KNOWN.get(letter + key);
        if (known == null) {
            known = find(letter, script, region, key);
            KNOWN.put(letter + key, known);
            if (known.isEmpty() && TOLD.add(script)) {
                LOG.warn(
                        "pictures: got the letter {} (U+{}) and no font that has it, expected one for the script {}: install "
                                + "one, or name a folder with one by --fonts; pictures say what they lack",
                        Character.toString(letter),
                        String.format(Locale.ROOT, "%04X", letter),
                        script);
            }
        }
        return known;
    }

    private static Optional<FoundFont> find(int letter, UnicodeScript script, String region, String key) {
        List<FoundFont> fitting = FITTING.computeIfAbsent(key, _ -> new ArrayList<>());
        for (FoundFont font : fitting) {
            if (font.font().canDisplay(letter)) {
                return Optional.of(font);
            }
        }
        List<Path> ordered = ORDERED.computeIfAbsent(key, _ -> ordered(script, region));
        for (Path file : ordered.subList(0, Math.min(MOST_OPENED, ordered.size()))) {
            List<FoundFont> fonts = OPENED.computeIfAbsent(file, FoundFonts::open).stream()
                    .sorted(Comparator.comparing(
                            font -> !font.font().getFontName(Locale.ROOT).contains(region)))
                    .toList();
            for (FoundFont font : fonts) {
                if (font.font().canDisplay(letter)) {
                    fitting.add(font);
                    return Optional.of(font);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isEastAsian(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }

    private static List<Path> ordered(UnicodeScript script, String region) {
        record Ranked(Path file, double rank) {}
        return files().stream()
                .map(file -> new Ranked(file, rank(file, script, region)))
                .sorted(Comparator.comparingDouble(Ranked::rank))
                .map(Ranked::file)
                .toList();
    }

    /** How late a font is tried for a script. */
    private static double rank(Path file, UnicodeScript script, String region) {
        String name = plain(file.getFileName().toString());
        double rank = own != null && file.startsWith(own) ? 0 : 1000;
        if (isEastAsian(script) && name.contains("noto") && name.contains(region.toLowerCase(Locale.ROOT))) {
            rank += 0;
        } else if (isEastAsian(script)
                ? EAST_ASIAN.stream().anyMatch(name::contains)
                : name.contains(plain(script.name()))) {
            rank += 10;
        } else {
            int wide = 0;
            while (wide < WIDE.size() && !name.contains(WIDE.get(wide))) {
                wide++;
            }
            rank += 100 + 20 * wide;
        }
        return rank + OTHER_STYLES.stream().filter(name::contains).count();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static List<Path> files() {
        List<Path> known = files;
        if (known == null) {
            known = all();
            files = known;
        }
        return known;
    }

    private static List<Path> all() {
        List<Path> folders = new ArrayList<>();
        if (own != null) {
            folders.add(own);
        }
        String home = System.getProperty("user.home", "");
        for (String folder : List.of(
                home + "/.local/share/fonts",
                home + "/.fonts",
                "/usr/local/share/fonts",
                "/usr/share/fonts",
                home + "/Library/Fonts",
                "/Library/Fonts",
                "/System/Library/Fonts",
                System.getenv().getOrDefault("WINDIR", "C:\\Windows") + "\\Fonts")) {
            folders.add(Path.of(folder));
        }
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try {
                found.addAll(Files.isDirectory(folder) ? in(folder) : List.of());
            } catch (IOException e) {
                LOG.debug("{}: {}", folder, e.toString());
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return files.limit(MOST_FILES)
                    .filter(file -> file.getFileName().toString().matches("(?i).*\\.(ttf|otf|ttc|otc|woff)"))
                    .sorted()
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<FoundFont> open(Path file) {
        try {
            Fonts.describeNoFonts();
            Path readable = file.toString().toLowerCase(Locale.ROOT).endsWith(".woff")
                    ? Fonts.temporary(".ttf", Woff.toSfnt(Files.readAllBytes(file)))
                    : file;
            List<FoundFont> fonts = new ArrayList<>();
            for (Font font : Font.createFonts(readable.toFile())) {
                fonts.add(new FoundFont("x" + OPENED.size() + "-" + fonts.size(), font));
            }
            return fonts;
        } catch (FontFormatException | IOException | RuntimeException e) {
            LOG.debug("{}: {}", file, e.toString());
            return List.of();
        }
    }
}
