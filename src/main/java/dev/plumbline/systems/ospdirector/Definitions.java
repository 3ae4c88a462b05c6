package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.NetConfig.AttachConfiguration;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import dev.plumbline.systems.ospdirector.NetConfig.SubnetRoute;
import java.util.List;
import java.util.stream.Collectors;

/**
 * NetworkAttachmentDefinitions: two a subnet, N for VMs and N-static for client pods, which bring their address
 * (controllers/openstacknet_controller.go).
 */
final class Definitions {

    private final NetConfig config;
    private final List<Obstacle> obstacles;

    Definitions(NetConfig config, List<Obstacle> obstacles) {
        this.config = config;
        this.obstacles = obstacles;
    }

    /** None on SR-IOV, whose own operator makes them, nor where the bridge is not known. */
    List<DerivedObject> objects(Network network, Subnet subnet) {
        AttachConfiguration attachment = config.attachments().get(subnet.attachConfiguration());
        if (attachment == null) {
            obstacles.add(Obstacle.at(
                    subnet.tree().at("attachConfiguration"),
                    "attach-configuration-unknown",
                    "subnet " + subnet.name()
                            + (subnet.attachConfiguration().isEmpty()
                                    ? " names no attachConfiguration"
                                    : " wants attachConfiguration \"" + subnet.attachConfiguration()
                                            + "\", which is not there")));
            return List.of();
        }
        return attachment.bridge().stream()
                .flatMap(bridge ->
                        List.of("", "-static").stream().map(suffix -> definition(network, subnet, bridge, suffix)))
                .toList();
    }

    private DerivedObject definition(Network network, Subnet subnet, String bridge, String suffix) {
        Tree cause = subnet.tree();
        String name = subnet.objectName();
        Growing metadata = Metadata.of(cause, name + suffix, cause.at("name"), config.namespace())
                .texts("finalizers", List.of(OpenStackNets.FINALIZER))
                .put(
                        "annotations",
                        Growing.from(cause)
                                .put(
                                        "k8s.v1.cni.cncf.io/resourceName",
                                        "bridge.network.kubevirt.io/" + bridge,
                                        cause.at("attachConfiguration")))
                .put("labels", Metadata.ownedBy(cause, name, config.namespace(), "osp-openstacknet"));
        String text = configuration(name + suffix, bridge, network.mtu(), subnet, !suffix.isEmpty());
        return DerivedObject.of(Metadata.object(cause, "k8s.cni.cncf.io/v1", "NetworkAttachmentDefinition", metadata)
                .put("spec", Growing.from(cause).put("config", text, cause.at("attachConfiguration"))));
    }

    /** The text that the operator's template gives: indented by tabs, behind an empty line. */
    private static String configuration(String name, String bridge, int mtu, Subnet subnet, boolean fixed) {
        String vlan = subnet.vlan() == 0 ? "" : "\n\t\t\t\"vlan\": " + subnet.vlan() + ",";
        String ipam = fixed ? "{\n\t\t\t\t\"type\": \"static\"\n\t\t\t}" : "{}";
        String routes = subnet.routes().stream().map(Definitions::route).collect(Collectors.joining(","));
        return """

                {
                \t"cniVersion": "0.3.1",
                \t"name": %s,
                \t"plugins": [
                \t\t{
                \t\t\t"type": "bridge",
                \t\t\t"bridge": %s,
                \t\t\t"mtu": %d,%s
                \t\t\t"ipam": %s
                \t\t},
                \t\t{
                \t\t\t"type": "tuning"
                \t\t},
                \t\t{
                \t\t\t"type": "route-override",
                \t\t\t"addroutes": [%s]
                \t\t}
                \t]
                }
                """.formatted(JsonText.of(name), JsonText.of(bridge), mtu, vlan, ipam, routes);
    }

    private static String route(SubnetRoute route) {
        return "{\"dst\": " + JsonText.of(route.destination()) + ", \"gw\": " + JsonText.of(route.nexthop()) + "}";
    }
}
