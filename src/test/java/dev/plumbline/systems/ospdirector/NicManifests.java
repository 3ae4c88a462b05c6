package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Inputs of the operator read from YAML, for tests of what is made of them. */
final class NicManifests {

    private NicManifests() {}

    static Tree tree(String yaml) {
        return document("manifest.yaml", yaml).root();
    }

    static Tree tree(Path file) {
        try {
            return document(file.getFileName().toString(), Files.readString(file))
                    .root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document document(String name, String yaml) {
        List<Line> lines = new ArrayList<>();
        yaml.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        return Document.yaml(Observation.ofFile(name, "", Vantage.of(Scope.ofCluster(), Standing.STATED), lines));
    }

    static NetConfig netConfig(Tree tree) {
        Tree spec = tree.at("spec");
        SortedMap<String, NetConfig.Reservation> reservations = new TreeMap<>();
        spec.at("reservations")
                .fields()
                .forEach((host, value) -> reservations.put(
                        host,
                        new NetConfig.Reservation(
                                value,
                                value.at("ipReservations").fields(),
                                value.at("macReservations").fields())));
        return new NetConfig(
                tree,
                tree.at("metadata", "namespace").text(),
                tree.at("metadata", "name").text(),
                new TreeMap<>(),
                spec.at("domainName").text(),
                texts(spec.at("dnsServers")),
                texts(spec.at("dnsSearchDomains")),
                spec.at("networks").items().stream().map(NicManifests::network).toList(),
                List.of(),
                true,
                reservations);
    }

    private static NetConfig.Network network(Tree tree) {
        boolean control = tree.at("nameLower").text().equals("ctlplane");
        return new NetConfig.Network(
                tree,
                tree.at("name").text(),
                tree.at("nameLower").text(),
                control,
                tree.at("mtu").integer().orElse(1500),
                !tree.at("vip").present() || tree.at("vip").isTrue(),
                tree.at("subnets").items().stream().map(NicManifests::subnet).toList());
    }

    private static NetConfig.Subnet subnet(Tree tree) {
        boolean six = !tree.at("ipv4").present();
        Tree family = tree.at(six ? "ipv6" : "ipv4");
        return new NetConfig.Subnet(
                tree,
                tree.at("name").text(),
                tree.at("attachConfiguration").text(),
                tree.at("vlan").integer().orElse(0),
                six,
                family,
                family.at("cidr").text(),
                family.at("allocationStart").text(),
                family.at("allocationEnd").text(),
                family.at("gateway").text(),
                family.at("routes").items().stream()
                        .map(route -> new NetConfig.SubnetRoute(
                                route,
                                route.at("destination").text(),
                                route.at("nexthop").text()))
                        .toList());
    }

    static Role role(String name, Tree tree) {
        return new Role(
                tree,
                name,
                tree.at("roleName").text(),
                tree.at("roleCount").integer().orElse(1),
                texts(tree.at("networks")),
                tree.at("networks"),
                tree.at("ctlplaneInterface").present()
                        ? tree.at("ctlplaneInterface").text()
                        : "enp2s0",
                !tree.at("isTripleoRole").present() || tree.at("isTripleoRole").isTrue());
    }

    /** A host's reserved addresses with their prefix lengths, by subnet. */
    static Map<String, Tree> addresses(NetConfig config, String host) {
        Map<String, Tree> addresses = new HashMap<>();
        NetConfig.Reservation reservation =
                Optional.ofNullable(config.reservations().get(host)).orElseThrow();
        for (NetConfig.Network network : config.networks()) {
            for (NetConfig.Subnet subnet : network.subnets()) {
                Tree address = reservation.addresses().get(subnet.name());
                if (address != null) {
                    String length = subnet.cidr().substring(subnet.cidr().indexOf('/'));
                    addresses.put(subnet.name(), new Tree.Scalar(address.text() + length, true, address.spot()));
                }
            }
        }
        return addresses;
    }

    static SortedMap<String, Tree> parameters(String yaml) {
        return new TreeMap<>(tree(yaml).at("parameter_defaults").fields());
    }

    private static List<String> texts(Tree list) {
        return list.items().stream().map(Tree::text).toList();
    }

    /** Plain values, numbers and booleans apart from strings, for comparing. */
    static Object value(Tree tree) {
        return switch (tree) {
            case Tree.Mapping mapping -> {
                Map<String, Object> fields = new TreeMap<>();
                mapping.fields().forEach((key, field) -> fields.put(key, value(field)));
                yield fields;
            }
            case Tree.Sequence sequence ->
                sequence.items().stream().map(NicManifests::value).toList();
            case Tree.Scalar scalar ->
                scalar.isString() && !scalar.text().matches("true|false|\\d+")
                        ? scalar.text()
                        : (scalar.isString() ? "string " : "") + scalar.text();
            case Tree.Missing _ -> "missing";
        };
    }
}
