package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a command changes.
 *
 * @param effect in a few words
 * @param readOnly a command that shows the same and changes nothing; empty where there is none
 */
record Change(String effect, String readOnly) {

    private static final Set<String> IP_VERBS =
            Set.of("add", "set", "change", "replace", "append", "del", "delete", "flush");
    private static final Set<String> IP_WITH_VALUE =
            Set.of("-n", "-netns", "-b", "-batch", "-f", "-family", "-l", "-rc");
    private static final Set<String> BRIDGE_VERBS = Set.of("add", "del", "delete", "append", "replace", "set");
    private static final Set<String> BRCTL_READS = Set.of("show", "showmacs", "showstp", "--help", "--version", "");
    private static final Set<String> NMCLI_VERBS = Set.of(
            "up",
            "down",
            "modify",
            "mod",
            "add",
            "delete",
            "del",
            "reload",
            "load",
            "import",
            "clone",
            "connect",
            "disconnect",
            "reapply",
            "set");
    private static final Set<String> SERVICE_VERBS =
            Set.of("restart", "start", "stop", "reload", "try-restart", "reload-or-restart");
    private static final Set<String> OVS_VERBS =
            Set.of("set", "add", "remove", "clear", "create", "destroy", "emer-reset", "init");

    static Optional<Change> of(Command command) {
        return switch (command.program()) {
            case "os-net-config" -> osNetConfig(new OsNetConfigCall(command));
            case "ip" -> ip(words(command, IP_WITH_VALUE));
            case "bridge" -> bridge(words(command, IP_WITH_VALUE));
            case "brctl" -> brctl(command.operands());
            case "nmcli" -> nmcli(words(command, Set.of("-f", "--fields", "-g", "--get-values", "-m", "-w", "--wait")));
            case "ovs-vsctl" -> ovs(words(command, Set.of("-t", "-f", "--format", "--db", "-d", "--columns")));
            case "ifup" ->
                change("brings up an interface", "", !command.operands().isEmpty());
            case "ifdown" ->
                change("takes down an interface", "", !command.operands().isEmpty());
            case "systemctl" -> service(command.operands());
            default -> Optional.empty();
        };
    }

    private static Optional<Change> osNetConfig(OsNetConfigCall call) {
        return change(
                "applies the configuration " + call.file(),
                "sudo os-net-config -c " + call.file() + " --noop -v",
                call.applies());
    }

    private static Optional<Change> ip(List<String> words) {
        String object = word(words, 0);
        boolean changes = IP_VERBS.contains(word(words, 1));
        if (isShort(object, "link", 1)) {
            return change("changes a link", "ip -d link", changes);
        }
        if (isShort(object, "address", 1)) {
            return change("changes an address", "ip addr", changes);
        }
        return change("changes a route", "ip route", changes && isShort(object, "route", 1));
    }

    private static Optional<Change> bridge(List<String> words) {
        String object = word(words, 0);
        boolean changes = BRIDGE_VERBS.contains(word(words, 1));
        return switch (object) {
            case "vlan" -> change("changes the VLANs of a bridge port", "bridge vlan show", changes);
            case "fdb" -> change("changes a bridge's forwarding entries", "bridge fdb show", changes);
            case "link" -> change("changes a bridge port", "bridge -d link", changes);
            default -> Optional.empty();
        };
    }

    private static Optional<Change> brctl(List<String> words) {
        return change("changes a bridge", "bridge link", !BRCTL_READS.contains(word(words, 0)));
    }

    private static Optional<Change> nmcli(List<String> words) {
        String object = word(words, 0);
        boolean changes = NMCLI_VERBS.contains(word(words, 1));
        if (isShort(object, "connection", 1)) {
            return change("changes a connection", "nmcli connection show", changes);
        }
        return change("changes a device", "nmcli device show", changes && isShort(object, "device", 1));
    }

    /** Several commands may stand in one call, parted by {@code --}. */
    private static Optional<Change> ovs(List<String> words) {
        boolean begins = true;
        boolean changes = false;
        for (String word : words) {
            changes |= begins
                    && (OVS_VERBS.contains(word)
                            || word.startsWith("add-")
                            || word.startsWith("del-")
                            || word.startsWith("set-"));
            begins = word.equals("--");
        }
        return change("changes Open vSwitch", "ovs-vsctl show", changes);
    }

    private static Optional<Change> service(List<String> words) {
        boolean network = words.stream()
                .skip(1)
                .anyMatch(unit -> unit.startsWith("network")
                        || unit.startsWith("NetworkManager")
                        || unit.startsWith("openvswitch")
                        || unit.startsWith("os-net-config"));
        return change("restarts the network's services", "", network && SERVICE_VERBS.contains(word(words, 0)));
    }

    private static Optional<Change> change(String effect, String readOnly, boolean holds) {
        return holds ? Optional.of(new Change(effect, readOnly)) : Optional.empty();
    }

    private static boolean isShort(String word, String full, int least) {
        return word.length() >= least && full.startsWith(word);
    }

    private static String word(List<String> words, int n) {
        return n < words.size() ? words.get(n) : "";
    }

    /** The words without options; {@code --} stays, it parts commands. */
    private static List<String> words(Command command, Set<String> withValue) {
        List<String> words = new ArrayList<>();
        List<String> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (withValue.contains(word)) {
                i++;
            } else if (!word.startsWith("-") || word.equals("--")) {
                words.add(word);
            }
        }
        return words;
    }
}
