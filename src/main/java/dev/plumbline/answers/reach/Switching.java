package dev.plumbline.answers.reach;

import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Settings.PortTag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a bridge does with a frame between two of its ports (bridge(8), ovs-vswitchd.conf.db(5)). A VLAN of 0 is a frame without a
 * tag.
 */
final class Switching {

    private final Terrain terrain;
    private final DeviceId bridge;
    private final boolean ovs;
    private final boolean filters;

    Switching(Terrain terrain, DeviceId bridge) {
        this.terrain = terrain;
        this.bridge = bridge;
        this.ovs = terrain.ovs(bridge);
        this.filters = !ovs && filters();
    }

    /** The kernel lists VLANs of ports also where the bridge does not look at them. */
    private boolean filters() {
        Optional<String> said = terrain.setting(bridge, "vlan_filtering");
        return said.map(value -> value.equals("1") || value.equals("true"))
                .orElseGet(() -> terrain.ports(bridge).stream()
                        .anyMatch(port -> terrain.tags(port.to()).stream().anyMatch(tag -> tag.vlan() != 1)));
    }

    boolean ovs() {
        return ovs;
    }

    /** A port that takes part in no forwarding. */
    Optional<Cause> closed(DeviceId port) {
        Optional<Cause> ill = Health.of(terrain, port);
        if (ill.isPresent() || ovs) {
            return ill;
        }
        return terrain.setting(port, "state")
                .filter(state -> !state.equals("forwarding"))
                .map(state ->
                        Cause.of(Cause.Sort.PORT_STATE, port, port.name() + " of " + bridge.name() + " is " + state));
    }

    /** Why a port does not take the frames of a sender: a filter of the node's that knows other MACs there. */
    Optional<Cause> filtered(DeviceId port, Mac sender) {
        String takes = terrain.setting(port, KernelSetting.FRAMES_FROM)
                .or(() -> terrain.setting(port.scope(), KernelSetting.FRAMES_FROM))
                .orElse("");
        if (ovs || takes.isEmpty() || List.of(takes.split(",")).contains(sender.text())) {
            return Optional.empty();
        }
        return takes.equals(KernelSetting.UNFOLLOWED)
                ? Optional.of(Cause.unseen(
                        port, "a packet filter stands here whose rules are not followed", "nft list ruleset"))
                : Optional.of(Cause.of(
                        Cause.Sort.SPOOF_CHECK,
                        port,
                        "a packet filter takes frames from " + takes + " alone at " + port.name() + ", these are from "
                                + sender));
    }

    /** The VLAN that a frame belongs to inside; empty where the port does not take it. */
    OptionalInt in(DeviceId port, int vlan) {
        List<PortTag> tags = terrain.tags(port);
        if (ovs) {
            Optional<PortTag> access = tags.stream().findFirst();
            return access.isEmpty()
                    ? OptionalInt.of(vlan)
                    : vlan == 0 ? OptionalInt.of(access.get().vlan()) : OptionalInt.empty();
        }
        if (!filters || tags.isEmpty()) {
            return OptionalInt.of(filters && vlan == 0 ? 1 : vlan);
        }
        return tags.stream()
                .filter(tag -> vlan == 0 ? tag.pvid() : tag.vlan() == vlan)
                .mapToInt(PortTag::vlan)
                .findFirst();
    }

    /** The VLAN in which a frame leaves by a port; empty where it does not. */
    OptionalInt out(DeviceId port, int vlan) {
        List<PortTag> tags = terrain.tags(port);
        if (ovs) {
            Optional<PortTag> access = tags.stream().findFirst();
            return access.isEmpty()
                    ? OptionalInt.of(vlan)
                    : access.get().vlan() == vlan ? OptionalInt.of(0) : OptionalInt.empty();
        }
        if (!filters) {
            return OptionalInt.of(vlan);
        }
        if (tags.isEmpty()) {
            return vlan == 1 ? OptionalInt.of(0) : OptionalInt.empty();
        }
        return tags.stream()
                .filter(tag -> tag.vlan() == vlan)
                .mapToInt(tag -> tag.untagged() ? 0 : vlan)
                .findFirst();
    }

    /** Why no frame passes between two ports that are open. */
    Optional<Cause> apart(DeviceId in, DeviceId out) {
        boolean isolated = !ovs && on(in, "isolated") && on(out, "isolated");
        return isolated
                ? Optional.of(Cause.of(
                        Cause.Sort.ISOLATED,
                        out,
                        in.name() + " and " + out.name() + " are isolated ports of " + bridge.name()))
                : Optional.empty();
    }

    private boolean on(DeviceId port, String name) {
        return terrain.setting(port, name)
                .filter(value -> value.equals("true") || value.equals("on") || value.equals("1"))
                .isPresent();
    }
}
