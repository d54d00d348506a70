package org.dateline.desk;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dateline.catalog.FigureReader;
import org.dateline.catalog.NormalisedText;
import org.dateline.catalog.ReportDraft;
import org.dateline.catalog.ReportOutline;
import org.dateline.catalog.SourceText;
import org.dateline.catalog.TextPositions;
import org.dateline.model.Value;
import org.dateline.model.WholeWordFinder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations on a report, each on the ids of its parts. */
final class ReportChanges {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What only a draft has. */
    private static final List<String> MARKS = List.of("sure", "why", "party_words");

    /** The fields of a report that are null where the document does not state them. */
    private static final Set<String> STATED =
            Set.of("title", "publisher", "author", "credit", "dateline", "date", "url");

    private final DeskFolder folder;
    private final Edits edits;
    private final CatalogChanges catalog;
    private final Known known;
    private final String id;
    private final String file;

    ReportChanges(DeskFolder folder, Edits edits, CatalogChanges catalog, Known known, String id) {
        this.folder = folder;
        this.edits = edits;
        this.catalog = catalog;
        this.known = known;
        this.id = id;
        this.file = "reports/" + id + ".yaml";
    }

    /**
     * What was done.
     *
     * @param label for the buttons of undo and redo
     * @param focus the key of the item that was changed; null if none is left
     */
    record Done(String label, @Nullable String focus) {}

    Done make(Request request) throws IOException, RefusedException {
        return switch (request.text("op")) {
            case "accept" -> accept(request);
            case "reject" -> reject(request, request.flag("all"));
            case "no-place" -> reject(request, true);
            case "words" -> words(request);
            case "party" -> party(request);
            case "measure" -> measure(request);
            case "subject" -> subject(request);
            case "set" -> set(request);
            case "add-excerpt" -> addExcerpt(request);
            case "add-place" -> addPlace(request);
            case "add-claim" -> addClaim(request);
            case "delete-excerpt" -> deleteExcerpt(request);
            case "new-place" -> newPlace(request);
            case "new-party" -> newParty(request);
            case "publish" -> status(true);
            case "unpublish" -> status(false);
            default -> throw request.lacking("op", "the name of an operation");
        };
    }

    private ReportOutline report() throws IOException, RefusedException {
        return ReportOutline.of(folder.root(), id, Edits.bytes(edits.content(file)));
    }

    private List<ReportItem> items() throws IOException, RefusedException {
        return ReportItem.of(report());
    }

    private ReportItem item(Request request) throws IOException, RefusedException {
        String key = request.text("key");
        return items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "got " + key + ", which the report does not have, expected one of its items", "key"));
    }

    // Decisions

    private Done accept(Request request) throws IOException, RefusedException {
        ReportItem item = item(request);
        if (!item.isPlace()) {
            acceptClaim(item);
            return new Done("accept \"" + item.words() + "\"", item.key());
        }
        KnownPlaces.Candidate place = chosen(request, item);
        String feature = feature(place, request);
        String focus = tie(item, feature);
        if (request.flag("all")) {
            for (Optional<ReportItem> next = sameWords(item); next.isPresent(); next = sameWords(item)) {
                tie(next.get(), feature);
            }
        }
        return new Done("accept " + item.words(), focus);
    }

    private void acceptClaim(ReportItem item) throws IOException, RefusedException {
        if (item.node().has("party_words")) {
            throw new RefusedException(
                    "got the speaker \"" + item.node().path("party_words").asString("")
                            + "\", who is no party of the catalog, expected a party, or that the report itself says it",
                    "party");
        }
        if (!item.node().hasNonNull("subject")) {
            List<String> subjects =
                    new ReportJson(known.places(), known.incidents()).subjects(report(), item.excerpt());
            if (subjects.size() != 1) {
                throw new RefusedException("got a figure about nothing, expected what it is about", "subject");
            }
            setSubject(item, subjects.getFirst());
        }
        unmark(item);
        setSpeaker(item);
    }

    /** Names the speaker of a quote whose figures all come from one party, unless it names one. */
    private void setSpeaker(ReportItem claim) throws IOException, RefusedException {
        String excerpt = claim.excerpt().id();
        Set<String> parties = report().claims().stream()
                .filter(one -> one.excerpt().equals(excerpt))
                .map(one -> one.node().path("party").asString(""))
                .collect(Collectors.toSet());
        String party = claim.node().path("party").asString("");
        if (!party.isEmpty()
                && parties.equals(Set.of(party))
                && !claim.excerpt().node().has("party")) {
            put(excerpt(excerpt), "party", NODES.stringNode(party));
        }
    }

    private void unmark(ReportItem item) throws IOException, RefusedException {
        for (String mark : MARKS) {
            edits.edit(file, yaml -> yaml.remove(item.path(), mark));
        }
    }

    private KnownPlaces.Candidate chosen(Request request, ReportItem item) throws RefusedException {
        JsonNode candidate = request.node("candidate");
        if (candidate.isObject()) {
            return candidate(request);
        }
        return new ReportJson(known.places(), known.incidents())
                .candidates(item).stream()
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(
                                "got no place for \"" + item.words() + "\", expected one of the lists or a new one",
                                "candidate"));
    }

    private KnownPlaces.Candidate candidate(Request request) throws RefusedException {
        JsonNode wanted = request.node("candidate");
        Optional<KnownPlaces.Candidate> found = wanted.path("feature").isString()
                ? known.places().feature(wanted.path("feature").asString())
                : known.places().geonames(wanted.path("geonames").asInt(0));
        return found.orElseThrow(
                () -> request.lacking("candidate", "a feature of the catalog or a place of the gazetteer"));
    }

    /** The id of a candidate's feature, which is added to a layer if the catalog does not have it. */
    private String feature(KnownPlaces.Candidate place, Request request) throws IOException, RefusedException {
        return place.feature() != null
                ? place.feature()
                : catalog.addPlace(place, request.textOf("layer").orElse(null));
    }

    /** Another open place with the same words. */
    private Optional<ReportItem> sameWords(ReportItem item) throws IOException, RefusedException {
        return items().stream()
                .filter(other ->
                        other.isPlace() && other.open() && other.words().equals(item.words()))
                .findFirst();
    }

    /** Ties an item's words to a feature; the item's key afterwards. */
    private String tie(ReportItem item, String feature) throws IOException, RefusedException {
        String object = item.object();
        boolean there = false;
        for (JsonNode place : item.excerpt().node().path("places")) {
            there |= place.path("id").asString("").equals(feature) && place != item.node();
        }
        if (there) {
            edits.removeItem(file, object, item.listName(), item.index(), false);
        } else if (item.kind() == ReportItem.Kind.TIE) {
            edits.edit(file, yaml -> yaml.put(item.path(), "id", NODES.stringNode(feature)));
            unmark(item);
        } else {
            edits.removeItem(file, object, item.listName(), item.index(), false);
            ObjectNode place = NODES.objectNode();
            place.put("id", feature);
            place.set("words", item.node().path("words"));
            edits.append(file, object, "places", place);
        }
        return "p:" + item.excerpt().id() + ":" + feature;
    }

    private Done reject(Request request, boolean all) throws IOException, RefusedException {
        ReportItem item = item(request);
        remove(item);
        if (all && item.isPlace()) {
            for (Optional<ReportItem> next = sameWords(item); next.isPresent(); next = sameWords(item)) {
                remove(next.get());
            }
        }
        return new Done("reject \"" + item.words() + "\"", null);
    }

    private void remove(ReportItem item) throws IOException, RefusedException {
        edits.removeItem(file, item.object(), item.listName(), item.index(), false);
    }

    // Words

    private Done words(Request request) throws IOException, RefusedException {
        ReportItem item = item(request);
        String quote = item.excerpt().quote();
        int[] range = request.range("in", quote.length());
        String words = whole(quote, range);
        if (item.isPlace()) {
            edits.edit(file, yaml -> yaml.put(item.path(), "words", NODES.stringNode(words)));
            String key = item.kind() == ReportItem.Kind.TIE
                    ? item.key()
                    : "q:" + item.excerpt().id() + ":" + words;
            return new Done("other words: " + words, key);
        }
        ObjectNode figure = figure(request, quote, range);
        ObjectNode changed = item.node().deepCopy().asObject();
        for (var field : figure.properties()) {
            edits.edit(file, yaml -> yaml.put(item.path(), field.getKey(), field.getValue()));
            changed.set(field.getKey(), field.getValue());
        }
        return new Done("other words: " + words, keyOfClaim(item.index()));
    }

    private static String whole(String quote, int[] range) throws RefusedException {
        String words = quote.substring(range[0], range[1]);
        if (!words.equals(words.strip()) || !WholeWordFinder.isWhole(quote, range[0], range[1])) {
            throw new RefusedException("got \"" + words + "\", expected whole words of the quote", "in");
        }
        return words;
    }

    private @Nullable String keyOfClaim(int index) throws IOException, RefusedException {
        List<ReportOutline.Claim> claims = report().claims();
        return index < claims.size() ? "c:" + claims.get(index).id() : null;
    }

    /** Words, value and wording of a figure: as the request gives them, else as they are read in the quote. */
    private ObjectNode figure(Request request, String quote, int[] range) throws IOException, RefusedException {
        ObjectNode out = NODES.objectNode();
        if (request.has("value") && request.has("wording")) {
            out.set("value", request.node("value"));
            out.put("wording", request.text("wording"));
            out.put("words", whole(quote, range));
            return out;
        }
        String language = report().root().path("language").asString("en");
        List<FigureReader.Figure> figures = FigureReader.in(language).read(quote);
        // A figure within the words comes before one that only touches them: an editor moves their ends word by word.
        Optional<FigureReader.Figure> within = figures.stream()
                .filter(figure -> range[0] <= figure.start() && figure.end() <= range[1])
                .findFirst();
        Optional<FigureReader.Figure> touched = figures.stream()
                .filter(figure -> figure.start() < range[1] && range[0] < figure.end())
                .findFirst();
        Optional<FigureReader.Figure> found = within.or(() -> touched);
        if (found.isPresent()) {
            out.set("value", value(found.get().value()));
            out.put("wording", found.get().value().wording());
            out.put(
                    "words",
                    within.isPresent() ? whole(quote, range) : found.get().words());
            return out;
        }
        throw new RefusedException(
                "got \"" + quote.substring(range[0], range[1])
                        + "\", in which the program reads no figure, expected words with one, or value and wording",
                "value");
    }

    private static JsonNode value(Value value) {
        return switch (value) {
            case Value.Figure figure -> number(figure.number());
            case Value.Range range ->
                NODES.arrayNode().add(number(range.from())).add(number(range.to()));
            case Value.Vague(var word) -> NODES.stringNode(word.id());
        };
    }

    private static JsonNode number(double number) {
        return number == Math.rint(number) ? NODES.numberNode((long) number) : NODES.numberNode(number);
    }

    // What a figure is and who says it

    private Done party(Request request) throws IOException, RefusedException {
        JsonNode party = request.node("party");
        if (!party.isNull() && !known.isParty(edits, party.asString(""))) {
            throw request.lacking("party", "the id of a party, or null for the report itself");
        }
        if (request.has("key")) {
            ReportItem item = item(request);
            put(item.path(), "party", party);
            edits.edit(file, yaml -> yaml.remove(item.path(), "party_words"));
            return new Done("party of \"" + item.words() + "\"", item.key());
        }
        put(excerpt(request.text("excerpt")), "party", party);
        return new Done("party of a quote", null);
    }

    /** Sets a field of an object; null takes it away. */
    private void put(String object, String field, JsonNode value) throws IOException, RefusedException {
        if (value.isNull() || value.isMissingNode()) {
            edits.edit(file, yaml -> yaml.remove(object, field));
        } else {
            edits.edit(file, yaml -> yaml.append(object, field, value));
        }
    }

    /** The path of an excerpt. */
    private String excerpt(String wanted) throws IOException, RefusedException {
        List<ReportOutline.Excerpt> excerpts = report().excerpts();
        for (int i = 0; i < excerpts.size(); i++) {
            if (excerpts.get(i).id().equals(wanted)) {
                return "excerpts[" + i + "]";
            }
        }
        throw new RefusedException("got the excerpt " + wanted + ", expected one of this report", "excerpt");
    }

    private Done measure(Request request) throws IOException, RefusedException {
        ReportItem item = item(request);
        if (!known.isMeasure(edits, request.text("measure"))) {
            throw request.lacking("measure", "the id of a measure");
        }
        edits.edit(file, yaml -> yaml.put(item.path(), "measure", request.node("measure")));
        if (request.has("group") || item.node().has("group")) {
            put(item.path(), "group", request.node("group"));
        }
        return new Done("measure of \"" + item.words() + "\"", keyOfClaim(item.index()));
    }

    private Done subject(Request request) throws IOException, RefusedException {
        ReportItem item = item(request);
        setSubject(item, request.text("subject"));
        return new Done("subject of \"" + item.words() + "\"", keyOfClaim(item.index()));
    }

    private void setSubject(ReportItem item, String subject) throws IOException, RefusedException {
        boolean tied = false;
        for (JsonNode told : item.excerpt().node().path("incidents")) {
            tied |= told.asString("").equals(subject);
        }
        for (JsonNode place : item.excerpt().node().path("places")) {
            tied |= place.path("id").asString("").equals(subject);
        }
        if (!tied) {
            if (known.places().feature(subject).isEmpty()) {
                throw new RefusedException(
                        "got the subject " + subject + ", expected a feature of the catalog", "subject");
            }
            edits.append(file, excerpt(item.excerpt().id()), "incidents", NODES.stringNode(subject));
        }
        if (item.node().has("subject")) {
            edits.edit(file, yaml -> yaml.put(item.path(), "subject", NODES.stringNode(subject)));
        } else {
            edits.edit(file, yaml -> yaml.put(item.path(), "subject", NODES.stringNode(subject), "value"));
        }
    }

    // Any field

    private Done set(Request request) throws IOException, RefusedException {
        String field = request.text("field");
        JsonNode value = request.node("value");
        JsonNode target = request.node("target");
        if (!field.matches("[a-z][a-z_]*")
                || Set.of("excerpts", "claims", "status").contains(field)) {
            throw request.lacking("field", "the name of a field");
        }
        if (target.path("excerpt").isString()) {
            put(excerpt(target.path("excerpt").asString()), field, value);
        } else if (target.path("claim").isString()) {
            String claim = target.path("claim").asString();
            ReportItem item = items().stream()
                    .filter(one -> one.key().equals("c:" + claim))
                    .findFirst()
                    .orElseThrow(() -> request.lacking("target", "a claim of this report"));
            put(item.path(), field, value);
        } else if (target.path("figure_apart").isInt()) {
            put("figures_apart[" + target.path("figure_apart").asInt() + "]", field, value);
        } else if (STATED.contains(field)) {
            JsonNode stated = value.isMissingNode() ? NODES.nullNode() : value;
            edits.edit(file, yaml -> yaml.put("", field, stated, "cites"));
        } else if (value.isNull() || value.isMissingNode()) {
            edits.edit(file, yaml -> yaml.remove("", field));
        } else {
            edits.edit(file, yaml -> yaml.put("", field, value, "excerpts"));
        }
        return new Done("change " + field, null);
    }

    // What an editor selects

    /** Words that an editor selected, in an excerpt. */
    private record Selected(ReportOutline.Excerpt excerpt, int[] in) {}

    private Selected selected(Request request) throws IOException, RefusedException {
        ReportOutline report = report();
        if (request.has("excerpt")) {
            String wanted = request.text("excerpt");
            ReportOutline.Excerpt excerpt = report.excerpts().stream()
                    .filter(one -> one.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> request.lacking("excerpt", "an excerpt of this report"));
            int[] in = request.range("in", excerpt.quote().length());
            whole(excerpt.quote(), in);
            return new Selected(excerpt, in);
        }
        SourceText text = text(report);
        int[] at = request.range("at", text.raw().length());
        int[] wanted = TextPositions.of(text.raw()).inNormalised(at[0], at[1]);
        Optional<Selected> found = inExcerpt(report, text, wanted);
        if (found.isEmpty()) {
            quote(sentence(text, at), null);
            found = inExcerpt(report(), text, wanted);
        }
        return found.orElseThrow(() -> request.lacking("at", "words of one sentence"));
    }

    private static Optional<Selected> inExcerpt(ReportOutline report, SourceText text, int[] wanted) {
        String words = text.normalised().value().substring(wanted[0], wanted[1]);
        for (ReportOutline.Excerpt excerpt : report.excerpts()) {
            int[] at = excerpt.at();
            if (at != null && at[0] <= wanted[0] && wanted[1] <= at[1]) {
                String quote = NormalisedText.of(excerpt.quote()).value();
                int nth = WholeWordFinder.find(text.normalised().value().substring(at[0], wanted[0]), words)
                        .size();
                List<Integer> there = WholeWordFinder.find(quote, words);
                if (!there.isEmpty()) {
                    int start = there.get(Math.min(nth, there.size() - 1));
                    return Optional.of(new Selected(
                            excerpt, TextPositions.of(excerpt.quote()).inText(start, start + words.length())));
                }
            }
        }
        return Optional.empty();
    }

    private static SourceText text(ReportOutline report) throws RefusedException {
        if (report.text() == null) {
            throw new RefusedException(
                    "got no text, expected texts/" + report.id() + ".txt in the catalog's folder to select words in",
                    "at");
        }
        return report.text();
    }

    /** The sentence around a selection, in its paragraph. */
    private int[] sentence(SourceText text, int[] at) throws IOException, RefusedException {
        String raw = text.raw();
        int from = Math.max(raw.lastIndexOf("\n\n", at[0]) + 1, raw.lastIndexOf("\n\r\n", at[0]) + 1);
        int blank = raw.indexOf("\n\n", at[1]);
        int blankCrLf = raw.indexOf("\n\r\n", at[1]);
        int to = Math.min(blank < 0 ? raw.length() : blank, blankCrLf < 0 ? raw.length() : blankCrLf);
        String paragraph = raw.substring(from, to);
        BreakIterator breaks = BreakIterator.getSentenceInstance(
                Locale.forLanguageTag(report().root().path("language").asString("en")));
        // A line's end is no sentence's end.
        breaks.setText(paragraph.replace('\n', ' ').replace('\r', ' '));
        int start = breaks.preceding(at[0] - from + 1);
        int end = breaks.following(Math.min(paragraph.length() - 1, at[1] - from - 1));
        int first = from + Math.max(0, start);
        int last = from + (end < 0 ? paragraph.length() : end);
        while (first < last && Character.isWhitespace(raw.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(raw.charAt(last - 1))) {
            last--;
        }
        return new int[] {first, last};
    }

    private Done addExcerpt(Request request) throws IOException, RefusedException {
        SourceText text = text(report());
        @Nullable String party = request.textOf("party").orElse(null);
        String added = quote(request.range("at", text.raw().length()), party);
        return new Done("quote \"" + short_(added) + "\"", null);
    }

    private static String short_(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Adds a part of the text as an excerpt, in the text's order; its words. */
    private String quote(int[] at, @Nullable String party) throws IOException, RefusedException {
        ReportOutline report = report();
        SourceText text = text(report);
        int[] wanted = TextPositions.of(text.raw()).inNormalised(at[0], at[1]);
        String normalised = text.normalised().value();
        int start = wanted[0];
        int end = wanted[1];
        while (start < end && normalised.charAt(start) == ' ') {
            start++;
        }
        while (end > start && normalised.charAt(end - 1) == ' ') {
            end--;
        }
        int[] raw = TextPositions.of(text.raw()).inText(start, end);
        String quote = text.raw()
                .substring(raw[0], raw[1])
                .replace("\u00AD", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        int[] occurrence = report.occurrence(quote, start);
        if (quote.isEmpty() || occurrence[1] == 0) {
            throw new RefusedException("got \"" + short_(quote) + "\", expected whole words of the text", "at");
        }
        int index = 0;
        for (ReportOutline.Excerpt other : report.excerpts()) {
            int[] there = other.at();
            if (there != null && there[0] < end && start < there[1]) {
                throw new RefusedException(
                        "got words that \"" + short_(other.quote()) + "\" quotes already, expected others", "at");
            }
            index += there != null && there[1] <= start ? 1 : 0;
        }
        ObjectNode excerpt = NODES.objectNode();
        excerpt.put(
                "id",
                freeId(
                        "",
                        report.excerpts().stream()
                                .map(ReportOutline.Excerpt::id)
                                .toList()));
        excerpt.put("quote", quote);
        if (occurrence[0] > 1) {
            excerpt.put("nth", occurrence[1]);
        }
        excerpt.put("offset", normalised.codePointCount(0, start));
        if (party != null) {
            excerpt.put("party", party);
        }
        edits.insert(file, "", "excerpts", Math.min(index, report.excerpts().size()), excerpt);
        return quote;
    }

    /** An id that none of the others is: the report's, what it is the id of, and a number. */
    private String freeId(String kind, List<String> others) {
        int number = others.size() + 1;
        while (others.contains(id + "-" + kind + number)) {
            number++;
        }
        return id + "-" + kind + number;
    }

    private Done addPlace(Request request) throws IOException, RefusedException {
        Selected selected = selected(request);
        String words = selected.excerpt.quote().substring(selected.in[0], selected.in[1]);
        if (request.has("candidate")) {
            return addTie(selected, words, feature(candidate(request), request));
        }
        if (!ReportOutline.isDraft(Edits.bytes(edits.content(file)))) {
            throw request.lacking("candidate", "the place that is meant: a published report has no proposals");
        }
        ObjectNode proposal = NODES.objectNode();
        proposal.put("words", words);
        proposal.put("sure", 0.5);
        proposal.put("why", "selected by an editor");
        edits.append(file, excerpt(selected.excerpt.id()), "proposed", proposal);
        return new Done("place " + words, "q:" + selected.excerpt.id() + ":" + words);
    }

    private Done addTie(Selected selected, String words, String feature) throws IOException, RefusedException {
        for (JsonNode place : selected.excerpt.node().path("places")) {
            if (place.path("id").asString("").equals(feature)) {
                throw new RefusedException(
                        "got " + feature + ", to which the quote is tied already, expected another place", "candidate");
            }
        }
        ObjectNode place = NODES.objectNode();
        place.put("id", feature);
        place.put("words", words);
        edits.append(file, excerpt(selected.excerpt.id()), "places", place);
        return new Done("place " + words, "p:" + selected.excerpt.id() + ":" + feature);
    }

    private Done addClaim(Request request) throws IOException, RefusedException {
        Selected selected = selected(request);
        if (!known.isMeasure(edits, request.text("measure"))) {
            throw request.lacking("measure", "the id of a measure");
        }
        ObjectNode figure = figure(request, selected.excerpt.quote(), selected.in);
        ObjectNode claim = NODES.objectNode();
        claim.put(
                "id",
                freeId(
                        "c",
                        report().claims().stream().map(ReportOutline.Claim::id).toList()));
        claim.set("measure", request.node("measure"));
        request.textOf("subject").ifPresent(subject -> claim.put("subject", subject));
        claim.set("value", figure.path("value"));
        claim.set("wording", figure.path("wording"));
        claim.set("words", figure.path("words"));
        for (String field : List.of("who", "group")) {
            request.textOf(field).ifPresent(value -> claim.put(field, value));
        }
        claim.put("excerpt", selected.excerpt.id());
        @Nullable
        String party = request.has("party")
                ? request.textOf("party").orElse(null)
                : selected.excerpt.node().path("party").asString(null);
        if (party != null) {
            claim.put("party", party);
        }
        edits.append(file, "", "claims", claim);
        List<ReportOutline.Claim> claims = report().claims();
        String key = "c:" + claims.getLast().id();
        if (request.textOf("subject").isPresent()) {
            for (ReportItem item : items()) {
                if (item.key().equals(key)) {
                    setSubject(item, request.text("subject"));
                }
            }
        }
        return new Done("figure \"" + figure.path("words").asString() + "\"", keyOfClaim(claims.size() - 1));
    }

    private Done deleteExcerpt(Request request) throws IOException, RefusedException {
        String wanted = request.text("excerpt");
        String path = excerpt(wanted);
        List<ReportOutline.Claim> claims = new ArrayList<>(report().claims());
        for (int i = claims.size() - 1; i >= 0; i--) {
            if (claims.get(i).excerpt().equals(wanted)) {
                edits.removeItem(file, "", "claims", i, false);
            }
        }
        int index = Integer.parseInt(path.replaceAll("\\D", ""));
        edits.removeItem(file, "", "excerpts", index, true);
        return new Done("delete a quote", null);
    }

    private Done newPlace(Request request) throws IOException, RefusedException {
        if (request.has("key")) {
            ReportItem item = item(request);
            return new Done("new place " + item.words(), tie(item, catalog.addFeature(request)));
        }
        Selected selected = selected(request);
        String words = selected.excerpt.quote().substring(selected.in[0], selected.in[1]);
        return addTie(selected, words, catalog.addFeature(request));
    }

    private Done newParty(Request request) throws IOException, RefusedException {
        String party = catalog.addParty(request);
        String path;
        @Nullable String focus = null;
        if (request.has("key")) {
            ReportItem item = item(request);
            path = item.path();
            focus = item.key();
            edits.edit(file, yaml -> yaml.remove(path, "party_words"));
        } else if (request.has("excerpt")) {
            path = excerpt(request.text("excerpt"));
        } else {
            return new Done("new party " + party, null);
        }
        put(path, "party", NODES.stringNode(party));
        return new Done("new party " + party, focus);
    }

    private Done status(boolean published) throws IOException, RefusedException {
        JsonNode status = NODES.stringNode(published ? "published" : "draft");
        edits.edit(file, yaml -> yaml.put("", "status", status, "label"));
        if (published) {
            edits.write(file, ReportDraft.published(edits.content(file)));
        }
        return new Done(published ? "publish" : "back to draft", null);
    }

    /** The part of a report that an operation is about, to tell whether somebody else has changed it. */
    static JsonNode node(Request request, ReportOutline report) {
        List<ReportItem> items = ReportItem.of(report);
        String key = request.textOf("key").orElse("");
        JsonNode target = request.node("target");
        String claim = target.path("claim").asString("");
        for (ReportItem item : items) {
            if (item.key().equals(key)) {
                return item.node();
            }
            if (item.key().equals("c:" + claim)) {
                return item.node().path(request.textOf("field").orElse(""));
            }
        }
        String excerpt = request.textOf("excerpt").orElse(target.path("excerpt").asString(""));
        for (ReportOutline.Excerpt one : report.excerpts()) {
            if (one.id().equals(excerpt)) {
                return switch (request.textOf("op").orElse("")) {
                    case "delete-excerpt" -> one.node();
                    case "set" -> one.node().path(request.textOf("field").orElse(""));
                    case "party", "new-party" -> one.node().path("party");
                    default -> one.node().path("quote");
                };
            }
        }
        return request.textOf("op").orElse("").equals("set")
                ? report.root().path(request.textOf("field").orElse(""))
                : report.root().path("status");
    }
}
