package org.dateline.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.dateline.features.postgis.ItemsTable;
import org.dateline.model.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Reads, maps and encodes rows on its own thread, one chunk ahead of the copying.
 */
final class ChunkReader implements AutoCloseable {

    /** The largest chunk, in bytes; a chunk ends at this size even if it has few rows. */
    private static final int LARGEST = 32 << 20;

    record Rejected(Row row, String reason) {}

    /**
     * @param copy     in the format of {@link CopyBuffer}
     * @param rows     the number of rows up to its end, from the start of the file
     * @param rejected the rejected rows in it
     * @param share    the part of the file that has been read, from 0 to 1
     * @param last     whether the file ends here
     */
    record Chunk(byte[] copy, long rows, List<Rejected> rejected, double share, boolean last) {}

    private record Next(@Nullable Chunk chunk, @Nullable Throwable failure) {}

    private final RowReader reader;
    private final RecordMapper mapper;
    private final ItemsTable table;
    private final int size;
    private final BlockingQueue<Next> queue = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private long rows;

    /**
     * @param skip number of rows to skip because an earlier attempt read them
     * @param size the size of a chunk, in rows
     */
    ChunkReader(RowReader reader, RecordMapper mapper, ItemsTable table, long skip, int size) {
        this.reader = reader;
        this.mapper = mapper;
        this.table = table;
        this.size = size;
        this.thread = Thread.ofPlatform().daemon().name("load-rows").start(() -> read(skip));
    }

    /** The next chunk; its {@code last} says whether more follow. */
    Chunk next() throws Exception {
        Next next = queue.take();
        if (next.failure instanceof Exception exception) {
            throw exception;
        }
        if (next.failure instanceof Error error) {
            throw error;
        }
        return Objects.requireNonNull(next.chunk);
    }

    private void read(long skip) {
        try {
            while (rows < skip) {
                if (reader.next() == null) {
                    throw new LoadException("got a file of " + Counted.of(rows, "row") + ", expected the " + skip
                            + " that an earlier attempt read; --restart starts again");
                }
                rows++;
            }
            Chunk chunk;
            do {
                chunk = chunk();
                queue.put(new Next(chunk, null));
            } while (!chunk.last);
        } catch (InterruptedException e) {
            // Nobody waits for more chunks.
        } catch (Exception | Error e) {
            queue.clear();
            queue.offer(new Next(null, e));
        }
    }

    private Chunk chunk() throws Exception {
        CopyBuffer buffer = new CopyBuffer(table);
        List<Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < size && buffer.size() < LARGEST; i++) {
            Row row = reader.next();
            if (row == null) {
                return new Chunk(buffer.finished(), rows, rejected, 1, true);
            }
            rows++;
            try {
                buffer.add(rows, mapper.map(row));
            } catch (BadRowException e) {
                rejected.add(new Rejected(row, String.valueOf(e.getMessage())));
            }
        }
        return new Chunk(buffer.finished(), rows, rejected, reader.share(), false);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
