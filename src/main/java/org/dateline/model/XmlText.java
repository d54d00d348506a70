package org.dateline.model;

/** Texts in XML 1.0, which allows some characters nowhere, not even escaped (section 2.2): they are left out. */
public final class XmlText {

    private XmlText() {}

    public static String of(String text) {
        return text.codePoints().allMatch(XmlText::isAllowed)
                ? text
                : text.codePoints()
                        .filter(XmlText::isAllowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Whether XML can carry a character. */
    public static boolean isAllowed(int point) {
        return point >= ' '
                ? (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                        && point != 0xFFFE
                        && point != 0xFFFF
                : point == '\t' || point == '\n' || point == '\r';
    }
}
