package org.dateline.draw.figure;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which letters of a drawing no font has, so that the drawing can say so. */
public final class MissingLetters {

    private MissingLetters() {}

    /** The scripts of texts in which letters are missing. */
    public static Set<UnicodeScript> scripts(List<Mark> marks) {
        Set<UnicodeScript> scripts = new TreeSet<>();
        collect(marks, scripts);
        return scripts;
    }

    private static void collect(List<Mark> marks, Set<UnicodeScript> scripts) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Text text -> scripts.addAll(scripts(text.content(), text.type()));
                case Mark.Group group -> collect(group.marks(), scripts);
                case Mark.Item item -> collect(item.marks(), scripts);
                case Mark.Path _, Mark.Circle _, Mark.Bar _, Mark.Segment _, Mark.Picture _, Mark.Ground _ -> {}
            }
        }
    }

    /** The scripts of a text in which letters are missing. */
    public static Set<UnicodeScript> scripts(String text, Type type) {
        Set<UnicodeScript> scripts = new TreeSet<>();
        LineFaces faces = LineFaces.of(text, type);
        text.codePoints()
                .filter(letter -> faces.lacks(letter))
                .forEach(letter -> scripts.add(UnicodeScript.of(letter)));
        return scripts;
    }
}
