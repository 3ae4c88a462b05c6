package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the operator's NIC template (templates/openstackconfiggenerator/config) becomes in a guest of a role: the file
 * that os-net-config reads. A template of that role in the user's own tarball would take its place.
 */
public final class NicTemplate {

    /** KubeVirt's masquerade binding gives every guest this address and this gateway. */
    static final String POD_ADDRESS = "10.0.2.2/24";

    static final String POD_GATEWAY = "10.0.2.1";

    /** OpenShift's default for the Service kubernetes in namespace default. */
    private static final String SERVICE_IP = "172.30.0.1";

    private final NetConfig config;
    private final Role role;
    private final TripleoRole tripleo;
    private final Map<String, Tree> addresses;
    private final SortedMap<String, Tree> heat;
    private final Optional<Tree> service;

    private NicTemplate(
            NetConfig config,
            Role role,
            TripleoRole tripleo,
            Map<String, Tree> addresses,
            SortedMap<String, Tree> heat,
            Optional<Tree> service) {
        this.config = config;
        this.role = role;
        this.tripleo = tripleo;
        this.addresses = addresses;
        this.heat = heat;
        this.service = service;
    }

    /**
     * The guest's file.
     *
     * @param release train, wallaby, 16.2, 17.0 or 17.1
     * @param addressesBySubnet texts {@code 172.18.0.20/24} by subnet name; of one that is not known the address is left
     *     out
     * @param heatParameters parameter_defaults by name
     * @param clusterServiceIp of the Service kubernetes; OpenShift's default where it is not given, which then points at
     *     the role
     * @return a mapping with network_config; missing for a role that TripleO does not deploy to, which gets no template
     */
    public static Tree config(
            NetConfig netConfig,
            Role role,
            String release,
            Map<String, Tree> addressesBySubnet,
            SortedMap<String, Tree> heatParameters,
            Optional<Tree> clusterServiceIp) {
        return config(
                netConfig,
                role,
                TripleoRole.of(role.roleName()),
                release,
                addressesBySubnet,
                heatParameters,
                clusterServiceIp);
    }

    /** The same with what a roles_data.yaml says of the role. */
    public static Tree config(
            NetConfig netConfig,
            Role role,
            TripleoRole rolesData,
            String release,
            Map<String, Tree> addressesBySubnet,
            SortedMap<String, Tree> heatParameters,
            Optional<Tree> clusterServiceIp) {
        if (!role.tripleo()) {
            return new Tree.Missing(role.tree().spot());
        }
        NicTemplate template =
                new NicTemplate(netConfig, role, rolesData, addressesBySubnet, heatParameters, clusterServiceIp);
        List<Tree> entries =
                isTrain(release) ? new NicTemplate16(template).entries() : new NicTemplate17(template).entries();
        return Growing.from(role.tree()).put("network_config", entries).tree();
    }

    /** {@code /etc/os-net-config/config.json} of 16.2 or {@code config.yaml} of 17.x. */
    public static String path(String release) {
        return "/etc/os-net-config/config." + (isTrain(release) ? "json" : "yaml");
    }

    static boolean isTrain(String release) {
        return release.equals("16.2") || release.equals("train");
    }

    Role role() {
        return role;
    }

    NetConfig netConfig() {
        return config;
    }

    TripleoRole rolesData() {
        return tripleo;
    }

    List<RoleNetwork> networks() {
        return RoleNetwork.of(config, role, addresses);
    }

    Optional<RoleNetwork> controlPlane() {
        return RoleNetwork.controlPlane(config, role, addresses);
    }

    Optional<Tree> heat(String parameter) {
        return Optional.ofNullable(heat.get(parameter))
                .filter(value -> !value.text().isEmpty() || !value.items().isEmpty());
    }

    /** A parameter of type comma_delimited_list, which may be given as a list as well. */
    List<Tree> heatList(String parameter) {
        return heat(parameter)
                .map(value -> value instanceof Tree.Scalar ? split(value) : value.items())
                .orElse(List.of());
    }

    private static List<Tree> split(Tree value) {
        List<Tree> items = new ArrayList<>();
        for (String part : value.text().split(",", -1)) {
            items.add(Growing.text(part.strip(), value));
        }
        return items;
    }

    /** The destination of the route by which fencing reaches the cluster's API. */
    Tree serviceRoute(Tree orElse) {
        // The template writes /32 whatever the address's family.
        return service.map(ip -> Growing.text(ip.text() + "/32", ip)).orElse(Growing.text(SERVICE_IP + "/32", orElse));
    }

    /** The mapping's list of addresses; none where the address is not known. */
    static List<Tree> addresses(Optional<Tree> address) {
        return address.map(each -> List.of(Growing.from(each)
                        .put("ip_netmask", Growing.text(each.text(), each))
                        .tree()))
                .orElse(List.of());
    }

    static Tree defaultRoute(Tree gateway) {
        return Growing.from(gateway)
                .put("default", true)
                .put("next_hop", Growing.text(gateway.text(), gateway))
                .tree();
    }

    /** As TripleO's own files write routes. */
    static List<Tree> routes(NetConfig.Subnet subnet) {
        return subnet.routes().stream()
                .map(route -> Growing.from(route.tree())
                        .put("destination", route.destination(), route.tree().at("destination"))
                        .put("nexthop", route.nexthop(), route.tree().at("nexthop"))
                        .tree())
                .toList();
    }

    /** Heat's list_concat_unique. */
    static List<Tree> union(List<Tree> first, List<Tree> second) {
        List<Tree> all = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (List<Tree> list : List.of(first, second)) {
            list.stream().filter(each -> seen.add(value(each))).forEach(all::add);
        }
        return all;
    }

    private static Object value(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar.text();
            case Tree.Sequence sequence ->
                sequence.items().stream().map(NicTemplate::value).toList();
            case Tree.Mapping mapping -> {
                Map<String, Object> fields = new TreeMap<>();
                mapping.fields().forEach((key, field) -> fields.put(key, value(field)));
                yield fields;
            }
            case Tree.Missing _ -> Optional.empty();
        };
    }
}
