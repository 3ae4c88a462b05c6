package dev.plumbline.pastes;

import java.util.Set;
import java.util.TreeSet;

/** What a paste holds whole and in a shell whose place is plain: the evidence from which steps should be proven. */
final class Shown {

    private final Set<String> tokens = new TreeSet<>();

    /** @param what {@code links}, {@code ports}, {@code domain} ... */
    void add(String scope, String what) {
        tokens.add(scope + " " + what);
    }

    boolean has(String scope, String what) {
        return tokens.contains(scope + " " + what);
    }

    private boolean any(String scope, String... whats) {
        for (String what : whats) {
            if (has(scope, what)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this step can be proven by what was shown, apart from the steps before it. */
    boolean proves(Truth.TrueStep step) {
        String guest = "guest/openstack/" + step.vm().name();
        String pod = "pod/openstack/" + step.vm().pod();
        String node = "node/" + step.vm().node();
        String grep = "grep " + step.bridge();
        return switch (step.kind()) {
            case "guest-bridge>guest-nic" -> has(guest, "ovs") && has(guest, "links");
            case "guest-nic>tap" -> has(guest, "links") && has(pod, "domain");
            case "tap>k6t-bridge" -> any(pod, "links", "ports");
            case "k6t-bridge>pod-veth" ->
                step.masquerade() ? has(pod, "addresses") && has(pod, "nat") : any(pod, "links", "ports");
            case "pod-veth>node-veth" -> has(pod, "links") && any(node, "links", grep) && isPlaced(step.vm(), pod);
            case "node-veth>node-bridge" -> any(node, "links", "ports", grep);
            case "node-bridge>node-nic" ->
                step.masquerade() ? has(node, "routes") && has(node, "links") : any(node, "links", grep);
            default -> false;
        };
    }

    /** A pod's row or object names its node; a VMI's joins the pod by the domain's name. */
    private boolean isPlaced(Truth.Vm vm, String pod) {
        return has("cluster", "pods") || has(vm.name(), "placement") && has(pod, "name");
    }

    @Override
    public String toString() {
        return String.join("\n", tokens);
    }
}
