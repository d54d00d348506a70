package org.dateline.features;

/** Orders texts by code points, which equals the order of their UTF-8 bytes: the same in memory and in a database. */
public final class TextOrder {

    private TextOrder() {}

    public static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // UTF-16 sorts code points beyond U+FFFF (surrogate pairs) before those from U+E000 on.
                boolean pair = Character.isSurrogate(x);
                return pair == Character.isSurrogate(y) ? x - y : pair ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
