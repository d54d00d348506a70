package org.dateline.site.resource;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dateline.geo.Bbox;
import org.dateline.model.Catalog;
import org.dateline.model.ClaimsView;
import org.dateline.model.Layer;
import org.dateline.model.MapView;
import org.dateline.model.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code /catalog.json}: what there is, each with its id and the path of its page or file, relative to the site's root.
 * Texts are objects of language and text. Addresses of the files of each excerpt, and of tiles, are URI templates (RFC 6570).
 */
public final class CatalogJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final Catalog catalog;
    private final Hosting hosting;

    public CatalogJson(Catalog catalog, Hosting hosting) {
        this.catalog = catalog;
        this.hosting = hosting;
    }

    public byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            text(json, "title", catalog.title());
            text(json, "summary", catalog.summary());
            json.writeStringProperty("hash", catalog.hash());
            json.writeArrayPropertyStart("languages");
            catalog.languages().forEach(json::writeString);
            json.writeEndArray();
            catalog.extent().ifPresent(extent -> bbox(json, extent));
            list(json, "layers", catalog.layers(), layer -> {
                json.writeStringProperty("id", layer.id());
                text(json, "title", layer.title());
                text(json, "description", layer.description());
                json.writeStringProperty("style", layer.style().id());
                json.writeStringProperty("source", layer.source());
                json.writeStringProperty("licence", layer.licence());
                if (layer.store() == Layer.Store.FILE) {
                    json.writeNumberProperty("features", layer.features().size());
                }
                if (LayerAddress.hasTiles(layer, hosting)) {
                    json.writeStringProperty("tiles", LayerAddress.tiles(layer));
                }
                if (LayerAddress.hasFile(layer, hosting)) {
                    json.writeStringProperty("url", LayerAddress.file(layer));
                }
            });
            list(json, "reports", catalog.reports(), report -> {
                json.writeStringProperty("id", report.id());
                text(json, "label", report.label());
                json.writeStringProperty("language", report.language());
                stated(json, "title", report.title());
                stated(json, "publisher", report.publisher());
                stated(json, "author", report.author());
                stated(json, "credit", report.credit());
                stated(json, "dateline", report.dateline());
                stated(json, "date", report.date());
                stated(json, "source_url", report.url());
                json.writeStringProperty("sha256", report.sha256());
                stated(
                        json,
                        "verified",
                        report.verification() == null
                                ? null
                                : report.verification().on());
                json.writeNumberProperty("excerpts", report.excerpts().size());
                json.writeStringProperty("url", "reports/" + report.id() + "/");
            });
            list(json, "parties", catalog.parties(), party -> {
                json.writeStringProperty("id", party.id());
                text(json, "name", party.name());
                json.writeStringProperty("kind", party.kind());
                text(json, "description", party.description());
            });
            list(json, "measures", catalog.measures(), measure -> {
                json.writeStringProperty("id", measure.id());
                text(json, "label", measure.label());
                text(json, "unit", measure.unit());
                text(json, "counts", measure.counts());
                json.writeObjectPropertyStart("claims");
                json.writeStringProperty("json", OpenDataFiles.claims(measure.id(), "json"));
                json.writeStringProperty("csv", OpenDataFiles.claims(measure.id(), "csv"));
                json.writeEndObject();
            });
            json.writeObjectPropertyStart("excerpts");
            json.writeStringProperty("annotation", OpenDataFiles.annotation("{excerpt}"));
            json.writeStringProperty("reference", OpenDataFiles.reference("{excerpt}"));
            json.writeEndObject();
            list(json, "corrections", catalog.corrections(), correction -> {
                json.writeStringProperty("id", correction.id());
                json.writeStringProperty("date", correction.date().toString());
                text(json, "text", correction.text());
                correction.about().forEach((kind, ids) -> {
                    json.writeArrayPropertyStart(kind.name().toLowerCase(Locale.ROOT) + "s");
                    ids.forEach(json::writeString);
                    json.writeEndArray();
                });
            });
            json.writeStringProperty("view", catalog.defaultView().id());
            list(json, "views", catalog.views(), view -> {
                json.writeStringProperty("id", view.id());
                text(json, "title", view.title());
                text(json, "caption", view.caption());
                switch (view) {
                    case MapView map -> {
                        json.writeArrayPropertyStart("layers");
                        map.layers().forEach(json::writeString);
                        json.writeEndArray();
                        bbox(json, map.bbox());
                        if (map.place() != null) {
                            json.writeStringProperty("place", map.place());
                        }
                    }
                    case ClaimsView claims -> json.writeStringProperty("measure", claims.measure());
                }
            });
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static <T> void list(JsonGenerator json, String name, List<T> items, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (T item : items) {
            json.writeStartObject();
            fields.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, Text text) {
        json.writeObjectPropertyStart(name);
        text.byLanguage().forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    /** What a document does not state is null. */
    private static void stated(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void bbox(JsonGenerator json, Bbox bbox) {
        json.writeArrayPropertyStart("bbox");
        for (double side : bbox.toArray()) {
            json.writeNumber(Math.round(side * 1e6) / 1e6);
        }
        json.writeEndArray();
    }
}
