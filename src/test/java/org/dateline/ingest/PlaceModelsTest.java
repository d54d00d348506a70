package org.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts and labels are invented. */
class PlaceModelsTest {

    @TempDir
    private Path folder;

    @Test
    void scores_count_overlaps_and_leave_out_labels_that_count_neither_way() throws IOException {
        corpus("GWN.xml", """
                <articles><article>
                <text>Boats left Lima in Peru. Peruvian police and Peru's team waited in Cusco, Peru.</text>
                <toponyms>
                %s%s%s%s%s
                </toponyms></article></articles>
                """.formatted(
                        label("Lima", 11, "Literal", -12.04, -77.03),
                        label("Peru", 19, "Literal", -10, -76),
                        label("Peruvian", 25, "Demonym", -10, -76),
                        // The position is a word too early: the nearest place where the words stand is meant.
                        label("Cusco", 60, "Literal", -13.52, -71.97),
                        label("Peru", 45, "Metonymic", -10, -76)));

        List<String> lines = PlaceModels.evaluate(folder);

        // Three labels; "Peru" at the end is a proposal without one.
        assertTrue(
                lines.getLast().startsWith("GWN             3  1.000  0.750  1.000  0.857 |  1.000  1.000"),
                lines::toString);
    }

    @Test
    void learning_twice_from_the_same_texts_gives_the_same_weights() throws IOException {
        corpus("GeoVirus.xml", """
                <articles><article><text>Tests in Lima and Cusco failed. Lima Smith of Cusco University spoke.</text>
                <locations>%s%s</locations></article></articles>
                """.formatted(
                        location("Lima", 9, -12.04, -77.03), location("Cusco", 18, -13.52, -71.97)));

        List<Path> one = PlaceModels.train(folder, folder.resolve("one"));
        List<Path> other = PlaceModels.train(folder, folder.resolve("other"));

        assertEquals(4, one.size());
        for (int i = 0; i < one.size(); i++) {
            assertEquals(Files.readString(one.get(i)), Files.readString(other.get(i)));
        }
        assertTrue(Files.readString(one.getLast()).contains("bias\t"));
    }

    @Test
    void a_folder_without_corpora_and_a_file_that_is_no_corpus_are_explained() throws IOException {
        assertTrue(said().contains("expected a folder of corpora"));
        corpus("bad.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><articles>&b;</articles>");
        assertTrue(said().contains("bad.xml, which is no XML"));
    }

    private String said() {
        return assertThrows(IOException.class, () -> PlaceModels.evaluate(folder))
                .getMessage();
    }

    private void corpus(String name, String xml) throws IOException {
        Files.writeString(folder.resolve(name), xml);
    }

    private static String label(String name, int start, String type, double lat, double lon) {
        return "<toponym><extractedName>%s</extractedName><type>%s</type><start>%d</start><end>%d</end>"
                        .formatted(name, type, start, start + name.length())
                + "<latitude>%s</latitude><longitude>%s</longitude></toponym>".formatted(lat, lon);
    }

    private static String location(String name, int start, double lat, double lon) {
        return "<location><name>%s</name><start>%d</start><end>%d</end><lat>%s</lat><lon>%s</lon></location>"
                .formatted(name, start, start + name.length(), lat, lon);
    }
}
