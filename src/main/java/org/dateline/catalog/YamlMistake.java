package org.dateline.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What is wrong with a text that is not YAML, in words and where the mistake was made. A parser notices some mistakes
 * many lines later: a quotation mark that is not closed, where the next one opens.
 *
 * @param line from 1
 */
record YamlMistake(int line, String got, String expected) {

    /** Empty if the parser finds no mistake, or none that it can place. */
    static Optional<YamlMistake> in(String text) {
        LoadSettings settings =
                YamlSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        @Nullable ScalarEvent quoted = null;
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (event instanceof ScalarEvent scalar && isQuoted(scalar) && lines(scalar) > 0) {
                    quoted = scalar;
                }
            }
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            int problem = line(e.getProblemMark());
            return problem == 0 ? Optional.empty() : Optional.of(of(e, problem, quoted));
        }
    }

    private static YamlMistake of(MarkedYamlEngineException e, int problem, @Nullable ScalarEvent quoted) {
        String said = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        int began = line(e.getContextMark());
        if (context.contains("quoted scalar") && said.contains("end of stream")) {
            return new YamlMistake(
                    began, "a quotation mark that is never closed", "a second one at the end of the text");
        }
        // A text in quotation marks that ends just where the parser stumbles opened too early, or was not closed.
        if (quoted != null && line(quoted.getEndMark()) == problem) {
            return new YamlMistake(
                    line(quoted.getStartMark()),
                    "a quotation mark that is closed on line " + problem + " only",
                    "a second one at the end of the text");
        }
        if (said.contains("mapping values are not allowed")) {
            return new YamlMistake(
                    problem,
                    "a colon and a space within a text",
                    "the whole text in quotation marks, or no such colon");
        }
        if (said.contains("(TAB)")) {
            return new YamlMistake(problem, "a tab", "spaces at the start of a line");
        }
        if (said.contains("could not find expected ':'")) {
            return new YamlMistake(
                    began == 0 ? problem : began, "a line without a colon", "\"name: value\", or \"- \" for an item");
        }
        if (said.contains("cannot start any token")
                || context.contains("scanning an alias")
                || context.contains("scanning an anchor")) {
            return new YamlMistake(
                    problem, "a text that starts with a sign of YAML", "the whole text in quotation marks");
        }
        if (said.contains("<block end>")) {
            return new YamlMistake(
                    problem,
                    "a line that does not continue what stands above it",
                    "the same indentation as the other items or fields there");
        }
        if (said.contains("',' or '}'") || said.contains("',' or ']'")) {
            return new YamlMistake(
                    began,
                    "a bracket after which something is missing on line " + problem,
                    "a comma between items, and a closing bracket");
        }
        return new YamlMistake(problem, context.isEmpty() ? said : context + ", " + said, "well-formed YAML");
    }

    private static boolean isQuoted(ScalarEvent scalar) {
        return scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    }

    private static int lines(ScalarEvent scalar) {
        return line(scalar.getEndMark()) - line(scalar.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(0);
    }
}
