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
import org.dateline.site.resource.Resource.Caching;

/** The files for reuse: an annotation and a reference for each excerpt, the claims of each measure. */
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

    /** Whether a file is for those who take one thing away, and so for no first visit. */
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
                        new Resource(
                                MediaTypes.ANNOTATION, Caching.REVALIDATE, () -> annotations.write(report, excerpt)));
                files.put(
                        reference(excerpt.id()),
                        new Resource(MediaTypes.CSL, Caching.REVALIDATE, () -> references.write(report, excerpt)));
            }
        }
        ClaimsJsonWriter json = new ClaimsJsonWriter(catalog);
        ClaimsCsvWriter csv = new ClaimsCsvWriter(catalog);
        for (Measure measure : catalog.measures()) {
            files.put(
                    claims(measure.id(), "json"),
                    new Resource(MediaTypes.JSON, Caching.REVALIDATE, () -> json.write(measure)));
            files.put(
                    claims(measure.id(), "csv"),
                    new Resource(MediaTypes.CSV, Caching.REVALIDATE, () -> csv.write(measure)));
        }
        return files;
    }
}
