package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * One command's options and help. The model is built by hand, for one command only: reflection over all of them costs a
 * tenth of a second.
 */
final class OptionParser {

    private static final List<String> COLORS = List.of("auto", "always", "never");

    private final CliCommand command;
    private final CommandSpec spec = CommandSpec.create();

    OptionParser(CliCommand command) {
        this.command = command;
        spec.name("plumbline " + command.name());
        many("SOURCE", "Read this file, folder or archive; - is standard input. Repeatable.", "-f", "--file");
        one("NAMESPACE", "Only machines of this namespace.", "-n", "--namespace");
        flag("All namespaces: a name that stands in several means all of them.", "-A", "--all-namespaces");
        one("SELECTOR", "Only machines with these labels.", "-l", "--selector");
        one("FORM", "Output: " + String.join(", ", command.forms()) + ".", "-o", "--output");
        flag("Nothing on standard error but errors.", "-q", "--quiet");
        one("WHEN", "Colours: auto, always or never. NO_COLOR is honoured.", "--color");
        flag("Rows only.", "--no-headers");
        one("VERDICT", "proven: exit 3 also where a hop is only inferred.", "--require");
        many("LINES=PLACE", "What a part of the input speaks of: L40-62=node/NAME. Repeatable.", "--scope");
        command.options().forEach((name, description) -> one("VALUE", description, name));
        command.flags().forEach((name, description) -> flag(description, name));
        flag("Show this help.", "-h", "--help");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel(command.operands())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(quoted(command.operandsMean()))
                .build());
        spec.usageMessage()
                .width(100)
                .sortOptions(false)
                .customSynopsis(quoted("plumbline " + command.name() + " [OPTION]... [" + command.operands() + "]..."))
                .description(quoted(command.summary() + "."))
                .footer(footer());
    }

    String help() {
        return new CommandLine(spec)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .getUsageMessage();
    }

    /** Empty where help was asked for. */
    Optional<Options> parse(List<String> arguments) throws Refusal {
        ParseResult result;
        try {
            CommandLine line = new CommandLine(spec);
            // A person who writes @name means a name; picocli would read a file.
            line.setExpandAtFiles(false);
            result = line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
        if (result.hasMatchedOption("-h")) {
            return Optional.empty();
        }
        Map<String, String> own = new HashMap<>();
        command.options().keySet().forEach(name -> text(result, name).ifPresent(value -> own.put(name, value)));
        command.flags().keySet().stream().filter(result::hasMatchedOption).forEach(name -> own.put(name, "true"));
        String require = among(text(result, "--require").orElse(""), List.of("", "proven"), "--require");
        return Optional.of(new Options(
                texts(result, "-f"),
                text(result, "-n"),
                result.hasMatchedOption("-A"),
                text(result, "-l"),
                among(text(result, "-o").orElse(command.forms().getFirst()), command.forms(), "-o"),
                result.hasMatchedOption("-q"),
                among(text(result, "--color").orElse("auto"), COLORS, "--color"),
                !result.hasMatchedOption("--no-headers"),
                require.equals("proven"),
                texts(result, "--scope"),
                own,
                result.matchedPositionals().isEmpty() ? List.of() : result.matchedPositionalValue(0, List.of())));
    }

    private String among(String given, List<String> allowed, String option) throws Refusal {
        if (allowed.contains(given)) {
            return given;
        }
        List<String> named = allowed.stream().filter(word -> !word.isEmpty()).toList();
        throw usage(option + " " + given + ": expected " + String.join(", ", named));
    }

    private Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message, List.of("see plumbline " + command.name() + " --help"));
    }

    private static Optional<String> text(ParseResult result, String option) {
        return Optional.ofNullable(result.matchedOptionValue(option, null));
    }

    private static List<String> texts(ParseResult result, String option) {
        return result.matchedOptionValue(option, List.of());
    }

    private void flag(String description, String... names) {
        spec.addOption(OptionSpec.builder(names[0])
                .names(names)
                .arity("0")
                .type(boolean.class)
                .description(quoted(description))
                .build());
    }

    private void one(String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names[0])
                .names(names)
                .arity("1")
                .paramLabel(label)
                .type(String.class)
                .description(quoted(description))
                .build());
    }

    private void many(String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names[0])
                .names(names)
                .arity("1")
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(quoted(description))
                .build());
    }

    private String[] footer() {
        List<String> lines = new ArrayList<>(List.of("", "Examples:"));
        command.examples().forEach(example -> lines.add("  " + quoted(example)));
        lines.addAll(List.of("", "Exit codes:"));
        for (ExitCode code : ExitCode.values()) {
            lines.add("  " + code.number() + "  " + quoted(code.meaning()));
        }
        return lines.toArray(String[]::new);
    }

    /** picocli formats its texts: a percent sign must be doubled. */
    private static String quoted(String text) {
        return text.replace("%", "%%");
    }
}
