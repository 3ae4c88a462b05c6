package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.ConfiguredDevice;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Route;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One pass over one configuration: its objects depth-first, each before its members. */
final class ConfigFile {

    /** Bonds in bridges in bridges: deeper is no configuration. */
    private static final int DEEPEST = 16;

    private final Vantage vantage;
    private final Filter filter;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int order;

    private ConfigFile(Vantage vantage, Filter filter) {
        this.vantage = vantage;
        this.filter = filter;
    }

    static Reading read(Observation observation) {
        ConfigFile file = new ConfigFile(observation.vantage(), observation.filter());
        Document document = Document.yaml(observation);
        boolean part = !(observation.filter() instanceof Filter.None);
        // A part that the user cut out is no broken file.
        document.problem().filter(_ -> !part).ifPresent(file.problems::add);
        return file.read(
                document.root(),
                !part && document.problem().isEmpty() && !observation.lines().isEmpty());
    }

    /** A file that is to be: its values know what they were derived from. */
    static Reading read(Vantage guest, Tree root) {
        return new ConfigFile(guest, Filter.NONE).read(root, true);
    }

    /** @param whole whether a list is to be expected */
    private Reading read(Tree root, boolean whole) {
        Tree list = root.at("network_config");
        if (!(list instanceof Tree.Sequence)) {
            if (whole) {
                problem(root, "no list network_config", "network_config: [...]");
            }
            return new Reading(List.of(), List.copyOf(problems));
        }
        for (Tree object : list.items()) {
            device(object, Optional.empty(), 0);
        }
        facts.add(new Covered(
                vantage,
                origin(list),
                Covered.Subject.CONFIGURATION,
                Covered.WHOLE,
                problems.isEmpty() ? filter : new Filter.Part("not all of it could be read")));
        return new Reading(List.copyOf(facts), List.copyOf(problems));
    }

    private void device(Tree object, Optional<ConfigObject> parent, int depth) {
        ConfigObject device = new ConfigObject(object, parent);
        if (device.ignored()) {
            return;
        }
        if (!device.known()) {
            problem(object.at("type"), "type '" + device.type() + "'", "one of os-net-config's types");
            return;
        }
        if (depth > DEEPEST) {
            problem(object, "members nested deeper than " + DEEPEST, "a bridge, its bonds, their interfaces");
            return;
        }
        List<Tree> members = list(object.at("members"), "members");
        String name = device.name();
        if (name.isEmpty() && !device.nameless()) {
            String key = device.type().equals("vlan") ? "vlan_id: N" : "name: ...";
            problem(object, device.type() + " without a name", key);
        }
        if (!name.isEmpty()) {
            List<String> memberNames = members.stream()
                    .map(member -> new ConfigObject(member, Optional.of(device)).name())
                    .filter(member -> !member.isEmpty())
                    .toList();
            facts.add(new ConfiguredDevice(
                    vantage,
                    device.nameOrigin(this::origin),
                    name,
                    device.type(),
                    memberNames,
                    mtu(object),
                    device.vlan(),
                    device.base(),
                    order,
                    OsloBool.isTrue(object.at("use_dhcp").text())
                            || OsloBool.isTrue(object.at("use_dhcpv6").text())));
            order++;
            addresses(object, name);
            routes(object, name);
        }
        members.forEach(member -> device(member, Optional.of(device), depth + 1));
    }

    private OptionalInt mtu(Tree object) {
        Tree mtu = object.at("mtu");
        OptionalInt bytes = mtu.integer();
        // os-net-config takes 0 as unset.
        boolean bad = mtu.present() && (bytes.isEmpty() || bytes.getAsInt() < 0);
        if (bad) {
            problem(mtu, "mtu '" + mtu.text() + "'", "a number of bytes");
        }
        return bad || bytes.isEmpty() || bytes.getAsInt() == 0 ? OptionalInt.empty() : bytes;
    }

    private void addresses(Tree object, String name) {
        for (Tree item : list(object.at("addresses"), "addresses")) {
            Tree address = item.at("ip_netmask");
            Optional<String> cidr = IpText.cidr(address.text());
            if (cidr.isEmpty()) {
                problem(address, "address '" + address.text() + "'", "ip_netmask: ADDRESS/PREFIX");
            } else {
                facts.add(new Address(vantage, origin(address), name, cidr.get(), Address.Basis.CONFIGURED));
            }
        }
    }

    private void routes(Tree object, String name) {
        for (Tree item : list(object.at("routes"), "routes")) {
            boolean isDefault = OsloBool.isTrue(item.at("default").text());
            Optional<Tree> hop = onlyOne(item, "next_hop", "nexthop");
            Optional<Tree> target = onlyOne(item, "ip_netmask", "destination");
            Optional<String> destination =
                    isDefault ? Optional.of("default") : target.flatMap(tree -> IpText.cidr(tree.text()));
            if (hop.isEmpty()
                    || destination.isEmpty()
                    || !IpText.isAddress(hop.get().text())) {
                problem(
                        item,
                        "a route without a usable next hop and destination",
                        "next_hop: ADDRESS and one of default: true, ip_netmask: PREFIX");
            } else {
                facts.add(new Route(
                        vantage,
                        origin(hop.get()),
                        destination.get(),
                        hop.get().text().strip(),
                        name,
                        Address.Basis.CONFIGURED));
            }
        }
    }

    /** os-net-config refuses both words for one thing. */
    private static Optional<Tree> onlyOne(Tree item, String one, String other) {
        Map<String, Tree> fields = item.fields();
        return fields.containsKey(one) == fields.containsKey(other)
                ? Optional.empty()
                : Optional.of(item.at(fields.containsKey(one) ? one : other));
    }

    private List<Tree> list(Tree tree, String key) {
        boolean empty = tree instanceof Tree.Scalar scalar && scalar.text().isEmpty();
        if (tree.present() && !empty && !(tree instanceof Tree.Sequence)) {
            problem(tree, key + " is no list", key + ": [...]");
        }
        return tree.items();
    }

    private void problem(Tree at, String found, String expected) {
        problems.add(new Problem(origin(at), found, expected));
    }

    private Origin origin(Tree tree) {
        return tree.spot().origin();
    }
}
