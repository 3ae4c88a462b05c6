package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code ip -j -d link}. Without {@code -d} it does not say what hangs on a bus, and is no listing of NICs. */
final class IpLinkListing {

    private static final Set<String> LAYERS = Set.of("ether", "infiniband");

    private IpLinkListing() {}

    static Optional<NicListing> of(YamlFile file) {
        Document document = file.strict();
        List<Tree> entries = document.root().items().stream()
                .filter(entry -> !entry.at("ifname").text().isEmpty())
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        boolean buses = entries.stream().anyMatch(entry -> entry.at("parentdev").present());
        Set<String> names = new HashSet<>();
        List<NetDevice> devices = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        document.problem().ifPresent(problems::add);
        for (Tree entry : entries) {
            Origin origin = entry.spot().origin();
            if (!entry.at("promiscuity").present()) {
                problems.add(new Problem(
                        origin, "no details of " + entry.at("ifname").text(), "the output of ip -j -d link"));
            } else if (!names.add(entry.at("ifname").text())) {
                problems.add(new Problem(origin, "a device listed twice", "each name once"));
            } else {
                devices.add(device(entry, buses));
            }
        }
        return Optional.of(new NicListing(List.copyOf(devices), premises(entries), List.copyOf(problems), true));
    }

    private static NetDevice device(Tree entry, boolean buses) {
        boolean alone = entry.at("linkinfo", "info_kind").text().isEmpty()
                && !entry.at("link").present();
        boolean hardware = buses
                ? entry.at("parentdev").present()
                : alone && LAYERS.contains(entry.at("link_type").text());
        Tree slave = entry.at("linkinfo", "info_slave_data", "perm_hwaddr");
        boolean inBond = entry.at("linkinfo", "info_slave_kind").text().equals("bond");
        String pci = entry.at("parentbus").text().equals("pci")
                ? entry.at("parentdev").text()
                : "";
        return new NetDevice(
                entry.at("ifname").text(),
                entry.at("address").text(),
                entry.at("operstate").text().toLowerCase(Locale.ROOT),
                hardware,
                false,
                inBond ? slave.text() : "",
                pci);
    }

    private static List<String> premises(List<Tree> entries) {
        boolean functions =
                entries.stream().anyMatch(entry -> entry.at("num_vf").present());
        return functions
                ? List.of("ip link does not show whose virtual function a device is: none is taken for one")
                : List.of();
    }
}
