package org.dateline.cli;

/** How this program was started, for commands that it proposes. */
final class Invocation {

    private Invocation() {}

    /** {@code dateline}, or {@code java -jar FILE} if it was started so. */
    static String name() {
        String command = System.getProperty("sun.java.command", "");
        String first = command.split(" ", 2)[0];
        return first.endsWith(".jar") ? "java -jar " + first : "dateline";
    }
}
