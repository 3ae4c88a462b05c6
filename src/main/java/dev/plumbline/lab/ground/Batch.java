package dev.plumbline.lab.ground;

import dev.plumbline.evidence.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Operations that one process of iproute2 does in a row, in one namespace: a process for each would take twenty times as
 * long. It stops at the first that fails.
 */
public final class Batch {

    private static final Pattern FAILED = Pattern.compile("Command failed -:(\\d+)");
    private static final int TEXT = 300;

    private final List<Operation> operations = new ArrayList<>();

    /** @param line words between single spaces */
    public Batch add(String line) {
        operations.add(Operation.of(line));
        return this;
    }

    public Batch add(String line, Optional<Origin> cause) {
        operations.add(new Operation(List.of(line.split(" ", -1)), cause));
        return this;
    }

    public Batch addAll(List<Operation> more) {
        operations.addAll(more);
        return this;
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** One to a line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        operations.forEach(operation -> text.append(operation.line()).append('\n'));
        return text.toString();
    }

    /** Does them in the lab's own namespace: what makes and names namespaces. */
    public void run(Anchor anchor) throws LabException {
        if (!isEmpty()) {
            judge("the lab", anchor.run(List.of("ip", "-batch", "-"), text()));
        }
    }

    public void run(Anchor anchor, Netns place) throws LabException {
        run(anchor, place, "ip");
    }

    /** @param program ip or bridge */
    public void run(Anchor anchor, Netns place, String program) throws LabException {
        if (!isEmpty()) {
            judge(place.name(), anchor.run(place, List.of(program, "-batch", "-"), text()));
        }
    }

    private void judge(String place, Output output) throws LabException {
        if (!output.fine()) {
            throw failure(place, output);
        }
    }

    /** What failed, where, in whose words, and which line of a manifest asked for it. */
    public LabException failure(String place, Output output) {
        String cause = "";
        for (String line : output.err().lines().toList()) {
            Matcher failed = FAILED.matcher(line);
            int number = failed.matches() ? Integer.parseInt(failed.group(1)) : 0;
            if (number >= 1 && number <= operations.size()) {
                Operation operation = operations.get(number - 1);
                return new LabException(operation.cause().map(Batch::place).orElse("") + "in " + place + ": ip "
                        + operation.line() + ": " + (cause.isEmpty() ? "failed" : cause));
            }
            cause = cause.isEmpty() ? line.strip().replaceFirst("^(?:RTNETLINK answers|Error): ", "") : cause;
        }
        String said = output.complaint();
        return new LabException("in " + place + ": " + said.substring(0, Math.min(said.length(), TEXT)));
    }

    private static String place(Origin origin) {
        String file = origin.file().isEmpty() ? origin.source() : origin.source() + "/" + origin.file();
        return file + (origin.line() > 0 ? ":" + origin.line() : "") + ": ";
    }
}
