package dev.plumbline.answers;

import dev.plumbline.evidence.Scope;

/** How to run a read-only command in a place from the workstation, and the right that takes. */
public final class Access {

    /** @param line the whole command line @param right the least access that does */
    public record Way(String line, String right) {}

    private Access() {}

    public static Way to(Scope scope, String command) {
        return switch (scope.kind()) {
            case NODE ->
                new Way(
                        "oc debug node/" + word(scope.name()) + " -- chroot /host " + command,
                        "oc debug: a privileged pod on the node for seconds");
            case POD ->
                new Way(
                        "oc exec " + namespace(scope) + word(scope.name()) + container(scope) + " -- " + command,
                        "exec in the pod");
            case DOMAIN -> new Way(command, "exec in the launcher pod");
            case GUEST ->
                new Way(
                        "virtctl ssh " + namespace(scope) + "cloud-admin@vmi/" + word(scope.name()) + " --command '"
                                + asRoot(command) + "'",
                        "ssh to the guest");
            case NETNS ->
                new Way(
                        "oc debug node/" + word(scope.namespace()) + " -- chroot /host ip netns exec "
                                + word(scope.name()) + " " + command,
                        "oc debug: a privileged pod on the node for seconds");
            case CLUSTER -> new Way(command, right(command));
            case HOST -> new Way("ssh " + word(scope.name()) + " " + command, "ssh to the host");
            case PLACE -> new Way(command, "a shell in that place");
        };
    }

    /** ovsdb's socket and os-net-config's files are root's in a guest of the operator. */
    private static String asRoot(String command) {
        return command.startsWith("ovs-") || command.contains("os-net-config") ? "sudo " + command : command;
    }

    private static String right(String command) {
        return command.contains("vmi") && command.contains("pod")
                ? "get vmis, pods"
                : command.contains("vmi") ? "get vmis" : "get pods";
    }

    private static String namespace(Scope scope) {
        return scope.namespace().isEmpty() ? "" : "-n " + word(scope.namespace()) + " ";
    }

    private static String container(Scope scope) {
        return scope.name().startsWith("virt-launcher-") ? " -c compute" : "";
    }

    /** A name from input, safe to paste into a shell. */
    static String word(String name) {
        return name.matches("[A-Za-z0-9._:/@%+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
