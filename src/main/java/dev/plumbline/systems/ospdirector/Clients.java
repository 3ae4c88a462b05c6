package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenStackClients and their pods, whose addresses stand in an annotation (controllers/openstackclient_controller.go). */
final class Clients {

    private static final int CLOUD_ADMIN = 42401;

    private final NetConfig config;
    private final HostAddresses addresses;
    private final Map<String, Subnet> subnets = new HashMap<>();

    Clients(NetConfig config, HostAddresses addresses) {
        this.config = config;
        this.addresses = addresses;
        for (Network network : config.networks()) {
            network.subnets().forEach(subnet -> subnets.putIfAbsent(subnet.name(), subnet));
        }
    }

    /** The client of a control plane. */
    DerivedObject client(ControlPlane plane, HostSet set, Growing statuses) {
        Tree spec = plane.tree().at("spec");
        Growing client =
                Growing.from(spec).put("cloudName", plane.name(), plane.tree().at("metadata", "name"));
        client.put("deploymentSSHSecret", "osp-controlplane-ssh-keys");
        copy(client, "imageURL", spec.at("openStackClientImageURL"));
        client.put("networks", SetObjects.networks(set));
        copy(client, "idmSecret", spec.at("idmSecret"));
        copy(client, "caConfigMap", spec.at("caConfigMap"));
        client.put("runGID", CLOUD_ADMIN).put("runUID", CLOUD_ADMIN);
        copy(client, "storageClass", spec.at("openStackClientStorageClass"));
        Growing labels = Metadata.subnets(Growing.from(spec), set.networks(), config.name());
        return DerivedObject.of(Metadata.object(
                        spec,
                        InputsReader.GROUP + "/v1beta1",
                        "OpenStackClient",
                        Metadata.of(spec, set.name(), spec, config.namespace()).put("labels", labels))
                .put("spec", client)
                .put("status", Growing.from(spec).put("netStatus", statuses)));
    }

    private static void copy(Growing into, String key, Tree value) {
        if (Given.is(value)) {
            into.put(key, value);
        }
    }

    /** Nothing where an address is missing: the operator waits for all of them before it makes the pod. */
    Optional<DerivedObject> pod(HostSet set) {
        if (set.hosts().isEmpty()) {
            return Optional.empty();
        }
        String host = set.hosts().getFirst();
        List<String> elements = new ArrayList<>();
        for (String name : set.networks()) {
            Subnet subnet = subnets.get(name);
            Optional<Tree> address = addresses.of(host, name);
            if (subnet == null || address.isEmpty()) {
                return Optional.empty();
            }
            elements.add("{\"name\":" + JsonText.of(subnet.objectName() + "-static") + ",\"namespace\":"
                    + JsonText.of(config.namespace()) + ",\"ips\":["
                    + JsonText.of(address.get().text()) + "]}");
        }
        Tree cause = set.networksAt();
        Growing annotations =
                Growing.from(cause).put("k8s.v1.cni.cncf.io/networks", "[" + String.join(",", elements) + "]");
        Growing metadata = Metadata.of(cause, set.owner(), set.countAt(), config.namespace())
                .put("annotations", annotations)
                .put("labels", Metadata.ownedBy(cause, set.owner(), config.namespace(), "osp-openstackclient"));
        Growing spec = Growing.from(cause);
        List<Tree> servers = config.tree().at("spec", "dnsServers").items();
        List<Tree> searches = config.tree().at("spec", "dnsSearchDomains").items();
        Growing dns = Growing.from(cause);
        if (!servers.isEmpty()) {
            dns.put("nameservers", servers);
        }
        if (!searches.isEmpty()) {
            dns.put("searches", searches);
        }
        spec.put("dnsPolicy", servers.isEmpty() ? "ClusterFirst" : "None").put("dnsConfig", dns);
        return Optional.of(
                DerivedObject.of(Metadata.object(cause, "v1", "Pod", metadata).put("spec", spec)));
    }
}
