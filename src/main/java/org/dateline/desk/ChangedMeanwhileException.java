package org.dateline.desk;

/** The lines that a change is taken back in were changed by another hand. */
final class ChangedMeanwhileException extends Exception {

    private static final long serialVersionUID = 1;

    private final String file;
    private final String mine;
    private final String theirs;

    /**
     * @param mine   the lines as they would be
     * @param theirs the lines as they are
     */
    ChangedMeanwhileException(String file, String mine, String theirs) {
        super("got " + file + ", whose lines were changed by another hand since, expected them as the desk left them");
        this.file = file;
        this.mine = mine;
        this.theirs = theirs;
    }

    String file() {
        return file;
    }

    String mine() {
        return mine;
    }

    String theirs() {
        return theirs;
    }
}
