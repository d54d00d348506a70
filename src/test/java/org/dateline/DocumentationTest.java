package org.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents' links: each leads to a file of the project and, if it names one, to a heading in it. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("src/docs"))) {
            List<Path> found = docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")), found.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_link_leads_somewhere(Path document) throws IOException {
        List<String> broken = LINK.matcher(Files.readString(document))
                .results()
                .filter(link -> !link.group(1).contains("://") && !leadsSomewhere(document, link))
                .map(MatchResult::group)
                .toList();
        assertThat(broken).isEmpty();
    }

    @Test
    void what_the_archive_holds_links_only_to_what_it_holds() throws IOException {
        Path docs = Path.of("src/docs");
        List<String> outside = documents()
                .filter(document -> document.startsWith(docs) && !document.endsWith("architecture.md"))
                .flatMap(document -> links(document)
                        .filter(target -> target.startsWith("../") || target.startsWith("architecture"))
                        .map(target -> document + ": " + target))
                .toList();
        assertThat(outside).isEmpty();
        assertThat(links(Path.of("src/main/dist/README.md")).filter(target -> !target.contains("://")))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(docs.resolve(Path.of("docs").relativize(Path.of(target))))
                        .exists());
    }

    private static Stream<String> links(Path document) {
        try {
            return LINK.matcher(Files.readString(document)).results().map(link -> link.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean leadsSomewhere(Path document, MatchResult link) {
        Path target = link.group(1).isEmpty()
                ? document
                : document.resolveSibling(link.group(1)).normalize();
        return Files.exists(target) && (link.group(2) == null || anchors(target).contains(link.group(2)));
    }

    /** The anchors that GitHub derives from a document's headings. */
    private static List<String> anchors(Path document) {
        try {
            return HEADING.matcher(Files.readString(document))
                    .results()
                    .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                    .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
