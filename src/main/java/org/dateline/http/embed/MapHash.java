package org.dateline.http.embed;

import java.util.List;
import org.dateline.geo.Bbox;
import org.dateline.geo.Geodesy;
import org.jspecify.annotations.Nullable;

/**
 * The state of the map in the part of an address after #, as in {@code #map=6.50/29.64/67.62&off=areas}. Unreadable parts are
 * ignored, as the page does.
 *
 * @param bbox what a frame shows of it; null if the map was not moved
 * @param off  layers that the reader switched off
 * @param on   layers that the reader switched on
 */
record MapHash(@Nullable Bbox bbox, List<String> off, List<String> on) {

    /** The size of the map in a frame of the usual size, in pixels. */
    private static final double WIDTH = 640;

    private static final double HEIGHT = 450;

    private static final double MOST_LATITUDE = 85;

    MapHash {
        off = List.copyOf(off);
        on = List.copyOf(on);
    }

    static boolean isState(@Nullable String fragment) {
        return fragment != null && ("&" + fragment).matches(".*&(?:map|off|on)=.*");
    }

    static MapHash parse(String fragment) {
        Bbox bbox = null;
        List<String> off = List.of();
        List<String> on = List.of();
        for (String part : fragment.split("&")) {
            int equals = part.indexOf('=');
            String value = part.substring(equals + 1);
            switch (equals < 0 ? "" : part.substring(0, equals)) {
                case "map" -> bbox = around(value);
                case "off" -> off = List.of(value.replace("%2C", ",").split(","));
                case "on" -> on = List.of(value.replace("%2C", ",").split(","));
                default -> {
                    // A place to scroll to, dates or a search: an embed has none of these.
                }
            }
        }
        return new MapHash(bbox, off, on);
    }

    /** @param position zoom/latitude/longitude */
    private static @Nullable Bbox around(String position) {
        String[] parts = position.split("/", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            double zoom = Math.clamp(Double.parseDouble(parts[0]), 0, 20);
            double latitude = Math.clamp(Double.parseDouble(parts[1]), -MOST_LATITUDE, MOST_LATITUDE);
            double longitude = Double.parseDouble(parts[2]);
            if (!Double.isFinite(longitude) || Double.isNaN(latitude) || Double.isNaN(zoom)) {
                return null;
            }
            double world = 256 * Math.pow(2, zoom);
            double across = Math.min(WIDTH / world, 1) * 180;
            double middle = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
            double half = HEIGHT / world * Math.PI;
            return new Bbox(
                    across >= 180 ? -180 : Geodesy.wrapped(longitude - across),
                    latitude(middle - half),
                    across >= 180 ? 180 : Geodesy.wrapped(longitude + across),
                    latitude(middle + half));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static double latitude(double mercator) {
        return Math.clamp(Math.toDegrees(Math.atan(Math.sinh(mercator))), -MOST_LATITUDE, MOST_LATITUDE);
    }
}
