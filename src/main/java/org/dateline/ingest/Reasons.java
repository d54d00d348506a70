package org.dateline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dateline.ingest.PlaceMention.Candidate;

/** Says in words why something is proposed. */
final class Reasons {

    private static final int MOST = 3;

    /** What the features that decide most mean to an editor; others are not worth a word. */
    private static final Map<String, String> SAID = new LinkedHashMap<>();

    /** The same of those that speak against it. */
    private static final Map<String, String> AGAINST = new LinkedHashMap<>();

    static {
        SAID.put("before=in", "\"in\" stands before it");
        SAID.put("before=at", "\"at\" stands before it");
        SAID.put("before=near", "\"near\" stands before it");
        SAID.put("before=from", "\"from\" stands before it");
        SAID.put("before=to", "\"to\" stands before it");
        SAID.put("before-kind-of", "\"city of\" or the like stands before it");
        SAID.put("before-direction", "a direction stands before it");
        SAID.put("before-place-comma", "a place and a comma stand before it");
        SAID.put("after-comma-place", "a comma and a place follow");
        SAID.put("after-comma-place-around", "the place around it follows");
        SAID.put("before-place-comma-inside", "a place within it stands before it");
        SAID.put("after-kind-area", "\"province\", \"district\" or the like follows");
        SAID.put("after-kind-town", "\"city\", \"village\" or the like follows");
        SAID.put("before-list", "it stands in a list of places");
        SAID.put("after-and-place", "\"and\" and a place follow");
        SAID.put("before-place-and", "a place and \"and\" stand before it");
        SAID.put("again-place", "elsewhere the text writes \"in\" before it");
        SAID.put("country", "it is a country's name");
        SAID.put("opinion-same", "the text uses the name as a place elsewhere");
        SAID.put("coherence", "other places of the text are in the same country");
        AGAINST.put("before-title", "but a title stands before it");
        AGAINST.put("before-first-name", "but a first name stands before it");
        AGAINST.put("run-organisation-after", "but an organisation's name follows");
        AGAINST.put("surname", "but it ends a person's name elsewhere");
        AGAINST.put("lower-elsewhere", "but the text has it in lower case, too");
    }

    private Reasons() {}

    /**
     * @param reasons the names of features that speak for it, the weightiest first
     * @param doubts  those that speak against it
     */
    static String of(List<String> reasons, List<String> doubts, List<Candidate> candidates, boolean undecided) {
        List<String> said = new ArrayList<>();
        reasons.stream().filter(SAID::containsKey).limit(MOST).map(SAID::get).forEach(said::add);
        doubts.stream().filter(AGAINST::containsKey).limit(1).map(AGAINST::get).forEach(said::add);
        if (undecided) {
            said.add("undecided between " + described(candidates.get(0)) + " and " + described(candidates.get(1)));
        } else if (candidates.size() == 1) {
            said.add("the only place of this name");
        } else {
            said.add("the most probable of " + candidates.size() + " places of this name");
        }
        return String.join("; ", said);
    }

    private static String described(Candidate candidate) {
        return candidate.name() + " (" + candidate.kind()
                + (candidate.within().isEmpty() ? "" : ", " + candidate.within()) + ")";
    }
}
