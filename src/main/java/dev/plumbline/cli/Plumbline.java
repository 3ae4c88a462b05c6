package dev.plumbline.cli;

import dev.plumbline.views.Clean;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The command line's entrance. */
public final class Plumbline {

    private static final Set<String> HELP = Set.of("-h", "--help", "help");
    private static final Set<String> VERSION = Set.of("-V", "--version", "version");

    /** Options with a value of their own, which is no command's name. */
    private static final Set<String> VALUED = Set.of(
            "-f",
            "--file",
            "-n",
            "--namespace",
            "-l",
            "--selector",
            "-o",
            "--output",
            "--color",
            "--require",
            "--scope");

    private final Parts parts;
    private final Surroundings surroundings;

    public Plumbline(Parts parts, Surroundings surroundings) {
        this.parts = parts;
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        ExitCode code = new Plumbline(Wiring.parts(), Surroundings.ofProcess()).run(List.of(arguments));
        System.exit(code.number());
    }

    /** Runs one command line; never throws. */
    public ExitCode run(List<String> arguments) {
        ExitCode code = guarded(arguments);
        try {
            surroundings.err().flush();
        } catch (IOException gone) {
            return code;
        }
        return code;
    }

    private ExitCode guarded(List<String> arguments) {
        try {
            ExitCode code = dispatch(arguments);
            surroundings.out().flush();
            return code;
        } catch (Refusal refusal) {
            return refused(refusal);
        } catch (IOException unwritten) {
            return unwritten(unwritten);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            return internal(bug);
        }
    }

    private ExitCode dispatch(List<String> arguments) throws IOException, Refusal {
        Commands commands = Commands.of(parts);
        int at = place(arguments);
        String name = at < arguments.size() ? arguments.get(at) : "";
        List<String> rest = new ArrayList<>(arguments);
        if (at < arguments.size()) {
            rest.remove(at);
        }
        if (name.isEmpty() && arguments.stream().anyMatch(VERSION::contains) || VERSION.contains(name)) {
            surroundings.out().append(version()).append('\n');
            return ExitCode.FINE;
        }
        boolean helpAsked =
                HELP.contains(name) || name.isEmpty() && arguments.stream().anyMatch(HELP::contains);
        if (helpAsked
                && (rest.isEmpty()
                        || name.isEmpty()
                        || commands.named(rest.getFirst()).isEmpty())) {
            surroundings.out().append(commands.help());
            return ExitCode.FINE;
        }
        if (name.isEmpty()) {
            surroundings.err().append(commands.help());
            return ExitCode.USAGE;
        }
        if (helpAsked) {
            return help(commands.named(rest.getFirst()).orElseThrow());
        }
        Optional<CliCommand> command = commands.named(name);
        if (command.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "'" + name + "' is no command",
                    List.of("did you mean: " + String.join(", ", commands.near(name)), "see plumbline --help"));
        }
        return call(command.get(), rest);
    }

    private ExitCode call(CliCommand command, List<String> arguments) throws IOException, Refusal {
        Optional<Options> options = new OptionParser(command).parse(arguments);
        if (options.isEmpty()) {
            return help(command);
        }
        return ExitCode.gravest(command.run(new Call(options.get(), surroundings, parts.surveys(), parts.plans())));
    }

    private ExitCode help(CliCommand command) throws IOException {
        surroundings.out().append(new OptionParser(command).help());
        return ExitCode.FINE;
    }

    /** kubectl lets options stand before the command; so its place is the first word that is none. */
    private static int place(List<String> arguments) {
        int at = 0;
        while (at < arguments.size()
                && arguments.get(at).startsWith("-")
                && !arguments.get(at).equals("-")) {
            at += VALUED.contains(arguments.get(at)) ? 2 : 1;
        }
        return Math.min(at, arguments.size());
    }

    private ExitCode refused(Refusal refusal) {
        try {
            surroundings.out().flush();
            say(String.valueOf(refusal.getMessage()));
            for (String hint : refusal.hints()) {
                surroundings.err().append("  ").append(Clean.line(hint)).append('\n');
            }
        } catch (IOException gone) {
            return refusal.code();
        }
        return refusal.code();
    }

    /** A reader that has seen enough, as head does, is no error; a full disk is. */
    private ExitCode unwritten(IOException failure) {
        String why = String.valueOf(failure.getMessage());
        if (why.contains("Broken pipe") || why.contains("Connection reset")) {
            return ExitCode.FINE;
        }
        try {
            say("the answer could not be written: " + why);
        } catch (IOException gone) {
            return ExitCode.INTERNAL;
        }
        return ExitCode.INTERNAL;
    }

    private ExitCode internal(Throwable bug) {
        try {
            StackTraceElement[] trace = bug.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0];
            say("internal error: " + bug + where + "; please report this line, what PLUMBLINE_DEBUG=1 adds to it, and "
                    + version());
            if (surroundings.environment().getOrDefault("PLUMBLINE_DEBUG", "").equals("1")) {
                for (StackTraceElement element : trace) {
                    surroundings
                            .err()
                            .append("    at ")
                            .append(element.toString())
                            .append('\n');
                }
            }
        } catch (IOException gone) {
            return ExitCode.INTERNAL;
        }
        return ExitCode.INTERNAL;
    }

    private void say(String text) throws IOException {
        surroundings.err().append("plumbline: ").append(Clean.line(text)).append('\n');
    }

    private static String version() {
        String version = Optional.ofNullable(Plumbline.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
        return "plumbline " + version + " (Java " + Runtime.version().feature() + ")";
    }
}
