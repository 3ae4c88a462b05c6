package dev.plumbline.answers;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a target as typed. Decides by form alone: whether there is such a thing is {@link Selection}'s business. */
public final class TargetParser {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final String FORMS =
            "expected vm/NAME, NAME, NAME/NIC, NIC, vm/NAME:NIC, pod/NAME, node/NAME[:DEVICE], "
                    + "net/NAME, a MAC or an IP address";

    /** kubectl's words for a kind, with its short names and plurals. */
    private static final Map<String, String> MACHINES = Map.ofEntries(
            Map.entry("vm", "vm"),
            Map.entry("vms", "vm"),
            Map.entry("vmi", "vm"),
            Map.entry("vmis", "vm"),
            Map.entry("virtualmachine", "vm"),
            Map.entry("virtualmachines", "vm"),
            Map.entry("virtualmachineinstance", "vm"),
            Map.entry("virtualmachineinstances", "vm"),
            Map.entry("pod", "pod"),
            Map.entry("pods", "pod"),
            Map.entry("po", "pod"));

    private static final Map<String, Scope.Kind> PLACES = Map.of(
            "node", Scope.Kind.NODE,
            "nodes", Scope.Kind.NODE,
            "no", Scope.Kind.NODE,
            "host", Scope.Kind.HOST,
            "place", Scope.Kind.PLACE,
            "netns", Scope.Kind.NETNS,
            "guest", Scope.Kind.GUEST,
            "domain", Scope.Kind.DOMAIN);

    private static final List<String> NETWORKS = List.of(
            "net",
            "network",
            "networks",
            "nad",
            "net-attach-def",
            "network-attachment-definition",
            "network-attachment-definitions");

    private TargetParser() {}

    /** Reads one target; says what was expected where the form is none of those. */
    public static Target parse(String text) throws TargetException {
        Optional<Mac> mac = Mac.parse(text);
        if (mac.isPresent()) {
            return new Target.OfMac(text, mac.get());
        }
        Optional<InetAddress> address = address(text);
        if (address.isPresent()) {
            return new Target.OfAddress(text, address.get());
        }
        int slash = text.indexOf('/');
        String head = slash < 0 ? "" : kindWord(text.substring(0, slash));
        String rest = text.substring(slash + 1);
        if (NETWORKS.contains(head)) {
            return new Target.OfNetwork(text, whole(text, rest));
        }
        if (PLACES.containsKey(head)) {
            return place(text, PLACES.get(head), rest);
        }
        return MACHINES.containsKey(head) ? machine(text, MACHINES.get(head), rest) : machine(text, "", text);
    }

    /** Reads an IP address with or without its prefix length; never looks a name up. */
    static Optional<InetAddress> address(String text) {
        int slash = text.indexOf('/');
        String bare = slash < 0 ? text : text.substring(0, slash);
        boolean prefixed = slash < 0 || text.substring(slash + 1).matches("\\d{1,3}");
        if (!prefixed
                || bare.length() > 45
                || !(IPV4.matcher(bare).matches() || IPV6.matcher(bare).matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** {@code VirtualMachine} and {@code virtualmachines.kubevirt.io} are one kind to kubectl. */
    private static String kindWord(String word) {
        int dot = word.indexOf('.');
        return (dot < 0 ? word : word.substring(0, dot)).toLowerCase(Locale.ROOT);
    }

    private static Target place(String text, Scope.Kind kind, String rest) throws TargetException {
        int colon = rest.indexOf(':');
        String path = whole(text, colon < 0 ? rest : rest.substring(0, colon));
        String device = colon < 0 ? "" : whole(text, rest.substring(colon + 1));
        boolean inNamespace = kind == Scope.Kind.NETNS || kind == Scope.Kind.GUEST || kind == Scope.Kind.DOMAIN;
        int slash = inNamespace ? path.indexOf('/') : -1;
        String namespace = slash < 0 ? "" : path.substring(0, slash);
        return new Target.OfDevice(
                text, kind, namespace.equals("?") ? "" : namespace, whole(text, path.substring(slash + 1)), device);
    }

    private static Target machine(String text, String kind, String rest) throws TargetException {
        int colon = rest.indexOf(':');
        String nic = colon < 0 ? "" : whole(text, rest.substring(colon + 1));
        List<String> words = List.of((colon < 0 ? rest : rest.substring(0, colon)).split("/", -1));
        if (words.size() > (nic.isEmpty() ? 3 : 2) || words.contains("")) {
            throw bad(text);
        }
        List<Target.Reading> readings = new ArrayList<>();
        switch (words.size()) {
            case 1 -> {
                readings.add(new Target.Reading(kind, "", words.getFirst(), nic));
                if (kind.isEmpty() && nic.isEmpty()) {
                    readings.add(new Target.Reading("", "", "", words.getFirst()));
                }
            }
            case 2 -> {
                if (nic.isEmpty()) {
                    readings.add(new Target.Reading(kind, "", words.getFirst(), words.getLast()));
                }
                readings.add(new Target.Reading(kind, namespace(words), words.getLast(), nic));
            }
            default -> readings.add(new Target.Reading(kind, namespace(words), words.get(1), words.getLast()));
        }
        return new Target.OfMachine(text, readings);
    }

    /** Output writes {@code ?} for a namespace that nothing names. */
    private static String namespace(List<String> words) {
        return words.getFirst().equals("?") ? "" : words.getFirst();
    }

    private static String whole(String text, String part) throws TargetException {
        if (part.isEmpty()) {
            throw bad(text);
        }
        return part;
    }

    private static TargetException bad(String text) {
        return new TargetException("'" + text + "' is no target; " + FORMS, List.of());
    }
}
