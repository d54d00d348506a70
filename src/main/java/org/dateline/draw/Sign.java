package org.dateline.draw;

/** What a legend explains: the symbols of the location classes, and the lines of the basemap. */
public enum Sign {
    INCIDENT,
    INCIDENT_RADIUS,
    POINT,
    RADIUS,
    VAST,
    AREA,
    LINE,
    BETWEEN,
    STATION,
    BOUNDARY,
    UNSETTLED_BOUNDARY,
    PROVINCE,
    DISTRICT
}
