package org.dateline.site.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dateline.formats.AnnotationWriter;
import org.dateline.formats.ClaimsCsvWriter;
import org.dateline.formats.ClaimsJsonWriter;
import org.dateline.formats.CslWriter;
import org.dateline.model.Catalog;
import org.dateline.model.Excerpt;
import org.dateline.model.Measure;
import org.dateline.model.Report;

/** The files for reuse: an annotation and a reference for each excerpt, and the claims of each measure. */
public final class OpenDataFiles {

    private final Catalog catalog;

    public OpenDataFiles(Catalog catalog) {
        this.catalog = catalog;
    }

    public static String annotation(String excerpt) {
        return "annotations/" + excerpt + ".jsonld";
    }

    public static String reference(String excerpt) {
        return "citations/" + excerpt + ".json";
    }

    /** @param ending csv or json */
    public static String claims(String measure, String ending) {
        return "claims/" + measure + "." + ending;
    }

    /** Whether a path is that of such a file, which a first visit does not ask for. */
    public static boolean holds(String path) {
        return path.matches("(annotations|citations|claims)/[^/]+");
    }

    /** All files by their paths in the site. */
    public Map<String, Resource> resources() {
        Map<String, Resource> files = new LinkedHashMap<>();
        AnnotationWriter annotations = new AnnotationWriter(catalog);
        CslWriter references = new CslWriter(catalog);
        for (Report report : catalog.reports()) {
            for (Excerpt excerpt : report.excerpts()) {
                files.put(
                        annotation(excerpt.id()),
                        new Resource(MediaTypes.ANNOTATION, () -> annotations.write(report, excerpt)));
                files.put(
                        reference(excerpt.id()), new Resource(MediaTypes.CSL, () -> references.write(report, excerpt)));
            }
        }
        ClaimsJsonWriter json = new ClaimsJsonWriter(catalog);
        ClaimsCsvWriter csv = new ClaimsCsvWriter(catalog);
        for (Measure measure : catalog.measures()) {
            files.put(claims(measure.id(), "json"), new Resource(MediaTypes.JSON, () -> json.write(measure)));
            files.put(claims(measure.id(), "csv"), new Resource(MediaTypes.CSV, () -> csv.write(measure)));
        }
        return files;
    }
}
