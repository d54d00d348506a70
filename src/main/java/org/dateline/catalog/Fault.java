package org.dateline.catalog;

/**
 * An error in a file of a catalog.
 *
 * @param file     path within the catalog's folder
 * @param line     from 1; 0 if the fault concerns the whole file
 * @param field    path of the field, as in {@code excerpts[3].offset}; empty for the whole file
 * @param got      the value found
 * @param expected what should be there
 */
public record Fault(String file, int line, String field, String got, String expected) implements Comparable<Fault> {

    /** One line: {@code reports/a.yaml:12: excerpts[3].offset: got "x", expected an integer}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + "got " + got
                + ", expected " + expected;
    }

    @Override
    public int compareTo(Fault other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }
}
