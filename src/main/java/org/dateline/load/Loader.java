package org.dateline.load;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dateline.catalog.InvalidCatalogException;
import org.dateline.features.postgis.Database;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.features.postgis.Registry;
import org.dateline.features.postgis.StatementRunner;
import org.dateline.features.postgis.StoredCollection;
import org.jspecify.annotations.Nullable;

/**
 * Loads a table into a collection in PostGIS. Chunks of rows go into a table that no reader knows, each in a
 * transaction that also stores how far the file was read; then indexes and cells are built; then one transaction
 * replaces the old collection. An interrupted load leaves the old collection as it was, and the same load resumes after
 * the last chunk.
 */
public final class Loader {

    private static final int CHUNK = 100_000;

    private final Database database;
    private final LoadRequest request;
    private final LoadListener listener;
    private final int chunkRows;
    private final Map<String, Duration> steps = new LinkedHashMap<>();
    private List<String> header = List.of();
    private long stepStart = System.nanoTime();

    public Loader(Database database, LoadRequest request, LoadListener listener) {
        this(database, request, listener, CHUNK);
    }

    /** @param chunkRows rows per transaction */
    Loader(Database database, LoadRequest request, LoadListener listener, int chunkRows) {
        this.database = database;
        this.request = request;
        this.listener = listener;
        this.chunkRows = chunkRows;
    }

    /**
     * @throws LoadException           if the file cannot be loaded or too many rows are rejected
     * @throws InvalidCatalogException for a mapping with faults
     * @throws SQLException            from the database
     */
    public LoadSummary load() throws Exception {
        MappingFinder.@Nullable File file = request.mapping() == null ? null : MappingFinder.find(request.mapping());
        @Nullable MappingFile stated = file == null ? null : MappingFile.parse(file);
        header = stated == null ? List.of() : stated.header();
        try (RowReader reader = open()) {
            Mapping mapping = stated == null
                    ? DefaultMapping.of(request.file(), request.collection(), reader.columns(), reader.hasGeometry())
                    : MappingReader.read(stated, reader.columns(), reader.hasGeometry());
            String fingerprint =
                    LoadFingerprint.of(request.file(), request.layer(), file == null ? null : file.content());
            try (Connection connection = CollectionAdmin.open(database)) {
                ConcurrentTask.prepare(connection);
                CollectionAdmin.lock(connection, request.collection());
                LoadState state = begin(connection, mapping, fingerprint);
                try (RejectWriter rejects = RejectWriter.open(request.rejects(), reader.columns(), state.rejected())) {
                    return load(connection, reader, mapping, state, rejects);
                }
            }
        }
    }

    private RowReader open() throws IOException {
        if (!Files.isRegularFile(request.file())) {
            throw new LoadException("got " + request.file() + ", which is not a file, expected a table");
        }
        return RowReader.open(request.file(), request.layer(), header);
    }

    /** Starts a new attempt or resumes the earlier one of the same load. */
    private LoadState begin(Connection connection, Mapping mapping, String fingerprint) throws Exception {
        Optional<LoadState> earlier = LoadState.find(connection, request.collection());
        if (earlier.isPresent() && !request.restart()) {
            if (!earlier.get().fingerprint().equals(fingerprint)) {
                throw new LoadException("got another file or mapping than the interrupted load of "
                        + request.collection()
                        + " (" + earlier.get().fingerprint().replaceFirst(" .*", "") + ", "
                        + earlier.get().rowsRead() + " rows read), expected the same; --restart discards that load");
            }
            return earlier.get();
        }
        return StatementRunner.transaction(connection, () -> {
            if (earlier.isPresent()) {
                LoadTables.drop(connection, earlier.get().version());
                earlier.get().end(connection);
            }
            LoadState begun = LoadState.begin(connection, request.collection(), fingerprint);
            LoadTables.create(connection, request.collection(), table(begun, mapping, "any"));
            return begun;
        });
    }

    private static ItemsTable table(LoadState state, Mapping mapping, String geometry) {
        return new ItemsTable(state.version(), mapping.schema(geometry));
    }

    private LoadSummary load(
            Connection connection, RowReader reader, Mapping mapping, LoadState begun, RejectWriter rejects)
            throws Exception {
        ItemsTable table = table(begun, mapping, "any");
        stepStart = System.nanoTime();
        LoadState read = copy(connection, reader, mapping, table, begun, rejects);
        done("rows");
        requireFewRejects(read.rejected(), read);

        listener.step("identifiers");
        LoadState sound = read;
        if (!IndexBuilder.uniqueIds(connection, table)) {
            long count = DuplicateFinder.find(connection, table);
            requireFewRejects(read.rejected() + count, read);
            try (RowReader again = open()) {
                sound = DuplicateFinder.reject(connection, table, read, again, rejects, count);
            }
            IndexBuilder.uniqueIds(connection, table);
        }
        done("identifiers");

        listener.step("indexes");
        ShapeSizeUpdater.update(connection, table);
        IndexBuilder.create(database, connection, table, mapping.index());
        done("indexes");

        listener.step("statistics and cells");
        TableSummary summary;
        int cellLevels;
        try (ConcurrentTask<TableSummary> statistics = new ConcurrentTask<>(database, second -> {
            // Vacuum too, because only then can indexes answer without the table, on standbys as well.
            StatementRunner.run(second, "vacuum (analyze) " + table.name());
            return TableSummary.take(second, table);
        })) {
            cellLevels = CellTableBuilder.create(connection, table);
            summary = statistics.get();
        }
        done("statistics and cells");

        listener.step("publishing");
        publish(connection, mapping, sound, summary, cellLevels);
        done("publishing");
        List<String> notes = new ArrayList<>(reader.notes());
        notes.addAll(mapping.notes().get());
        return new LoadSummary(
                sound.rowsRead(), summary.records(), summary.unlocated(), sound.rejected(), steps, notes);
    }

    private LoadState copy(
            Connection connection,
            RowReader reader,
            Mapping mapping,
            ItemsTable table,
            LoadState begun,
            RejectWriter rejects)
            throws Exception {
        LoadState state = begun;
        try (ChunkReader chunks =
                new ChunkReader(reader, new RecordMapper(mapping), table, begun.rowsRead(), chunkRows)) {
            boolean last = false;
            while (!last) {
                ChunkReader.Chunk chunk = chunks.next();
                for (ChunkReader.Rejected rejected : chunk.rejected()) {
                    rejects.add(rejected.row(), rejected.reason());
                }
                rejects.flush();
                LoadState before = state;
                state = StatementRunner.transaction(connection, () -> {
                    LoadTables.copy(connection, table, chunk.copy());
                    return before.moved(
                            connection,
                            chunk.rows(),
                            before.rejected() + chunk.rejected().size());
                });
                listener.kept(state.rowsRead(), state.rejected(), chunk.share());
                last = chunk.last();
                if (!request.mostRejects().percent()) {
                    requireFewRejects(state.rejected(), state);
                }
            }
        }
        return state;
    }

    private void requireFewRejects(long rejected, LoadState state) {
        if (!request.mostRejects().allow(rejected, state.rowsRead())) {
            throw new LoadException("got " + rejected + " of " + state.rowsRead()
                    + " rows that cannot be loaded, expected no more than " + request.mostRejects()
                    + "; nothing was published. " + request.rejects() + " lists them with the reasons"
                    + "; a higher --most-rejects continues from here, --restart reads a corrected file from the start");
        }
    }

    private void publish(Connection connection, Mapping mapping, LoadState state, TableSummary summary, int cellLevels)
            throws Exception {
        StoredCollection collection = new StoredCollection(
                request.collection(),
                mapping.about(),
                new ItemsTable(
                        state.version(), mapping.schema(summary.geometry()).withDays(summary.days())),
                summary.extent(),
                summary.first(),
                summary.last(),
                summary.records(),
                summary.unlocated(),
                cellLevels);
        StatementRunner.transaction(connection, () -> {
            StatementRunner.run(connection, "set local synchronous_commit = on");
            Registry.put(connection, collection);
            state.end(connection);
            return collection;
        });
        // After the transaction, because dropping a table waits for its readers, and new readers would wait behind
        // that.
        LoadTables.dropOld(connection, request.collection(), 2);
    }

    private void done(String step) {
        steps.merge(step, Duration.ofNanos(System.nanoTime() - stepStart), Duration::plus);
        stepStart = System.nanoTime();
    }
}
