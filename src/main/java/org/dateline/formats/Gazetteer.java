package org.dateline.formats;

import java.util.ArrayList;
import java.util.List;
import org.dateline.model.Feature;

/** Finds a feature in the world's gazetteers by the ids that the layer's file states. */
final class Gazetteer {

    private Gazetteer() {}

    /** The feature's IRIs; empty if the file states none. */
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
