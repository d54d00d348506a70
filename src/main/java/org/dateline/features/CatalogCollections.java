package org.dateline.features;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.model.Catalog;
import org.dateline.model.Feature;
import org.dateline.model.Layer;
import org.dateline.model.Text;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The collections of a catalog, in memory: each layer kept in a file, then the excerpts and the claims.
 */
public final class CatalogCollections {

    private final Map<String, ItemCollection> byId;
    private final List<ReferenceSystem> referenceSystems;

    private CatalogCollections(Map<String, ItemCollection> byId, List<ReferenceSystem> referenceSystems) {
        this.byId = Collections.unmodifiableMap(byId);
        this.referenceSystems = referenceSystems;
    }

    /** These collections followed by others; of two with the same id, the catalog's own wins. */
    public CatalogCollections with(List<ItemCollection> others) {
        Map<String, ItemCollection> all = new LinkedHashMap<>(byId);
        others.forEach(other -> all.putIfAbsent(other.id(), other));
        return new CatalogCollections(all, referenceSystems);
    }

    /** The content of a feature before the schema of its collection is known. */
    record Draft(String id, Map<String, @Nullable Object> properties, Optional<Geometry> geometry) {}

    public static CatalogCollections of(Catalog catalog) {
        CatalogNames names = new CatalogNames(catalog);
        FeatureProperties properties = new FeatureProperties(catalog, names);
        Map<String, Geometry> geometries = new HashMap<>();
        Map<String, ItemCollection> byId = new LinkedHashMap<>();
        for (Layer layer : catalog.layers()) {
            if (layer.store() == Layer.Store.DATABASE) {
                continue;
            }
            List<Draft> drafts = new ArrayList<>(layer.features().size());
            for (Feature feature : layer.features()) {
                Optional<Geometry> geometry = feature.location().geometry();
                geometry.ifPresent(shape -> geometries.put(feature.id(), shape));
                drafts.add(new Draft(feature.id(), properties.of(layer, feature, geometry), geometry));
            }
            byId.put(
                    layer.id(),
                    collection(
                            layer.id(),
                            layer.title(),
                            layer.description(),
                            layer.source(),
                            layer.licence(),
                            catalog.hash(),
                            drafts));
        }
        for (ItemCollection collection : List.of(
                ExcerptCollection.of(catalog, new ExcerptProperties(names), geometries),
                ClaimCollection.of(catalog, new ClaimProperties(names), geometries))) {
            // A layer may have the same name, and then wins.
            byId.putIfAbsent(collection.id(), collection);
        }
        return new CatalogCollections(
                byId, ReferenceSystem.suitableFor(catalog.defaultView().bbox()));
    }

    static ItemCollection collection(
            String id,
            Text title,
            Text description,
            String source,
            String licence,
            String version,
            List<Draft> drafts) {
        List<Geometry> shapes =
                drafts.stream().flatMap(draft -> draft.geometry.stream()).toList();
        Schema schema = new Schema(
                SchemaInference.properties(
                        drafts.stream().map(Draft::properties).toList()),
                Schema.geometryOf(shapes.stream()
                        .map(shape -> shape.getGeometryType().toLowerCase(Locale.ROOT))
                        .toList()));
        FeatureMaker maker = new FeatureMaker(schema);
        List<SimpleFeature> features = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            features.add(feature(draft, schema, maker));
        }
        Optional<Bbox> extent = Bbox.union(
                shapes.stream().flatMap(shape -> Bbox.of(shape).stream()).toList());
        return new ItemCollection(
                id,
                title,
                description,
                schema,
                extent,
                time(schema, drafts),
                source,
                licence,
                version,
                new MemoryItems(features));
    }

    private static SimpleFeature feature(Draft draft, Schema schema, FeatureMaker maker) {
        List<Property> properties = schema.properties();
        return maker.keep(draft.id, i -> draft.properties.get(properties.get(i).name()), draft.geometry.orElse(null));
    }

    private static Optional<TimeSpan> time(Schema schema, List<Draft> drafts) {
        return schema.time()
                .flatMap(time -> drafts.stream()
                        .flatMap(draft -> time.of(property -> draft.properties.get(property.name())).stream())
                        .reduce((a, b) -> new TimeSpan(
                                a.start().isBefore(b.start()) ? a.start() : b.start(),
                                a.end().isAfter(b.end()) ? a.end() : b.end(),
                                true)));
    }

    /** All collections in order: layers from the bottom up, then the others. */
    public List<ItemCollection> all() {
        return List.copyOf(byId.values());
    }

    public Optional<ItemCollection> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The reference systems that geometries can be requested in; CRS84, in which they are stored, is the first. */
    public List<ReferenceSystem> referenceSystems() {
        return referenceSystems;
    }

    /** Those of them that have coordinates for all features of a collection. */
    public List<ReferenceSystem> referenceSystems(ItemCollection collection) {
        return referenceSystems.stream()
                .filter(system -> collection.extent().stream().allMatch(system::suits))
                .toList();
    }
}
