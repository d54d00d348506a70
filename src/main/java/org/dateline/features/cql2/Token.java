package org.dateline.features.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word or sign of CQL2 text.
 *
 * @param text its content: without quotes for strings and quoted names
 * @param from its start in the filter, in UTF-16 units
 * @param to   its end
 */
record Token(Kind kind, String text, int from, int to) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String upperCase) {
        return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(upperCase);
    }

    String shown() {
        return kind == Kind.END ? "the end" : "\"" + text + "\" at character " + (from + 1);
    }

    /** All tokens of a filter, followed by END. */
    static List<Token> read(String filter) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < filter.length()) {
            char c = filter.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            Token token;
            if (c == '\'' || c == '"') {
                token = quoted(filter, at, c);
            } else if (isDigit(c) || c == '.' && at + 1 < filter.length() && isDigit(filter.charAt(at + 1))) {
                token = number(filter, at);
            } else if (isNameStart(filter.codePointAt(at))) {
                token = word(filter, at);
            } else {
                token = sign(filter, at);
            }
            tokens.add(token);
            at = token.to;
        }
        tokens.add(new Token(Kind.END, "", filter.length(), filter.length()));
        return tokens;
    }

    /** A quote inside is doubled or, in a string, follows a backslash. */
    private static Token quoted(String filter, int from, char quote) {
        StringBuilder text = new StringBuilder();
        int at = from + 1;
        while (at < filter.length()) {
            char c = filter.charAt(at);
            boolean more = at + 1 < filter.length() && filter.charAt(at + 1) == quote;
            if (c == quote && !more) {
                return new Token(quote == '"' ? Kind.QUOTED_NAME : Kind.STRING, text.toString(), from, at + 1);
            }
            boolean escaped = more && (c == quote || c == '\\' && quote == '\'' && at + 2 < filter.length());
            text.append(escaped ? quote : c);
            at += escaped ? 2 : 1;
        }
        throw new Cql2Exception("got an unclosed text that starts with " + quote + " at character " + (from + 1)
                + ", expected another " + quote);
    }

    private static Token number(String filter, int from) {
        int at = digits(filter, from);
        if (at < filter.length() && filter.charAt(at) == '.') {
            at = digits(filter, at + 1);
        }
        if (at < filter.length() && (filter.charAt(at) == 'e' || filter.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < filter.length() && (filter.charAt(exponent) == '+' || filter.charAt(exponent) == '-')) {
                exponent++;
            }
            int end = digits(filter, exponent);
            at = end > exponent ? end : at;
        }
        return new Token(Kind.NUMBER, filter.substring(from, at), from, at);
    }

    private static int digits(String filter, int from) {
        int at = from;
        while (at < filter.length() && isDigit(filter.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Token word(String filter, int from) {
        int at = from;
        while (at < filter.length() && isNamePart(filter.codePointAt(at))) {
            at += Character.charCount(filter.codePointAt(at));
        }
        return new Token(Kind.WORD, filter.substring(from, at), from, at);
    }

    private static boolean isNameStart(int codePoint) {
        return codePoint == '_' || codePoint == ':' || Character.isLetter(codePoint);
    }

    private static boolean isNamePart(int codePoint) {
        return isNameStart(codePoint)
                || codePoint == '.'
                || Character.isDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || codePoint == 0x203F
                || codePoint == 0x2040;
    }

    private static Token sign(String filter, int from) {
        for (String sign :
                List.of("<>", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "%", "^", "(", ")", ",", "[", "]")) {
            if (filter.startsWith(sign, from)) {
                return new Token(Kind.SIGN, sign, from, from + sign.length());
            }
        }
        int codePoint = filter.codePointAt(from);
        throw new Cql2Exception("got the character " + (from + 1) + ", " + Character.getName(codePoint)
                + ", expected a name, a number, a text in single quotes or an operator");
    }
}
