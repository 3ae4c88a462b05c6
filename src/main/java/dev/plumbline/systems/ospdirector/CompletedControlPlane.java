package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.tree.Growing;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.HostAddresses.Use;
import java.util.List;

/** An OpenStackControlPlane as the API server gives it back in its stored version, v1beta2: with defaults and its VIPs. */
final class CompletedControlPlane {

    private final ControlPlane plane;
    private final NetConfig config;

    CompletedControlPlane(ControlPlane plane, NetConfig config) {
        this.plane = plane;
        this.config = config;
    }

    /** @param sets all sets of hosts; the control plane's own are picked */
    DerivedObject object(List<HostSet> sets, SetObjects setObjects) {
        Tree tree = plane.tree();
        List<HostSet> vips = sets.stream()
                .filter(set -> set.use() == Use.VIP || set.use() == Use.SERVICE_VIP)
                .filter(set -> set.owner().equals(plane.name()))
                .toList();
        Growing labels = Growing.from(tree.at("metadata"));
        tree.at("metadata", "labels").fields().forEach(labels::put);
        vips.stream().filter(HostSet::vip).forEach(set -> Metadata.subnets(labels, set.networks(), config.name()));
        Growing metadata = Growing.from(tree.at("metadata"));
        tree.at("metadata").fields().forEach(metadata::put);
        metadata.put("labels", labels);
        if (!config.namespace().isEmpty()) {
            metadata.put("namespace", config.namespace());
        }
        Growing status = Growing.from(tree);
        Growing vipStatus = Growing.from(tree);
        vips.forEach(
                set -> setObjects.statuses(set, tree, "Created").tree().fields().forEach(vipStatus::put));
        return DerivedObject.of(
                Metadata.object(tree, InputsReader.GROUP + "/v1beta2", "OpenStackControlPlane", metadata)
                        .put("spec", spec(tree.at("spec")))
                        .put("status", status.put("ospVersion", version()).put("vipStatus", vipStatus)));
    }

    /** Releases have a name of OpenStack's and a number of Red Hat's. */
    private String version() {
        return switch (plane.release()) {
            case "train", "" -> "16.2";
            case "wallaby" -> "17.0";
            default -> plane.release();
        };
    }

    private Growing spec(Tree spec) {
        Growing all = Growing.from(spec);
        spec.fields().forEach((key, value) -> {
            // Refused as unknown, or dropped: only old manifests have it.
            if (!key.equals("domainName")) {
                all.put(key, value);
            }
        });
        Growing roles = Growing.from(spec);
        plane.roles().forEach(role -> roles.put(role.key(), role(role)));
        if (!Given.is(spec.at("openStackClientNetworks"))) {
            all.texts("openStackClientNetworks", plane.clientNetworks());
        }
        if (!plane.serviceVips().isEmpty()) {
            Growing vips = Growing.from(spec.at("additionalServiceVIPs"));
            plane.serviceVips().forEach(vips::put);
            all.put("additionalServiceVIPs", vips);
        }
        return all.put("virtualMachineRoles", roles);
    }

    private Tree role(Role role) {
        Tree tree = role.tree();
        Growing all = Growing.from(tree);
        tree.fields().forEach((key, value) -> {
            if (!plane.v1beta1() || !Defaults.FLAT_DISK.contains(key)) {
                all.put(key, value);
            }
        });
        if (!Given.is(tree.at("networks"))) {
            all.texts("networks", role.networks());
        }
        all.put("ctlplaneInterface", role.ctlplaneInterface(), tree.at("ctlplaneInterface"))
                .put("isTripleoRole", Metadata.truth(role.tripleo(), tree.at("isTripleoRole")))
                .put(
                        "blockMultiQueue",
                        Metadata.truth(tree.at("blockMultiQueue").isTrue(), tree.at("blockMultiQueue")))
                .put("rootDisk", Defaults.rootDisk(plane, tree));
        if (!tree.at("additionalDisks").items().isEmpty()) {
            all.put("additionalDisks", Defaults.additionalDisks(tree.at("additionalDisks")));
        }
        return all.tree();
    }
}
