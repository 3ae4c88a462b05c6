package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.NetConfig.AttachConfiguration;
import java.util.ArrayList;
import java.util.List;

/** OpenStackNetAttachments, and the node policies that these become (controllers/openstacknetattachment_controller.go). */
final class Attachments {

    private static final String FINALIZER = "openstacknetattachment";

    private final NetConfig config;
    private final List<Obstacle> obstacles;

    Attachments(NetConfig config, List<Obstacle> obstacles) {
        this.config = config;
        this.obstacles = obstacles;
    }

    List<DerivedObject> objects() {
        List<DerivedObject> objects = new ArrayList<>();
        List<String> bridges = new ArrayList<>();
        for (AttachConfiguration each : config.attachments().values()) {
            objects.add(attachment(each));
            if (each.sriovPort().isPresent()) {
                obstacles.add(Obstacle.at(
                        each.tree().at("nodeSriovConfigurationPolicy", "desiredState", "port"),
                        "sriov-not-planned",
                        each.key()
                                + " is SR-IOV: the operator waits for a SriovNetwork of another name than it makes"));
            } else if (each.bridge().isEmpty()) {
                obstacles.add(Obstacle.at(
                        each.tree(), "bridge-missing", each.key() + " has no interface with a bridge and a name"));
            } else if (bridges.contains(each.bridge().get())) {
                obstacles.add(Obstacle.at(
                        each.policy(),
                        "bridge-twice",
                        each.key() + " makes bridge " + each.bridge().get()
                                + " again: both write one policy in turns"));
            } else {
                bridges.add(each.bridge().get());
                objects.add(policy(each, each.bridge().get()));
            }
        }
        return objects;
    }

    private DerivedObject attachment(AttachConfiguration each) {
        boolean sriov = each.sriovPort().isPresent();
        String type = sriov ? "sriov" : "bridge";
        Tree cause = each.tree();
        Growing labels = Metadata.ownedBy(cause, config.name(), config.namespace(), "osp-openstacknetconfig")
                .put("ooo-attach-reference", each.key())
                .put("ooo-attach-type", type)
                // The key, not the bridge's name, though the label is called so.
                .put(type, each.key());
        Growing metadata = Metadata.of(cause, each.objectName(), cause, config.namespace())
                .texts("finalizers", List.of(FINALIZER))
                .put("labels", labels);
        Tree none = Growing.from(cause).tree();
        Tree given = each.tree().at("nodeSriovConfigurationPolicy");
        Growing spec = Growing.from(cause)
                .put(
                        "attachConfiguration",
                        Growing.from(cause)
                                .put("nodeNetworkConfigurationPolicy", sriov ? none : orNone(each.policy(), none))
                                .put("nodeSriovConfigurationPolicy", Defaults.sriov(sriov ? given : none, cause)));
        Growing status = Growing.from(cause).put("attachType", type);
        each.bridge().ifPresent(bridge -> status.put("bridgeName", bridge));
        status.put("currentState", "Configured");
        return DerivedObject.of(
                Metadata.object(cause, InputsReader.GROUP + "/v1beta1", "OpenStackNetAttachment", metadata)
                        .put("spec", spec)
                        .put("status", status));
    }

    private static Tree orNone(Tree policy, Tree none) {
        return policy.present() ? policy : none;
    }

    /** Named by the bridge; its spec is the given one as it stands. */
    private DerivedObject policy(AttachConfiguration each, String bridge) {
        Tree policy = each.policy();
        Tree nameAt = policy.at("desiredState", "interfaces").items().stream()
                .filter(item -> item.at("bridge").present())
                .map(item -> item.at("name"))
                .filter(name -> !name.text().isEmpty())
                .findFirst()
                .orElse(policy);
        Growing labels = Metadata.ownedBy(policy, each.objectName(), config.namespace(), "osp-openstacknetattach")
                .put("ooo-bridge", bridge, nameAt)
                .put(Metadata.NET_CONFIG_REF, config.name());
        Growing metadata = Metadata.of(policy, bridge, nameAt, "")
                .texts("finalizers", List.of(FINALIZER))
                .put("labels", labels);
        return DerivedObject.of(
                Metadata.object(policy, "nmstate.io/v1beta1", "NodeNetworkConfigurationPolicy", metadata)
                        .put("spec", policy));
    }
}
