package org.dateline.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dateline.Catalogs;
import org.dateline.model.Catalog;

/** A copy of the Chukotka catalog in a temporary folder, in which a test breaks one thing. */
final class CatalogCopy {

    static final String CATALOG = "catalog.yaml";
    static final String PARTIES = "parties.yaml";
    static final String ROAD = "reports/zimnik-2024-02-14.yaml";
    static final String FERRY = "reports/polar-tern.yaml";
    static final String PLACES = "layers/places/features.geojson";
    static final String ROUTE = "layers/route/features.geojson";
    static final String SURVEY = "layers/survey/features.geojson";
    static final String VIEW = "views/chukotka.yaml";

    private final Path folder;

    private CatalogCopy(Path folder) {
        this.folder = folder;
    }

    static CatalogCopy in(Path folder) {
        return new CatalogCopy(Catalogs.copy(Catalogs.CHUKOTKA, folder));
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    String read(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CatalogCopy write(String file, byte[] content) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.write(path(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    CatalogCopy write(String file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    CatalogCopy delete(String file) {
        try {
            Files.delete(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Replaces the first occurrence, which must be there. */
    CatalogCopy replace(String file, String old, String with) {
        String content = read(file);
        assertThat(content).contains(old);
        int at = content.indexOf(old);
        return write(file, content.substring(0, at) + with + content.substring(at + old.length()));
    }

    /** The line, from 1, on which a snippet first stands. */
    int line(String file, String snippet) {
        String content = read(file);
        assertThat(content).contains(snippet);
        return (int)
                (content.substring(0, content.indexOf(snippet)) + ".").lines().count();
    }

    Catalog load() throws InvalidCatalogException {
        return CatalogLoader.load(folder);
    }

    List<Fault> faults() {
        InvalidCatalogException invalid = catchThrowableOfType(InvalidCatalogException.class, this::load);
        assertThat(invalid).as("the catalog must not load").isNotNull();
        assertThat(invalid.getMessage().lines()).hasSameSizeAs(invalid.faults());
        return invalid.faults();
    }
}
