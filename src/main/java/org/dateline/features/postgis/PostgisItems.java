package org.dateline.features.postgis;

import java.util.Optional;
import org.dateline.features.Items;
import org.dateline.features.TileContent;
import org.dateline.geo.Tile;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/** Features in PostGIS. */
final class PostgisItems implements Items {

    private final Database database;
    private final StoredCollection collection;

    PostgisItems(Database database, StoredCollection collection) {
        this.database = database;
        this.collection = collection;
    }

    @Override
    public Found find(Query query, @Nullable String after) {
        throw new UnsupportedOperationException(database + " " + collection);
    }

    @Override
    public Optional<SimpleFeature> feature(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TileContent tile(Tile tile, Filter filter) {
        throw new UnsupportedOperationException();
    }
}
