package org.dateline.cli;

/** How this program was started, for commands that it proposes. */
final class Invocation {

    private Invocation() {}

    /**
     * {@code dateline} or the path of the script that started it, or {@code java -jar FILE} if it was started so. The
     * script says its name in the property {@code dateline.command}.
     */
    static String name() {
        String script = System.getProperty("dateline.command");
        if (script != null) {
            return script;
        }
        String command = System.getProperty("sun.java.command", "");
        String first = command.split(" ", 2)[0];
        return first.endsWith(".jar") ? "java -jar " + first : "dateline";
    }
}
