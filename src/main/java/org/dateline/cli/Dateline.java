package org.dateline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program and its commands. Without a command it runs {@code serve}. */
@Command(
        name = "dateline",
        description = "A map server for sourced reporting.",
        version = "Dateline 0.1.0",
        mixinStandardHelpOptions = true,
        subcommands = {
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
            Push.class
        })
public final class Dateline implements java.util.concurrent.Callable<Integer> {

    @Mixin
    private final Serve serve = new Serve();

    /** Runs a command and exits: 0 if it succeeded, 1 if it failed, 2 if its options are wrong. */
    public static void main(String[] arguments) {
        CommandLine program = commandLine();
        try {
            useSettings(program, List.of(arguments), System.getenv());
        } catch (UsageException | IOException e) {
            System.err.println("dateline: " + Failure.said(e));
            System.exit(CommandLine.ExitCode.USAGE);
        }
        makeTemporaryFolder();
        Caches.use(System.getenv());
        int exit = program.execute(arguments);
        if (exit != Serve.RUNNING) {
            TemporaryFolder.removeOwn();
            System.exit(exit);
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

    static CommandLine commandLine() {
        return new CommandLine(new Dateline())
                .setCaseInsensitiveEnumValuesAllowed(true)
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
