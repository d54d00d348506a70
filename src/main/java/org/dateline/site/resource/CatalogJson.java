package org.dateline.site.resource;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.dateline.geo.Bbox;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Measure;
import org.dateline.model.Report;
import org.dateline.model.Text;
import org.dateline.model.View;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code /catalog.json}: everything with its id and the path of its page or file, relative to the site's root.
 * Texts are objects of language and text; values that a document does not state are null. Addresses of the files of
 * each excerpt, and of tiles, are URI templates (RFC 6570).
 */
public final class CatalogJson {

    private final Catalog catalog;
    private final Hosting hosting;

    public CatalogJson(Catalog catalog, Hosting hosting) {
        this.catalog = catalog;
        this.hosting = hosting;
    }

    /** The catalog as JSON in UTF-8. */
    public byte[] write() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        text(json, "title", catalog.title());
        text(json, "summary", catalog.summary());
        json.put("hash", catalog.hash());
        strings(json, "languages", catalog.languages());
        catalog.extent().ifPresent(extent -> putBbox(json, extent));
        list(json, "layers", catalog.layers(), this::layer);
        list(json, "reports", catalog.reports(), CatalogJson::report);
        list(json, "parties", catalog.parties(), (node, party) -> {
            node.put("id", party.id());
            text(node, "name", party.name());
            node.put("kind", party.kind());
            text(node, "description", party.description());
        });
        list(json, "measures", catalog.measures(), CatalogJson::measure);
        json.putObject("excerpts")
                .put("annotation", OpenDataFiles.annotation("{excerpt}"))
                .put("reference", OpenDataFiles.reference("{excerpt}"));
        list(json, "corrections", catalog.corrections(), (node, correction) -> {
            node.put("id", correction.id());
            node.put("date", correction.date().toString());
            text(node, "text", correction.text());
            correction.about().forEach((kind, ids) -> strings(node, kind.name().toLowerCase(Locale.ROOT) + "s", ids));
        });
        json.put("view", catalog.defaultView().id());
        list(json, "views", catalog.views(), CatalogJson::view);
        return JsonMapper.shared().writeValueAsBytes(json);
    }

    private void layer(ObjectNode json, Layer layer) {
        json.put("id", layer.id());
        text(json, "title", layer.title());
        text(json, "description", layer.description());
        json.put("style", layer.style().id());
        json.put("source", layer.source());
        json.put("licence", layer.licence());
        if (layer.store() == Layer.Store.FILE) {
            json.put("features", layer.features().size());
        }
        if (LayerAddress.hasTiles(layer, hosting)) {
            json.put("tiles", LayerAddress.tiles(layer));
        }
        if (LayerAddress.hasFile(layer, hosting)) {
            json.put("url", LayerAddress.file(layer));
        }
    }

    private static void report(ObjectNode json, Report report) {
        json.put("id", report.id());
        text(json, "label", report.label());
        json.put("language", report.language());
        json.put("title", report.title());
        json.put("publisher", report.publisher());
        json.put("author", report.author());
        json.put("credit", report.credit());
        json.put("dateline", report.dateline());
        json.put("date", Objects.toString(report.date(), null));
        json.put("source_url", report.url());
        json.put("sha256", report.sha256());
        json.put(
                "verified",
                report.verification() == null
                        ? null
                        : report.verification().on().toString());
        json.put("excerpts", report.excerpts().size());
        json.put("url", "reports/" + report.id() + "/");
    }

    private static void measure(ObjectNode json, Measure measure) {
        json.put("id", measure.id());
        text(json, "label", measure.label());
        text(json, "unit", measure.unit());
        text(json, "counts", measure.counts());
        json.putObject("claims")
                .put("json", OpenDataFiles.claims(measure.id(), "json"))
                .put("csv", OpenDataFiles.claims(measure.id(), "csv"));
    }

    private static void view(ObjectNode json, View view) {
        json.put("id", view.id());
        text(json, "title", view.title());
        text(json, "caption", view.caption());
        switch (view) {
            case MapView map -> {
                strings(json, "layers", map.layers());
                putBbox(json, map.bbox());
                if (map.place() != null) {
                    json.put("place", map.place());
                }
            }
            case ClaimsView claims -> json.put("measure", claims.measure());
        }
    }

    private static <T> void list(ObjectNode json, String name, Collection<T> items, BiConsumer<ObjectNode, T> writer) {
        var list = json.putArray(name);
        items.forEach(item -> writer.accept(list.addObject(), item));
    }

    private static void text(ObjectNode json, String name, Text text) {
        ObjectNode languages = json.putObject(name);
        text.byLanguage().forEach(languages::put);
    }

    private static void strings(ObjectNode json, String name, Collection<String> values) {
        var list = json.putArray(name);
        values.forEach(list::add);
    }

    /** Adds west, south, east and north as {@code bbox}, to six decimals. */
    public static void putBbox(ObjectNode json, Bbox bbox) {
        var list = json.putArray("bbox");
        Arrays.stream(bbox.toArray()).forEach(side -> list.add(Math.round(side * 1e6) / 1e6));
    }
}
