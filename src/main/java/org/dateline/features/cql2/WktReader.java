package org.dateline.features.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dateline.features.cql2.Token.Kind;
import org.dateline.geo.Geometries;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads geometries in CQL2 text: Well-Known Text, and BBOX with four or six numbers. */
final class WktReader {

    private static final Set<String> TYPES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");

    private WktReader() {}

    /** The geometry that starts at a word; null if none does. */
    static @Nullable Node read(String filter, List<Token> tokens, int word) {
        String type = tokens.get(word).text().toUpperCase(Locale.ROOT);
        boolean box = type.equals("BBOX") || type.equals("ENVELOPE");
        Token next = tokens.get(word + 1);
        boolean opens = next.is("(") || (next.isWord("Z") || next.isWord("EMPTY")) && TYPES.contains(type);
        if (!opens || !box && !TYPES.contains(type)) {
            return null;
        }
        int end = end(tokens, word);
        if (box) {
            return new Node.Shape(box(tokens.subList(word + 2, end - 1)));
        }
        String wkt =
                filter.substring(tokens.get(word).from(), tokens.get(end - 1).to());
        try {
            return new Node.Shape(new WKTReader(Geometries.FACTORY).read(wkt));
        } catch (ParseException | IllegalArgumentException e) {
            throw new Cql2Exception("got an invalid " + type + " at character "
                    + (tokens.get(word).from() + 1) + ", expected Well-Known Text: " + e.getMessage());
        }
    }

    /** The index after the last token of the geometry that starts at a word. */
    static int end(List<Token> tokens, int word) {
        int depth = 0;
        for (int i = word + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(")) {
                depth++;
                if (depth > TextParser.DEEPEST) {
                    break;
                }
            } else if (token.is(")")) {
                depth--;
            }
            if (depth == 0 && !token.isWord("Z")) {
                return i + 1;
            }
        }
        throw new Cql2Exception("got an unclosed geometry at character "
                + (tokens.get(word).from() + 1) + ", expected a closing parenthesis");
    }

    private static Geometry box(List<Token> tokens) {
        double[] numbers = new double[6];
        int count = 0;
        boolean negative = false;
        boolean number = true;
        for (Token token : tokens) {
            if (number && (token.is("-") || token.is("+"))) {
                negative = token.is("-");
            } else if (number && token.kind() == Kind.NUMBER && count < 6) {
                double value = Double.parseDouble(token.text());
                numbers[count++] = negative ? -value : value;
                negative = false;
                number = false;
            } else if (!number && token.is(",")) {
                number = true;
            } else {
                throw new Cql2Exception("got " + token.shown() + " in a BBOX, expected 4 or 6 numbers");
            }
        }
        return BoxLiteral.polygon(java.util.Arrays.copyOf(numbers, count));
    }
}
