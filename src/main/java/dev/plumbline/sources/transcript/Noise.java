package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that clients and login shells put among an output and that are none of it. */
final class Noise {

    private static final List<String> BANNERS = List.of(
            "Defaulted container ",
            "Defaulting container name to ",
            "Use 'oc describe pod/",
            "Use 'kubectl describe pod/",
            "Starting pod/",
            "To use host binaries, run",
            "Pod IP:",
            "If you don't see a command prompt",
            "Temporary namespace ",
            "Removing debug pod",
            "Removing temporary namespace",
            "Removing debug namespace",
            "Warning: would violate PodSecurity",
            "Warning: Permanently added ",
            "Warning: Identity file ",
            "Creating debugging pod ",
            "command terminated with exit code ",
            "command terminated with non-zero exit code",
            "Welcome to virsh, ",
            "Type:  'help' for help",
            "Script started on ",
            "Script done on ",
            "Script started, file is ",
            "Script done, file is ",
            "Successfully connected to ",
            "Last login: ",
            "Last failed login: ",
            "Activate the web console with",
            "Connected to domain ",
            "Escape character is ",
            "You were disconnected from the console",
            "Authorized uses only.",
            "non-zero return code",
            "[sudo] password for ",
            "bash: cannot set terminal process group",
            "bash: no job control in this shell",
            "tput: No value for $TERM",
            "error: exit status ",
            "[systemd]",
            "Failed Units: ");

    private static final Pattern CLOSED =
            Pattern.compile("^(?:Shared connection|Connection) to \\S{1,255}+ closed\\.$|^\\S{1,255}+'s password: ?$");

    private static final Pattern FAILED = Pattern.compile(
            "^(?:-?(?:ba|k|z|da)?sh: |chroot: |sudo: |nsenter: |ssh: |error: |Error from server|Error: |ERRO|"
                    + "Unable to |"
                    + "unable to |Cannot |cannot |Failed to |The connection to the server |Permission denied|"
                    + "command terminated with |FATA|Could not |internal error: |Host key verification failed|"
                    + "ovs-\\w{1,12}: |RTNETLINK answers: |Object \"|Command \"|cat: |ls: |virsh: |error from |"
                    + "kex_exchange).*",
            Pattern.DOTALL);

    private Noise() {}

    static boolean is(Line line) {
        String text = line.text();
        return BANNERS.stream().anyMatch(text::startsWith)
                || CLOSED.matcher(clipped(text)).matches();
    }

    /** Whether a line says that its command did not do what it was asked. */
    static boolean tellsFailure(Line line) {
        return FAILED.matcher(clipped(line.text())).matches();
    }

    /** The first and last line of a {@code script} log. */
    static boolean isLogFrame(Line line) {
        return line.text().startsWith("Script started") || line.text().startsWith("Script done");
    }

    static boolean endsDebugPod(Line line) {
        return line.text().startsWith("Removing debug pod");
    }

    static boolean endsSsh(Line line) {
        return CLOSED.matcher(clipped(line.text())).matches() && line.text().endsWith("closed.");
    }

    static boolean cuts(Line line) {
        return switch (line.text().strip()) {
            case "...",
                    "…",
                    "....",
                    "[...]",
                    "[…]",
                    "(...)",
                    "[snip]",
                    "<snip>",
                    "-- snip --",
                    "--snip--",
                    "(output omitted)",
                    "<output omitted>",
                    "[output omitted]",
                    "[truncated]",
                    "<truncated>",
                    "*snip*",
                    "<...>" -> true;
            default -> false;
        };
    }

    private static String clipped(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }
}
