package org.dateline.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dateline.Catalogs;
import org.dateline.Postgres;
import org.dateline.catalog.CatalogLoader;
import org.dateline.features.CatalogCollections;
import org.dateline.features.ItemCollection;
import org.dateline.features.Property;
import org.dateline.features.Property.Type;
import org.dateline.features.ReferenceSystem;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.Registry;
import org.dateline.features.postgis.StoredCollection;
import org.dateline.formats.CsvPageWriter;
import org.dateline.formats.FeaturePage;
import org.dateline.formats.FlatGeobufWriter;
import org.dateline.formats.GeoJsonPageWriter;
import org.dateline.formats.GeoJsonSeqWriter;
import org.dateline.formats.GeoPackageWriter;
import org.dateline.formats.PageWriter;
import org.dateline.formats.ValueText;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import tools.jackson.databind.json.JsonMapper;

/** What Dateline writes, it loads without a mapping, value by value. */
class RoundTripIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static Database database;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        database = new Database(Postgres.shared().database());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    record Export(Path catalog, String ending, PageWriter writer) {

        @Override
        public String toString() {
            return catalog.getFileName() + " as " + ending;
        }
    }

    static Stream<Export> exports() {
        return Catalogs.all()
                .flatMap(catalog -> Stream.of(
                        new Export(catalog, "geojson", new GeoJsonPageWriter()),
                        new Export(catalog, "geojsonseq", new GeoJsonSeqWriter()),
                        new Export(catalog, "gpkg", new GeoPackageWriter()),
                        new Export(catalog, "fgb", new FlatGeobufWriter()),
                        new Export(catalog, "csv", new CsvPageWriter())));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void every_layer_comes_back_as_it_was(Export export) throws Exception {
        int compared = 0;
        for (ItemCollection collection :
                CatalogCollections.of(CatalogLoader.load(export.catalog())).all()) {
            List<SimpleFeature> features =
                    collection.items().find(new Query(), null).features();
            // Quotes and claims are no table of events; and a table without rows has no columns.
            if (features.isEmpty() || collection.schema().find("location").isEmpty()) {
                continue;
            }
            Path file = folder.resolve(collection.id() + "." + export.ending());
            try (OutputStream out = Files.newOutputStream(file)) {
                export.writer()
                        .write(
                                new FeaturePage(
                                        collection,
                                        features,
                                        java.util.OptionalLong.of(features.size()),
                                        0,
                                        collection.schema().properties(),
                                        ReferenceSystem.CRS84,
                                        List.of(),
                                        Instant.EPOCH,
                                        true),
                                out);
            }
            LoadRequest request = new LoadRequest(
                    file,
                    collection.id(),
                    null,
                    null,
                    Path.of(file + ".rejects.csv"),
                    RejectLimit.parse("100%"),
                    false);
            new Loader(database, request, new LoadListener() {
                        @Override
                        public void kept(long rows, long rejected, double share) {}

                        @Override
                        public void step(String what) {}
                    })
                    .load();
            assertThat(Path.of(file + ".rejects.csv")).doesNotExist();
            compare(export, collection, features);
            compared++;
        }
        assertThat(compared).isPositive();
    }

    private static void compare(Export export, ItemCollection collection, List<SimpleFeature> features)
            throws Exception {
        try (Connection connection = database.primary();
                Statement statement = connection.createStatement()) {
            StoredCollection stored = Registry.all(connection).stream()
                    .filter(one -> one.id().equals(collection.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(stored.records()).isEqualTo(features.size());
            for (SimpleFeature feature : features) {
                try (ResultSet row = statement.executeQuery("select *, st_astext(geometry) as wkt from "
                        + stored.table().name() + " where id = '" + feature.getAttribute("id") + "'")) {
                    assertThat(row.next()).isTrue();
                    for (Property property : collection.schema().properties()) {
                        same(export, property, feature, stored, row);
                    }
                    sameShape(feature, row.getString("wkt"));
                }
            }
        }
    }

    private static void same(
            Export export, Property property, SimpleFeature feature, StoredCollection stored, ResultSet row)
            throws Exception {
        Object value = feature.getAttribute(property.name());
        Property found = stored.table().schema().find(property.name()).orElse(null);
        if (found == null) {
            // A column that no feature has a value for may be left out of GeoJSON.
            assertThat(value).isNull();
            return;
        }
        String got = row.getString(stored.table().column(found));
        String what = export + " " + feature.getAttribute("id") + " " + property.name();
        String wanted = value == null || value instanceof List<?> list && list.isEmpty() && got == null
                ? null
                : ValueText.of(value);
        if (found.type() == Type.STRINGS) {
            var texts = row.getArray(stored.table().column(found));
            got = texts == null ? null : ValueText.of(List.of((Object[]) texts.getArray()));
        }
        if (wanted == null || got == null || wanted.isEmpty()) {
            assertThat(got).as(what).isEqualTo(wanted == null || wanted.isEmpty() ? null : wanted);
        } else if (property.type() == Type.ANY || property.type() == Type.STRINGS) {
            assertThat(JSON.readTree(got)).as(what).isEqualTo(JSON.readTree(wanted));
        } else if (value instanceof Number number) {
            assertThat(Double.parseDouble(got)).as(what).isEqualTo(number.doubleValue());
        } else {
            assertThat(got.replace("t".equals(got) ? "t" : "\0", "true").replace("f".equals(got) ? "f" : "\0", "false"))
                    .as(what)
                    .isEqualTo(wanted);
        }
    }

    /** To the decimals that text formats write. */
    private static void sameShape(SimpleFeature feature, String wkt) throws Exception {
        Geometry expected = FeaturePage.degrees(feature).orElse(null);
        if (expected == null || wkt == null) {
            assertThat(wkt).isEqualTo(expected == null ? null : expected.toText());
            return;
        }
        Geometry got = new WKTReader().read(Objects.requireNonNull(wkt));
        assertThat(got.norm().equalsExact(expected.norm(), 2e-6)).as(wkt).isTrue();
    }
}
