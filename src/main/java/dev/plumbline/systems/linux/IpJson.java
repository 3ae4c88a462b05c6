package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The JSON of {@code ip link} and {@code ip addr}; {@code -d} adds what the link is made of. */
final class IpJson {

    private IpJson() {}

    static List<Fact> read(Observation observation, Document document, Selection selection) {
        List<Fact> facts = new ArrayList<>();
        for (Tree entry : document.root().items()) {
            // Links that a selection hides are printed as empty objects by some versions.
            String name = entry.at("ifname").text();
            if (DeviceName.valid(name)) {
                facts.add(link(entry, name, selection)
                        .seen(observation.vantage(), entry.spot().origin()));
                addresses(observation, entry, name, facts);
                PortSettings.json(observation, entry, name, facts);
            }
        }
        return facts;
    }

    private static Link.Builder link(Tree entry, String name, Selection selection) {
        Link.Builder link = Link.named(name);
        count(entry.at("ifindex")).ifPresent(link::index);
        count(entry.at("mtu")).ifPresent(link::mtu);
        said(entry.at("operstate")).ifPresent(link::state);
        said(entry.at("master"))
                .or(() -> DeviceName.checked(selection.master()))
                .ifPresent(link::master);
        OptionalInt foreign = DeviceName.foreignIndex(entry.at("link").text());
        foreign.ifPresent(link::peerIndex);
        said(entry.at("link")).filter(_ -> foreign.isEmpty()).ifPresent(link::base);
        count(entry.at("link_index")).filter(index -> index > 0).ifPresent(link::peerIndex);
        count(entry.at("link_netnsid")).ifPresent(link::netnsid);
        said(entry.at("link_netns")).ifPresent(link::netnsName);
        List<String> flags = texts(entry.at("flags"));
        boolean loopback =
                flags.contains("LOOPBACK") || entry.at("link_type").text().equals("loopback");
        link.flags(flags)
                .mac(loopback ? Optional.empty() : Mac.parse(entry.at("address").text()))
                .permanentMac(permanentMac(entry))
                .altNames(texts(entry.at("altnames")));
        made(entry, link, selection);
        return link;
    }

    private static Optional<Mac> permanentMac(Tree entry) {
        Tree ofBond = entry.at("linkinfo", "info_slave_data", "perm_hwaddr");
        return Mac.parse(entry.at("permaddr").text()).or(() -> Mac.parse(ofBond.text()));
    }

    private static void made(Tree entry, Link.Builder link, Selection selection) {
        Optional<String> kind = said(entry.at("linkinfo", "info_kind"));
        kind.or(selection::linkKind).ifPresent(link::kind);
        if (kind.equals(Optional.of("vlan"))) {
            count(entry.at("linkinfo", "info_data", "id")).ifPresent(link::vlan);
        }
        boolean detailed = entry.at("promiscuity").present();
        boolean ether = entry.at("link_type").text().equals("ether");
        boolean single = !entry.at("link").present() && !entry.at("link_index").present();
        String bus = entry.at("parentbus").text();
        if (!bus.isEmpty() && !bus.equals("netdevsim")) {
            link.hardware("parentbus " + bus);
        } else if (bus.isEmpty()
                && detailed
                && ether
                && single
                && kind.isEmpty()
                && selection.linkKind().isEmpty()) {
            link.hardware("detailed listing without link kind");
        }
    }

    private static void addresses(Observation observation, Tree entry, String device, List<Fact> facts) {
        for (Tree address : entry.at("addr_info").items()) {
            String cidr =
                    address.at("local").text() + "/" + address.at("prefixlen").text();
            if (CidrText.valid(cidr)) {
                facts.add(new Address(
                        observation.vantage(), address.spot().origin(), device, cidr, Address.Basis.OBSERVED));
            }
        }
    }

    private static Optional<String> said(Tree tree) {
        return tree.text().isEmpty() ? Optional.empty() : Optional.of(tree.text());
    }

    private static Optional<Integer> count(Tree tree) {
        OptionalInt number = tree.integer();
        return number.isPresent() && number.getAsInt() >= 0 ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static List<String> texts(Tree tree) {
        return tree.items().stream()
                .map(Tree::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
