package org.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program and its commands. Without a command it runs {@code serve}. */
@Command(
        name = "dateline",
        description = "A map server for sourced reporting.",
        version = "Dateline 0.1.0",
        mixinStandardHelpOptions = true)
public final class Dateline implements java.util.concurrent.Callable<Integer> {

    private static final List<Class<?>> COMMANDS = List.of(
            Serve.class,
            New.class,
            Add.class,
            Ingest.class,
            DeskCommand.class,
            Place.class,
            GazetteerCommand.class,
            Check.class,
            Verify.class,
            BasemapCommand.class,
            Publish.class,
            Load.class,
            Unload.class,
            ListCollections.class,
            Push.class);

    @Mixin
    private final Serve serve = new Serve();

    /** Runs a command and exits: 0 if it succeeded, 1 if it failed, 2 if its options are wrong. */
    public static void main(String[] arguments) {
        if (arguments.length == 0 && hasNothingToServe(System.getenv())) {
            commandLine().usage(System.out);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        makeTemporaryFolder();
        Caches.use(System.getenv());
        int exit = execute(List.of(arguments), System.getenv());
        if (exit != Serve.RUNNING) {
            TemporaryFolder.removeOwn();
            System.exit(exit);
        }
    }

    /**
     * Runs a command.
     *
     * @param environment the variables that may state options
     * @return the exit status, or {@link Serve#RUNNING}
     */
    static int execute(List<String> arguments, Map<String, String> environment) {
        Invocation invocation = Invocation.of(arguments);
        try {
            useSettings(invocation.program(), arguments, environment);
        } catch (UsageException | IOException e) {
            System.err.println("dateline: " + Failure.said(e));
            return CommandLine.ExitCode.USAGE;
        }
        return invocation.program().execute(invocation.arguments().toArray(String[]::new));
    }

    /** Whether the program's name alone can only be a question: there is no catalog here, and no setting names one. */
    static boolean hasNothingToServe(Map<String, String> environment) {
        return !Files.exists(Path.of("geodata"))
                && environment.keySet().stream()
                        .noneMatch(name -> name.equals("DATELINE_GEODATA")
                                || name.equals("DATELINE_STORIES")
                                || name.equals("DATELINE_CONFIG")
                                || name.startsWith("DATELINE_DATABASE"));
    }

    /**
     * A program and its arguments. A server that is started without mistakes knows only its own options: reading those of all
     * commands takes as long as starting the framework.
     */
    record Invocation(CommandLine program, List<String> arguments) {

        private static final Set<String> OF_ALL = Set.of("--help", "--version");

        static Invocation of(List<String> arguments) {
            String first = arguments.isEmpty() ? "" : arguments.getFirst();
            boolean stated = first.equals("serve");
            boolean help = arguments.stream()
                    .anyMatch(argument -> OF_ALL.contains(argument) || argument.matches("-[a-zA-Z].*"));
            if (!help && (stated || first.isEmpty() || first.startsWith("--"))) {
                List<String> options = arguments.subList(stated ? 1 : 0, arguments.size());
                CommandLine serve = saying(new CommandLine(new Serve()));
                try {
                    serve.parseArgs(options.toArray(String[]::new));
                    return new Invocation(serve, options);
                } catch (CommandLine.ParameterException e) {
                    // The whole program knows what is meant instead, or says what is wrong.
                }
            }
            return new Invocation(commandLine(), arguments);
        }
    }

    /** Takes options from the environment and from the file of {@code --config}, where the command line states none. */
    static void useSettings(CommandLine program, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Settings settings = Settings.read(program, arguments, environment);
        for (String variable : settings.unknownVariables()) {
            program.getErr()
                    .println("dateline: got the environment variable " + variable
                            + ", which is the name of no option; it is ignored");
        }
        program.setDefaultValueProvider(settings);
        program.setParameterExceptionHandler((exception, _) -> {
            String origin = exception.getArgSpec() == null
                    ? null
                    : settings.originOf(exception.getArgSpec(), exception.getValue());
            exception
                    .getCommandLine()
                    .getErr()
                    .println("dateline: " + Failure.said(exception) + (origin == null ? "" : " (from " + origin + ")"));
            return CommandLine.ExitCode.USAGE;
        });
    }

    private static void makeTemporaryFolder() {
        try {
            TemporaryFolder.make();
        } catch (IOException e) {
            System.err.println("dateline: got no folder for temporary files (" + Failure.said(e) + "), expected "
                    + System.getProperty("java.io.tmpdir") + " to take them");
        }
    }

    /** The program with all of its commands. */
    static CommandLine commandLine() {
        CommandLine program = new CommandLine(new Dateline());
        COMMANDS.forEach(program::addSubcommand);
        return saying(program);
    }

    private static CommandLine saying(CommandLine program) {
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((exception, _) -> {
                    exception.getCommandLine().getErr().println("dateline: " + Failure.said(exception));
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, commandLine, _) -> {
                    commandLine.getErr().println("dateline: " + Failure.said(exception));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    @Override
    public Integer call() throws Exception {
        return serve.call();
    }
}
