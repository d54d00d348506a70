package org.dateline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a report's prose from what stands around it: markers in brackets ("[MAP]"), invitations to read on, credits. They
 * stay in the text, are listed, and nothing is proposed from them.
 */
final class Prose {

    private static final Pattern MARKER = Pattern.compile("\\[\\p{Lu}{3,}(?: \\p{Lu}+){0,3}\\]");
    private static final int LONGEST_ASIDE = 200;

    private final Words words;

    Prose(Words words) {
        this.words = words;
    }

    FileText split(String text, String kind) {
        String tidy = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\h\\x{200B}]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        Set<String> aside = new LinkedHashSet<>();
        Matcher markers = MARKER.matcher(tidy);
        while (markers.find()) {
            aside.add(markers.group());
        }
        for (String line : tidy.lines().toList()) {
            String stripped = line.strip();
            if (!stripped.isEmpty() && stripped.length() <= LONGEST_ASIDE && isAside(stripped)) {
                aside.add(stripped);
            }
        }
        return new FileText(tidy + "\n", new ArrayList<>(aside), kind);
    }

    private boolean isAside(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        List<String> beginnings = List.copyOf(words.list("aside"));
        return beginnings.stream().anyMatch(lower::startsWith) || lower.contains("all rights reserved");
    }
}
