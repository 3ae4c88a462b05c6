package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.systems.osnetconfig.GuestNetwork;
import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.NicMapping;
import dev.plumbline.systems.osnetconfig.PythonError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run of os-net-config with the provider ifcfg and --noop comes to.
 *
 * @param messages WARNING and above, in the log's order; an exception that nothing catches counts as an error
 * @param code the exit code with --detailed-exit-codes: 2 where files change
 * @param files path to content of the files that change, in the order of writing; a file to be emptied has no content
 * @param network what all of the configuration asks for; empty where the run fails, for then nothing is written
 */
public record Outcome(
        NicMapping mapping, List<LogMessage> messages, int code, Map<String, String> files, GuestNetwork network) {

    /** Files change. */
    static final int CHANGED = 2;

    /** As code, but 0 where files change and nothing fails. */
    public int exit() {
        return code & ~CHANGED;
    }

    static Outcome failed(NicMapping mapping, List<LogMessage> messages, int code) {
        return new Outcome(mapping, List.copyOf(messages), code, Map.of(), GuestNetwork.EMPTY);
    }

    /** An exception that nothing catches: a traceback. */
    static Outcome uncaught(NicMapping mapping, List<LogMessage> before, PythonError error) {
        List<LogMessage> messages = new ArrayList<>(before);
        messages.add(LogMessage.error(error.line()));
        return failed(mapping, messages, 1);
    }
}
