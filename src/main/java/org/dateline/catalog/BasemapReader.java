package org.dateline.catalog;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dateline.geo.Bbox;
import org.dateline.model.Basemap;

/** Reads {@code basemap.yaml}: the relief and the TopoJSON files that it names. */
final class BasemapReader {

    /** From the widest, at the bottom, to the one on top. */
    private static final List<String> RELIEFS = List.of("world_relief", "wide_relief", "relief");

    private final Path home;
    private final CatalogFolder folder;
    private final TextReader texts;
    private final Faults faults;

    BasemapReader(Path home, CatalogFolder folder, TextReader texts, Faults faults) {
        this.home = home;
        this.folder = folder;
        this.texts = texts;
        this.faults = faults;
    }

    Optional<Basemap> read(Field field) {
        List<Basemap.Relief> reliefs = new ArrayList<>();
        for (String key : RELIEFS) {
            field.find(key).flatMap(this::relief).ifPresent(reliefs::add);
        }
        List<Basemap.File> files = new ArrayList<>();
        for (Field item : field.get("files").items()) {
            file(item.get("file"))
                    .ifPresent(found -> files.add(new Basemap.File(
                            found.path,
                            found.content,
                            item.get("min_zoom").number(),
                            item.has("max_zoom") ? item.get("max_zoom").number() : null)));
        }
        Bbox bbox = field.find("bbox")
                .flatMap(sides -> BboxReader.read(sides, faults))
                .orElse(null);
        return Optional.of(new Basemap(texts.read(field.get("attribution")), reliefs, files, bbox, null));
    }

    private Optional<Basemap.Relief> relief(Field field) {
        List<Field> fade = field.get("fade").items();
        return file(field.get("file"))
                .flatMap(found -> BboxReader.read(field.get("bbox"), faults)
                        .map(bbox -> new Basemap.Relief(
                                found.path,
                                found.content,
                                bbox,
                                fade.getFirst().number(),
                                fade.getLast().number())));
    }

    /** @param path within the catalog's folder */
    private record Found(Path path, byte[] content) {}

    /** A file in the basemap's folder; a path cannot lead out of it. */
    private Optional<Found> file(Field name) {
        try {
            Path path = home.resolve(name.text()).normalize();
            boolean named = path.getFileName().toString().lastIndexOf('.') > 0;
            if (path.startsWith(home.normalize()) && named && !Files.isDirectory(path) && Files.exists(path)) {
                return folder.read(path).map(content -> new Found(Path.of(folder.name(path)), content));
            }
        } catch (InvalidPathException e) {
            // No file can have this name, which is the same fault.
        }
        faults.add(name.fault("a file in " + home.getFileName() + "/"));
        return Optional.empty();
    }
}
