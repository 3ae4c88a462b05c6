package dev.plumbline.systems.multus;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The annotations by which a pod asks for networks and by which Multus answers, as Multus itself parses them. */
public final class Annotations {

    /** What a pod asks for: JSON, or a comma list of {@code namespace/name@device}. */
    public static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";

    /** What Multus attached. */
    public static final String STATUS = "k8s.v1.cni.cncf.io/network-status";

    /** The same under the name that Multus wrote up to 3.9. */
    public static final String OLD_STATUS = "k8s.v1.cni.cncf.io/networks-status";

    private static final Pattern PART = Pattern.compile("[a-z0-9](?:[-a-z0-9]*+(?<!-))?");
    private static final int LONGEST_DEVICE = 15;
    private static final String MAIN_DEVICE = "eth0";

    private Annotations() {}

    /**
     * One network asked for.
     *
     * @param network {@code namespace/name}; the bare name where neither element nor pod names a namespace
     * @param device as asked, else {@code netN} with N the 1-based place in the list
     * @param order 0-based place in the list
     * @param addresses asked for, with prefix length
     */
    public record Requested(String network, String device, Optional<Mac> mac, int order, List<String> addresses) {

        /** A network for which no address is asked. */
        public Requested(String network, String device, Optional<Mac> mac, int order) {
            this(network, device, mac, order, List.of());
        }
    }

    /**
     * One interface that was made.
     *
     * @param network {@code namespace/name}, or a CNI configuration's name
     * @param device empty where not given
     * @param main whether it is the pod's default network: said so, or eth0, which Multus gives to no other
     * @param order 0-based place in the list
     */
    public record Attached(String network, String device, Optional<Mac> mac, boolean main, int order) {}

    /** Reads {@link #NETWORKS}; nothing at all where Multus would refuse the annotation: such a pod never starts. */
    public static List<Requested> networks(String text, String podNamespace) {
        boolean json = text.chars().anyMatch(c -> c == '[' || c == '{' || c == '"');
        return (json ? listed(text, podNamespace) : commaSeparated(text, podNamespace)).orElse(List.of());
    }

    private static Optional<List<Requested>> listed(String text, String podNamespace) {
        Optional<Tree> root = InlineJson.parse(text);
        if (root.isEmpty() || !(root.get() instanceof Tree.Sequence list)) {
            return Optional.empty();
        }
        List<Requested> requested = new ArrayList<>();
        for (Tree element : list.items()) {
            String name = string(element.at("name"));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            String device = string(element.at("interface"));
            if (device.isEmpty()) {
                device = string(element.at("interfaceRequest"));
            }
            requested.add(requested(
                    string(element.at("namespace")),
                    name,
                    device,
                    Mac.parse(string(element.at("mac"))),
                    podNamespace,
                    requested.size(),
                    element.at("ips").items().stream()
                            .map(Annotations::string)
                            .filter(address -> !address.isEmpty())
                            .toList()));
        }
        return Optional.of(requested);
    }

    private static Optional<List<Requested>> commaSeparated(String text, String podNamespace) {
        List<Requested> requested = new ArrayList<>();
        if (text.isBlank()) {
            return Optional.empty();
        }
        for (String item : text.split(",", -1)) {
            String[] slash = item.strip().split("/", -1);
            String[] at = slash[slash.length - 1].split("@", -1);
            String namespace = slash.length == 2 ? slash[0].strip() : "";
            String name = at[0].strip();
            String device = at.length == 2 ? at[1].strip() : "";
            boolean sound = slash.length <= 2
                    && at.length <= 2
                    && isPart(name)
                    && (namespace.isEmpty() || isPart(namespace))
                    && (device.isEmpty() || isPart(device) && device.length() <= LONGEST_DEVICE);
            if (!sound) {
                return Optional.empty();
            }
            requested.add(
                    requested(namespace, name, device, Optional.empty(), podNamespace, requested.size(), List.of()));
        }
        return Optional.of(requested);
    }

    private static Requested requested(
            String namespace,
            String name,
            String device,
            Optional<Mac> mac,
            String podNamespace,
            int order,
            List<String> addresses) {
        String home = namespace.isEmpty() ? podNamespace : namespace;
        String network = home.isEmpty() ? name : home + "/" + name;
        return new Requested(network, device.isEmpty() ? "net" + (order + 1) : device, mac, order, addresses);
    }

    private static boolean isPart(String text) {
        return PART.matcher(text).matches();
    }

    /** Reads {@link #STATUS}; elements without a name are left out. */
    public static List<Attached> status(String text) {
        return InlineJson.parse(text).map(Annotations::status).orElse(List.of());
    }

    /** Reads the same from a parsed list. */
    public static List<Attached> status(Tree list) {
        List<Attached> attached = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Tree element = list.items().get(i);
            String name = string(element.at("name"));
            if (!name.isEmpty()) {
                String device = string(element.at("interface"));
                boolean main = element.at("default").isTrue() || device.equals(MAIN_DEVICE);
                attached.add(new Attached(name, device, Mac.parse(string(element.at("mac"))), main, i));
            }
        }
        return attached;
    }

    private static String string(Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.isString() ? scalar.text() : "";
    }
}
