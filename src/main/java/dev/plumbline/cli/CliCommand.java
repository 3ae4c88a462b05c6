package dev.plumbline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One command: what it is called, what help says of it, what it does. */
interface CliCommand {

    /** Heads in the list of commands, in its order. */
    enum Group {
        FOLLOW("Follow a NIC"),
        JUDGE("Judge what was found"),
        PLAN("Plan"),
        INPUT("See how the input was read"),
        LEARN("Learn more");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    String name();

    Group group();

    /** One line without a full stop. */
    String summary();

    /** Label of the positionals in the synopsis. */
    default String operands() {
        return "SOURCE|TARGET";
    }

    default String operandsMean() {
        return "A path that exists is a source. Anything else is a target: vm/NAME, NAME, NAME/NIC, NIC, vm/NAME:NIC, "
                + "node/NAME:DEVICE, net/NAME, a MAC or an IP address.";
    }

    /** Values of {@code -o}, the default first. */
    List<String> forms();

    /** Own options that take a value, with their descriptions. */
    default Map<String, String> options() {
        return Map.of();
    }

    /** Own options that take no value, with their descriptions. */
    default Map<String, String> flags() {
        return Map.of();
    }

    List<String> examples();

    /** Carries it out; the exit codes that hold. */
    Set<ExitCode> run(Call call) throws IOException, Refusal;
}
