package org.dateline.catalog;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.dateline.model.PartialDate;
import org.dateline.model.StatedTime;
import org.jspecify.annotations.Nullable;

/** Reads times of day: {@code time}, {@code time_zone} and {@code time_words} of an excerpt or a feature. */
final class StatedTimeReader {

    private StatedTimeReader() {}

    /**
     * @param of   what has the fields; a time counts only with the words that state it
     * @param date the date that is stated with it, if any
     */
    static @Nullable StatedTime read(Field of, @Nullable PartialDate date, Faults faults) {
        if (!of.has("time_words") || faults.touch(of)) {
            return null;
        }
        Field time = of.get("time");
        Field zone = of.get("time_zone");
        boolean valid = true;
        if (!StatedTime.isTime(time.text())) {
            faults.add(time.fault("a time of day in quotation marks, from \"00:00\" to \"23:59\", as \"09:30\""));
            valid = false;
        }
        if (of.has("time_zone") && !StatedTime.isZone(zone.text())) {
            faults.add(zone.fault(
                    "\"local\" if the source says local time and no more, an offset, as \"+05:00\", or a zone's name,"
                            + " as Asia/Karachi"));
            valid = false;
        }
        if (date != null && !date.value().isSupported(ChronoUnit.DAYS)) {
            faults.add(of.get("date").fault("a day, as YYYY-MM-DD, where a time of day is stated"));
            valid = false;
        }
        return valid
                ? new StatedTime(
                        LocalTime.parse(time.text()),
                        of.textOrNull("time_zone"),
                        of.get("time_words").text())
                : null;
    }
}
