package org.dateline.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All changes that were ever made at the desk, one line of JSON each. A line is forced to disk before the files change, so
 * after a crash the last one is finished ({@link DeskFolder}); a line that was cut off was never answered.
 */
final class Journal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileChannel channel;
    private final FileLock lock;
    private final List<Step.Line> lines = new ArrayList<>();
    private final Map<String, Step> byId = new HashMap<>();
    private @Nullable Step last;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    /** @throws IOException if another desk has it open, or a line in its middle is damaged */
    Journal(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock taken;
        try {
            taken = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException _) {
            taken = null;
        }
        if (taken == null) {
            channel.close();
            throw new IOException("got " + file + ", which another desk has open, expected one desk for a catalog");
        }
        lock = taken;
        read(file);
    }

    private void read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        int number = 0;
        for (int from = 0; from < bytes.length; from = end) {
            int at = from;
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            number++;
            if (at == bytes.length) {
                break;
            }
            end = at + 1;
            try {
                add(JSON.readValue(new String(bytes, from, at - from, StandardCharsets.UTF_8), Step.Line.class));
            } catch (JacksonException e) {
                channel.close();
                throw new IOException(
                        "got a damaged line " + number + " in " + file
                                + ", expected JSON; move the file away to start a " + "new journal",
                        e);
            }
        }
        // What was cut off in the middle of writing was never answered.
        channel.truncate(end);
        channel.position(end);
    }

    private void add(Step.Line line) {
        Step step = line.step();
        if (line.done() != null) {
            last = last != null && last.id().equals(line.done()) ? null : last;
            return;
        }
        lines.add(line);
        if (step == null) {
            return;
        }
        last = step;
        byId.put(step.id(), step);
        switch (step.kind()) {
            case CHANGE -> {
                done.push(step);
                undone.clear();
            }
            case UNDO -> undone.push(done.pop());
            case REDO -> done.push(undone.pop());
        }
    }

    /** Adds lines; they are on disk when this returns. */
    void append(List<Step.Line> added) throws IOException {
        write(added, true);
    }

    /** Notes that the files of the last change are written. It need not be forced: whoever misses it looks at the files. */
    void done(Step step) throws IOException {
        write(List.of(new Step.Line(null, null, step.id())), false);
    }

    private void write(List<Step.Line> added, boolean force) throws IOException {
        StringBuilder text = new StringBuilder();
        added.forEach(line -> text.append(JSON.writeValueAsString(line)).append('\n'));
        long before = channel.position();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (force) {
                channel.force(true);
            }
        } catch (IOException e) {
            channel.truncate(before);
            channel.position(before);
            throw e;
        }
        added.forEach(this::add);
    }

    Optional<Step> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The change that is taken back next. */
    Optional<Step> toUndo() {
        return Optional.ofNullable(done.peek());
    }

    /** The change that is done again next. */
    Optional<Step> toRedo() {
        return Optional.ofNullable(undone.peek());
    }

    /** The last change, if its files may not have been written. */
    Optional<Step> unfinished() {
        return Optional.ofNullable(last);
    }

    /** The content that a file had when its SHA-256 was this one; empty if the journal does not know it. */
    Optional<String> content(String file, String sha256) {
        @Nullable String content = null;
        @Nullable String found = null;
        for (Step.Line line : lines) {
            if (line.version() != null && line.version().file().equals(file)) {
                content = line.version().content();
                found = line.version().sha256().equals(sha256) ? content : found;
            } else if (line.step() != null) {
                for (Step.Change change : line.step().files()) {
                    if (change.file().equals(file)) {
                        content = change.patch()
                                .apply(content == null ? "" : content)
                                .orElse(null);
                        found = Objects.equals(change.to(), sha256) ? content : found;
                    }
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** The SHA-256 of a file's content as the journal knows it last; null if it does not know the file. */
    @Nullable
    String lastKnown(String file) {
        for (Step.Line line : lines.reversed()) {
            if (line.version() != null && line.version().file().equals(file)) {
                return line.version().sha256();
            }
            if (line.step() != null) {
                for (Step.Change change : line.step().files()) {
                    if (change.file().equals(file)) {
                        return change.to();
                    }
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
