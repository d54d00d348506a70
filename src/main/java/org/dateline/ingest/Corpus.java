package org.dateline.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Texts whose places somebody marked, in the XML of LGL and TR-News (Lieberman 2010, Kamalloo 2018), GeoVirus (Gritta
 * 2018) and GeoWebNews (Gritta 2019).
 *
 * @param name of the file, without its ending
 */
record Corpus(String name, List<Article> articles) {

    /** Labels of GeoWebNews that are literal places; its other labels of toponyms count neither way. */
    private static final Set<String> LITERAL =
            Set.of("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal");

    private static final Set<String> NO_TOPONYM = Set.of("Non_Toponym", "Literal_Expression", "Non_Lit_Expression");

    record Article(String text, List<Label> labels) {}

    /**
     * @param neutral  whether it counts neither way: an adjective, a demonym, a place that stands for something else
     * @param position longitude and latitude; null if the corpus does not say where it is
     * @param kind     GeoNames' feature code; empty if not stated
     * @param country  the name of its country; empty if not stated
     * @param id       its number in GeoNames; 0 if not stated
     */
    record Label(
            int start,
            int end,
            String words,
            boolean neutral,
            @Nullable Coordinate position,
            String kind,
            String country,
            int id) {}

    /** All corpora of a folder, by name: {@code *.xml} and {@code *.xml.gz}. */
    static List<Corpus> in(Path folder, Words words) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().matches(".*\\.xml(\\.gz)?"))
                    .sorted()
                    .toList();
        }
        List<Corpus> corpora = new ArrayList<>();
        for (Path file : files) {
            corpora.add(read(file, words));
        }
        if (corpora.isEmpty()) {
            throw new IOException("got " + folder + " without *.xml or *.xml.gz, expected a folder of corpora");
        }
        return corpora;
    }

    private static Corpus read(Path file, Words words) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList articles =
                    factory.newDocumentBuilder().parse(in).getDocumentElement().getElementsByTagName("article");
            List<Article> read = new ArrayList<>();
            for (int i = 0; i < articles.getLength(); i++) {
                read.add(article((Element) articles.item(i), words));
            }
            return new Corpus(name.replaceFirst("\\.xml(\\.gz)?$", ""), read);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("got " + file + ", which is no XML (" + e.getMessage() + "), expected a corpus", e);
        }
    }

    private static Article article(Element article, Words words) {
        String text = child(article, "text");
        List<Label> labels = new ArrayList<>();
        for (String tag : List.of("toponym", "location")) {
            NodeList marked = article.getElementsByTagName(tag);
            for (int i = 0; i < marked.getLength(); i++) {
                Label label = label((Element) marked.item(i), text, words);
                if (label != null) {
                    labels.add(label);
                }
            }
        }
        return new Article(text, labels);
    }

    private static @Nullable Label label(Element marked, String text, Words words) {
        String type = child(marked, "type");
        if (NO_TOPONYM.contains(type)) {
            return null;
        }
        String phrase = Stream.of("phrase", "extractedName", "name")
                .map(tag -> child(marked, tag))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        int start = Integer.parseInt(child(marked, "start"));
        int end = Integer.parseInt(child(marked, "end"));
        // Some positions are wrong: the nearest place where the words do stand is meant.
        if (start < 0) {
            return null;
        }
        if (end > text.length() || !text.substring(start, end).equals(phrase)) {
            start = nearest(text, phrase, start);
            end = start + phrase.length();
            if (start < 0) {
                return null;
            }
        }
        String lower = phrase.toLowerCase(java.util.Locale.ROOT);
        boolean neutral = !type.isEmpty() && !LITERAL.contains(type)
                || child(marked, "modifierType").equals("Adjective")
                || words.is("demonyms", lower)
                || lower.endsWith("s") && words.is("demonyms", lower.substring(0, lower.length() - 1));
        String lat = child(marked, marked.getElementsByTagName("latitude").getLength() > 0 ? "latitude" : "lat");
        String lon = child(marked, marked.getElementsByTagName("longitude").getLength() > 0 ? "longitude" : "lon");
        NodeList tag = marked.getElementsByTagName("gaztag");
        String id =
                tag.getLength() > 0 ? ((Element) tag.item(0)).getAttribute("geonameid") : child(marked, "geonamesID");
        return new Label(
                start,
                end,
                phrase,
                neutral,
                lat.isEmpty() || lon.isEmpty()
                        ? null
                        : new Coordinate(Double.parseDouble(lon), Double.parseDouble(lat)),
                child(marked, "fcode"),
                child(marked, "country"),
                id.matches("\\d{1,9}") ? Integer.parseInt(id) : 0);
    }

    private static int nearest(String text, String phrase, int start) {
        int best = -1;
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) {
                best = at;
            }
        }
        return best;
    }

    private static String child(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return found.getLength() == 0
                ? ""
                : found.item(0).getTextContent().strip().isEmpty()
                        ? ""
                        : tag.equals("text")
                                ? found.item(0).getTextContent()
                                : found.item(0).getTextContent().strip();
    }
}
