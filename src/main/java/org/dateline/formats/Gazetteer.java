package org.dateline.formats;

import java.util.ArrayList;
import java.util.List;
import org.dateline.model.Feature;

/** The names that the world's gazetteers have for a feature, where a layer's file gives their ids. */
final class Gazetteer {

    private Gazetteer() {}

    /** IRIs; empty for what no gazetteer is said to know. */
    static List<String> iris(Feature feature) {
        List<String> iris = new ArrayList<>();
        Object wikidata = feature.extra().get("wikidata");
        if (wikidata != null) {
            iris.add("http://www.wikidata.org/entity/" + wikidata);
        }
        Object geonames = feature.extra().get("geonames");
        if (geonames != null) {
            iris.add("https://sws.geonames.org/" + geonames + "/");
        }
        return iris;
    }
}
