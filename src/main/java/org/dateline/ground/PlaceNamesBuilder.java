package org.dateline.ground;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.dateline.ground.PlaceNames.Found;
import org.dateline.ground.PlaceNames.Kind;
import org.dateline.ground.PlaceNames.Rank;

/** Writes the program's place names together with others, in the format of {@code places.bin}. */
final class PlaceNamesBuilder {

    private static final int LONGEST_KEY = 59;
    private static final int LONGEST_TITLE = 255;
    private static final int MOST_COUNTRIES = 255;

    private final PlaceNames own;
    private final List<Place> added = new ArrayList<>();

    /** Places and ranks by key, in the order of the file. */
    private final TreeMap<byte[], TreeMap<Integer, Rank>> names = new TreeMap<>(Arrays::compareUnsigned);

    private record Place(
            Kind kind,
            String country,
            byte[] title,
            int id,
            double lat,
            double lon,
            int division,
            int county,
            int people) {}

    PlaceNamesBuilder(PlaceNames own) {
        this.own = own;
    }

    /** Adds a place and gives its number. */
    int add(
            Kind kind,
            String country,
            String name,
            int id,
            double lat,
            double lon,
            int division,
            int county,
            int people) {
        byte[] title = name.getBytes(StandardCharsets.UTF_8);
        added.add(new Place(
                kind,
                country,
                title.length <= LONGEST_TITLE
                        ? title
                        : PlaceNames.key(name).substring(0, LONGEST_KEY).getBytes(StandardCharsets.UTF_8),
                id,
                lat,
                lon,
                division,
                county,
                people));
        return own.size() + added.size() - 1;
    }

    /** Adds a name of a place; what is no name (a number, one letter, a sentence) is left out. */
    void name(int place, String name, Rank rank) {
        String key = PlaceNames.key(name);
        if (key.length() > 1
                && key.length() <= LONGEST_KEY
                && !key.matches("\\d+")
                && key.getBytes(StandardCharsets.UTF_8).length < 250) {
            names.computeIfAbsent(key.getBytes(StandardCharsets.UTF_8), _ -> new TreeMap<>())
                    .merge(place, rank, PlaceNamesBuilder::better);
        }
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(packed), 1 << 16))) {
                write(out);
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(DataOutputStream out) throws IOException {
        List<String> countries = new ArrayList<>(own.countries());
        added.stream()
                .map(Place::country)
                .filter(code -> !countries.contains(code))
                .distinct()
                .sorted()
                .forEach(countries::add);
        if (countries.size() > MOST_COUNTRIES) {
            throw new IOException("got " + countries.size() + " countries, expected at most " + MOST_COUNTRIES);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<Integer> blocks = new ArrayList<>();
        int spellings = spellings(body, blocks);
        int size = own.size() + added.size();
        out.writeInt(size);
        out.writeInt(spellings);
        out.writeInt(countries.size());
        for (String code : countries) {
            out.write((code + "  ").substring(0, 2).getBytes(StandardCharsets.ISO_8859_1));
        }
        for (int i = 0; i < size; i++) {
            out.writeByte((i < own.size() ? own.kind(i) : at(i).kind).ordinal());
        }
        for (int i = 0; i < size; i++) {
            out.writeByte(countries.indexOf(i < own.size() ? own.country(i) : at(i).country));
        }
        for (int column = 0; column < PlaceNames.COLUMNS; column++) {
            for (int i = 0; i < size; i++) {
                out.writeInt(i < own.size() ? own.column(column, i) : column(column, at(i)));
            }
        }
        List<byte[]> titles = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            titles.add(i < own.size() ? own.name(i).getBytes(StandardCharsets.UTF_8) : at(i).title);
            out.writeByte(titles.get(i).length);
        }
        for (byte[] title : titles) {
            out.write(title);
        }
        for (int block : blocks) {
            out.writeInt(block);
        }
        body.writeTo(out);
    }

    private Place at(int place) {
        return added.get(place - own.size());
    }

    private static int column(int column, Place place) {
        return switch (column) {
            case 0 -> place.id;
            case 1 -> (int) Math.round(place.lat * 1e5);
            case 2 -> (int) Math.round(place.lon * 1e5);
            case 3 -> place.division;
            case 4 -> place.county;
            default -> place.people;
        };
    }

    /** Merges both sorted lists of spellings, front-coded; gives how many there are. */
    private int spellings(ByteArrayOutputStream body, List<Integer> blocks) {
        Keys keys = new Keys(body, blocks);
        own.forEach((key, found) -> {
            while (!names.isEmpty() && Arrays.compareUnsigned(names.firstKey(), key) < 0) {
                Map.Entry<byte[], TreeMap<Integer, Rank>> first = names.pollFirstEntry();
                keys.write(first.getKey(), first.getValue());
            }
            TreeMap<Integer, Rank> places = new TreeMap<>();
            if (!names.isEmpty() && Arrays.equals(names.firstKey(), key)) {
                places.putAll(names.pollFirstEntry().getValue());
            }
            for (Found one : found) {
                places.merge(one.place(), one.rank(), PlaceNamesBuilder::better);
            }
            keys.write(key, places);
        });
        names.forEach(keys::write);
        return keys.number;
    }

    private static Rank better(Rank one, Rank other) {
        return one.ordinal() < other.ordinal() ? one : other;
    }

    /** Writes keys in order. */
    private static final class Keys {
        private final ByteArrayOutputStream body;
        private final List<Integer> blocks;
        private byte[] last = new byte[0];
        private int number;

        Keys(ByteArrayOutputStream body, List<Integer> blocks) {
            this.body = body;
            this.blocks = blocks;
        }

        void write(byte[] key, TreeMap<Integer, Rank> places) {
            int common = 0;
            if (number++ % PlaceNames.BLOCK == 0) {
                blocks.add(body.size());
            } else {
                common = Math.max(0, Arrays.mismatch(last, key));
            }
            body.write(common);
            body.write(key.length - common);
            body.write(key, common, key.length - common);
            number(body, places.size());
            int before = 0;
            for (Map.Entry<Integer, Rank> place : places.entrySet()) {
                number(body, (place.getKey() - before) * 3 + place.getValue().ordinal());
                before = place.getKey();
            }
            last = key;
        }
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 127) {
            out.write(rest & 127 | 128);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
