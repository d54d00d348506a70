package org.dateline.features.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dateline.features.cql2.Node.Array;
import org.dateline.features.cql2.Node.Bool;
import org.dateline.features.cql2.Node.Num;
import org.dateline.features.cql2.Node.Op;
import org.dateline.features.cql2.Node.Prop;
import org.dateline.features.cql2.Node.Text;
import org.dateline.features.cql2.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Parses CQL2 text into nodes by recursive descent. Operators that bind loosely call those that bind tightly: OR, AND,
 * NOT, comparison, sum, product, power, operand.
 */
final class TextParser {

    /** No useful filter is nested more deeply, and deeper nesting could overflow the stack. */
    static final int DEEPEST = 100;

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");

    private static final Set<String> RESERVED =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV");

    private final String filter;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private TextParser(String filter) {
        this.filter = filter;
        this.tokens = Token.read(filter);
    }

    static Node parse(String filter) {
        TextParser parser = new TextParser(filter);
        Node node = parser.or();
        if (parser.next().kind() != Kind.END) {
            throw parser.unexpected("AND, OR or the end");
        }
        return node;
    }

    private Token next() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private boolean took(String signOrWord) {
        boolean there = next().is(signOrWord) || next().isWord(signOrWord);
        if (there) {
            at++;
        }
        return there;
    }

    private void require(String sign) {
        if (!took(sign)) {
            throw unexpected(sign);
        }
    }

    private Cql2Exception unexpected(String expected) {
        return new Cql2Exception("got " + next().shown() + ", expected " + expected);
    }

    private Node or() {
        if (++depth > DEEPEST) {
            throw new Cql2Exception("got more than " + DEEPEST + " levels of nesting, expected fewer");
        }
        Node node = joined("or", "OR", () -> joined("and", "AND", this::not));
        depth--;
        return node;
    }

    private interface Part {
        Node parse();
    }

    private Node joined(String name, String word, Part part) {
        List<Node> parts = new ArrayList<>(List.of(part.parse()));
        while (took(word)) {
            parts.add(part.parse());
        }
        return parts.size() == 1 ? parts.getFirst() : new Op(name, parts);
    }

    private Node not() {
        boolean negated = false;
        while (took("NOT")) {
            negated = !negated;
        }
        Node node = comparison();
        return negated ? new Op("not", List.of(node)) : node;
    }

    private Node comparison() {
        Node left = sum();
        if (next().kind() == Kind.SIGN && COMPARISONS.contains(next().text())) {
            String operator = take().text();
            return new Op(operator, List.of(left, sum()));
        }
        if (took("IS")) {
            boolean negated = took("NOT");
            require("NULL");
            return negated(negated, new Op("isnull", List.of(left)));
        }
        boolean negated = took("NOT");
        if (took("LIKE")) {
            return negated(negated, new Op("like", List.of(left, sum())));
        }
        if (took("BETWEEN")) {
            Node low = sum();
            require("AND");
            return negated(negated, new Op("between", List.of(left, low, sum())));
        }
        if (took("IN")) {
            require("(");
            return negated(negated, new Op("in", List.of(left, new Array(list(")")))));
        }
        if (negated) {
            throw unexpected("LIKE, BETWEEN or IN");
        }
        return left;
    }

    private static Node negated(boolean negated, Node node) {
        return negated ? new Op("not", List.of(node)) : node;
    }

    private Node sum() {
        Node left = product();
        for (int chained = 1; next().is("+") || next().is("-"); chained++) {
            requireShort(chained);
            left = new Op(take().text(), List.of(left, product()));
        }
        return left;
    }

    private Node product() {
        Node left = power();
        for (int chained = 1; next().is("*") || next().is("/") || next().is("%") || next().isWord("DIV"); chained++) {
            requireShort(chained);
            left = new Op(take().text().toLowerCase(Locale.ROOT), List.of(left, power()));
        }
        return left;
    }

    /** A chain becomes a tree that is as deep as the chain is long. */
    private static void requireShort(int chained) {
        if (chained > DEEPEST) {
            throw new Cql2Exception("got more than " + DEEPEST + " operators in a row, expected fewer");
        }
    }

    private Node power() {
        // A loop instead of recursion, because a long chain is not nesting. The rightmost operator binds first.
        List<Node> chain = new ArrayList<>(List.of(operand()));
        while (took("^")) {
            requireShort(chain.size());
            chain.add(operand());
        }
        Node node = chain.removeLast();
        while (!chain.isEmpty()) {
            node = new Op("^", List.of(chain.removeLast(), node));
        }
        return node;
    }

    private Node operand() {
        Token token = next();
        switch (token.kind()) {
            case STRING -> {
                at++;
                return new Text(token.text());
            }
            case NUMBER -> {
                at++;
                return new Num(Double.parseDouble(token.text()));
            }
            case QUOTED_NAME -> {
                at++;
                return new Prop(token.text());
            }
            case SIGN -> {
                return afterSign();
            }
            case WORD -> {
                return afterWord();
            }
            case END -> {
                throw unexpected("a property, a value or a function");
            }
        }
        throw new IllegalStateException();
    }

    private Node afterSign() {
        if (next().is("-") || next().is("+")) {
            boolean negative = take().is("-");
            if (next().kind() == Kind.NUMBER) {
                double value = Double.parseDouble(take().text());
                return new Num(negative ? -value : value);
            }
            Node node = nested(this::operand);
            return negative ? new Op("-", List.of(new Num(0), node)) : node;
        }
        if (took("[")) {
            return new Array(list("]"));
        }
        if (took("(")) {
            if (took(")")) {
                return new Array(List.of());
            }
            Node first = or();
            if (took(")")) {
                return first;
            }
            require(",");
            List<Node> items = new ArrayList<>(List.of(first));
            items.addAll(list(")"));
            return new Array(items);
        }
        throw unexpected("a property, a value or a function");
    }

    private Node nested(Part part) {
        if (++depth > DEEPEST) {
            throw new Cql2Exception("got more than " + DEEPEST + " levels of nesting, expected fewer");
        }
        Node node = part.parse();
        depth--;
        return node;
    }

    /** Items separated by commas, up to the closing sign. */
    private List<Node> list(String end) {
        List<Node> items = new ArrayList<>();
        if (took(end)) {
            return items;
        }
        do {
            items.add(or());
        } while (took(","));
        require(end);
        return items;
    }

    private Node afterWord() {
        Token word = take();
        String upper = word.text().toUpperCase(Locale.ROOT);
        if (upper.equals("TRUE") || upper.equals("FALSE")) {
            return new Bool(upper.equals("TRUE"));
        }
        if (RESERVED.contains(upper)) {
            at--;
            throw unexpected("a property, a value or a function; a property of this name is written in double quotes");
        }
        Node shape = WktReader.read(filter, tokens, at - 1);
        if (shape != null) {
            at = WktReader.end(tokens, at - 1);
            return shape;
        }
        if (!took("(")) {
            return new Prop(word.text());
        }
        List<Node> arguments = list(")");
        return switch (upper) {
            case "DATE", "TIMESTAMP" -> TimeLiteral.instant(upper, only(arguments));
            case "INTERVAL" -> TimeLiteral.interval(arguments);
            default -> new Op(word.text().toLowerCase(Locale.ROOT), arguments);
        };
    }

    private static @Nullable Node only(List<Node> arguments) {
        return arguments.size() == 1 ? arguments.getFirst() : null;
    }
}
