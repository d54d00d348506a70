package org.dateline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that are not on the command line: {@code --tiles-attribution} is the environment variable
 * {@code DATELINE_TILES_ATTRIBUTION}, or else the line {@code tiles-attribution = …} of the file that {@code --config} names.
 */
final class Settings implements IDefaultValueProvider {

    private static final String PREFIX = "DATELINE_";
    private static final String CONFIG = "--config";

    /** What the start script reads. */
    private static final Set<String> OF_START_SCRIPT = Set.of("DATELINE_CACHE", "DATELINE_JAVA_OPTIONS");

    /** Kubernetes sets DATELINE_PORT to the address of a service with the name dateline: not meant for us. */
    private static final String OF_KUBERNETES = "tcp://";

    private record Setting(String value, String origin) {}

    private final Map<String, Setting> byOption = new HashMap<>();
    private final Set<String> unknownVariables = new TreeSet<>();

    private Settings() {}

    /**
     * Reads the settings.
     *
     * @throws UsageException if the file has a setting that no command knows
     * @throws IOException if the file cannot be read
     */
    static Settings read(CommandLine program, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Settings settings = new Settings();
        String stated = stated(arguments, environment.get(variable(CONFIG)));
        Path file = stated == null ? null : Path.of(stated);
        Properties lines = file == null ? new Properties() : read(file);
        Set<String> known = new TreeSet<>();
        collect(program, known);
        if (!isKnown(lines, environment, known)) {
            // The program may know only the options of its command.
            collect(Dateline.commandLine(), known);
        }
        if (file != null) {
            settings.take(lines, file, known);
        }
        Map<String, String> options = new HashMap<>();
        known.forEach(option -> options.put(variable(option), option));
        environment.forEach((variable, value) -> {
            String option = options.get(variable);
            if (option != null && !value.isBlank() && !value.startsWith(OF_KUBERNETES)) {
                settings.byOption.put(option, new Setting(value, "the environment variable " + variable));
            } else if (option == null && variable.startsWith(PREFIX) && !OF_START_SCRIPT.contains(variable)) {
                settings.unknownVariables.add(variable);
            }
        });
        return settings;
    }

    private static boolean isKnown(Properties lines, Map<String, String> environment, Set<String> options) {
        Set<String> variables = options.stream().map(Settings::variable).collect(Collectors.toSet());
        return lines.stringPropertyNames().stream().allMatch(name -> options.contains("--" + name))
                && environment.keySet().stream()
                        .allMatch(name ->
                                !name.startsWith(PREFIX) || OF_START_SCRIPT.contains(name) || variables.contains(name));
    }

    private static void collect(CommandLine command, Set<String> names) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                names.add(option.longestName());
            }
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, names));
    }

    private static String variable(String option) {
        return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable String stated(List<String> arguments, @Nullable String otherwise) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(CONFIG + "=")) {
                return argument.substring(CONFIG.length() + 1);
            }
            if (argument.equals(CONFIG) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return otherwise == null || otherwise.isBlank() ? null : otherwise;
    }

    private static Properties read(Path file) throws IOException {
        Properties lines = new OnceEach(file);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            // An editor may have written a byte order mark.
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            lines.load(reader);
        } catch (IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw unreadable(file, "not UTF-8");
        }
        return lines;
    }

    private static UsageException unreadable(Path file, String why) {
        return new UsageException(
                "got " + file + ", which is not readable (" + why + "), expected lines such as port = 8080");
    }

    /** Lines of which no two set the same option. */
    private static final class OnceEach extends Properties {

        private final transient Path file;

        OnceEach(Path file) {
            this.file = file;
        }

        @Override
        public synchronized @Nullable Object put(Object name, Object value) {
            if (containsKey(name)) {
                throw new UsageException("got \"" + name + "\" twice in " + file + ", expected each option once");
            }
            return super.put(name, value);
        }
    }

    private void take(Properties lines, Path file, Set<String> known) {
        for (String name : new TreeSet<>(lines.stringPropertyNames())) {
            String option = "--" + name;
            if (!known.contains(option) || option.equals(CONFIG)) {
                throw new UsageException("got \"" + name + "\" in " + file
                        + ", expected the name of an option without its dashes, such as port");
            }
            byOption.put(option, new Setting(lines.getProperty(name).strip(), file.toString()));
        }
    }

    /** The environment variables that look like settings and are none. */
    Set<String> unknownVariables() {
        return unknownVariables;
    }

    /** Where a value of an option comes from; null if it is not from here. */
    @Nullable
    String originOf(ArgSpec argument, @Nullable String value) {
        Setting setting = of(argument);
        return setting != null && setting.value.equals(value) ? setting.origin : null;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        Setting setting = of(argument);
        return setting == null ? null : setting.value;
    }

    private @Nullable Setting of(ArgSpec argument) {
        return argument instanceof OptionSpec option ? byOption.get(option.longestName()) : null;
    }
}
