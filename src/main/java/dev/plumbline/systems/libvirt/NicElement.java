package dev.plumbline.systems.libvirt;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.Mac;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** An {@code <interface>} or {@code <hostdev>} while its children come by. */
final class NicElement {

    /** KubeVirt's alias of an SR-IOV device: {@code ua-sriov-NETWORK}. */
    private static final String SRIOV = "ua-sriov-";
    /** libvirt keeps aliases that a user gave apart by this prefix. */
    private static final String USER = "ua-";

    private final boolean hostdev;
    private final String type;
    private final Map<String, String> values = new HashMap<>();
    private Origin origin;
    private boolean merged;

    NicElement(boolean hostdev, String type, Origin origin) {
        this.hostdev = hostdev;
        this.type = hostdev ? "hostdev" : type;
        this.origin = origin;
    }

    void child(String element, UnaryOperator<String> attribute, Origin at) {
        switch (element) {
            case "mac" -> {
                put(element, attribute.apply("address"));
                origin = at;
            }
            case "target" -> put(element, attribute.apply("dev"));
            case "model" -> put(element, attribute.apply("type"));
            case "mtu" -> put(element, attribute.apply("size"));
            case "link" -> put(element, attribute.apply("state"));
            case "alias" -> {
                put(element, attribute.apply("name"));
                origin = hostdev ? at : origin;
            }
            case "address" -> put(element, pci(attribute));
            default -> {}
        }
    }

    /** Lost lines between two elements make one of two: neither can be told. */
    private void put(String key, String value) {
        merged |= values.put(key, value) != null;
    }

    /** Something stands between its elements that libvirt did not write. */
    void doubt() {
        merged = true;
    }

    Origin origin() {
        return origin;
    }

    boolean merged() {
        return merged;
    }

    /** A hostdev may be anything on the PCI bus; KubeVirt's alias says that it is a NIC. */
    boolean isNic() {
        return !hostdev || value("alias").startsWith(SRIOV);
    }

    DomainNic fact(Vantage vantage, String domain, int order) {
        return new DomainNic(
                vantage,
                origin,
                domain,
                hostdev ? "" : value("target"),
                Mac.parse(value("mac")),
                type,
                hostdev ? "" : value("model"),
                network(),
                mtu(),
                value("address"),
                value("link").equals("down"),
                order);
    }

    private String network() {
        String alias = value("alias");
        String prefix = hostdev ? SRIOV : USER;
        return alias.startsWith(prefix) ? alias.substring(prefix.length()) : "";
    }

    private OptionalInt mtu() {
        Optional<Integer> size = number(value("mtu"));
        return size.isPresent() && size.get() > 0 ? OptionalInt.of(size.get()) : OptionalInt.empty();
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    private static String pci(UnaryOperator<String> attribute) {
        Optional<Integer> domain = number(attribute.apply("domain").isEmpty() ? "0" : attribute.apply("domain"));
        Optional<Integer> bus = number(attribute.apply("bus"));
        Optional<Integer> slot = number(attribute.apply("slot"));
        Optional<Integer> function = number(attribute.apply("function"));
        boolean known = attribute.apply("type").equals("pci")
                && domain.isPresent()
                && bus.isPresent()
                && slot.isPresent()
                && function.isPresent();
        return known
                ? String.format(Locale.ROOT, "%04x:%02x:%02x.%x", domain.get(), bus.get(), slot.get(), function.get())
                : "";
    }

    /** libvirt writes 0x.. but reads decimal too. */
    private static Optional<Integer> number(String text) {
        try {
            boolean bounded = !text.isEmpty() && text.length() <= 10 && !text.startsWith("-");
            return bounded ? Optional.of(Integer.decode(text)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
