package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes bridges and what stands only in them. */
record SwitchReader(ObjectReader reader) {

    private static final String STANDALONE = "standalone";

    NetObject ovsBridge(Value json, boolean user) {
        String object = user ? "OvsUserBridge" : "OvsBridge";
        Value name = Required.field(json, "name", object);
        Settings settings = reader.settings(json, false);
        Value failMode = json.get("ovs_fail_mode", new Value.Text(STANDALONE, json.tree()));
        List<Optional<NetObject>> members = reader.members(json);
        reader.machine().needsOpenVswitch(object);
        Identity identity = reader.identity(name);
        List<String> extra = new ArrayList<>(commands(json));
        extra.addAll(failMode(failMode, json));
        List<String> formatted = extra.stream()
                .map(text -> PythonText.formatted(text, identity.name()))
                .toList();
        told(members, identity.written());
        boolean internal = reader.machine().release() == Release.TRAIN
                || !(json.get("ovs_internal") instanceof Value.Truth truth && !truth.value());
        return new NetObject.OvsBridge(
                identity,
                settings,
                members,
                Primaries.of(members, "bridge_name", "bridge"),
                json.get("ovs_options"),
                formatted,
                failMode,
                user,
                internal,
                json.tree());
    }

    private static List<String> commands(Value json) {
        return ObjectReader.commands(json);
    }

    /**
     * The fail mode is appended to the list that the file gave, and stays there: the second time it is made, the object
     * has it twice.
     */
    private List<String> failMode(Value mode, Value json) {
        if (!mode.truthy()) {
            return List.of();
        }
        List<String> once = new ArrayList<>(List.of("set bridge {name} fail_mode=" + mode.str()));
        if (mode.isText(STANDALONE)) {
            once.add("del-controller {name}");
        }
        boolean kept = json.get("ovs_extra") instanceof Value.Items list && list.truthy();
        List<String> all = new ArrayList<>(once);
        for (int i = 1; i < (kept ? reader.pass() : 1); i++) {
            all.addAll(once);
        }
        return all;
    }

    /** From 17.1 on a vlan in a bridge is told that its own device does not count. */
    private void told(List<Optional<NetObject>> members, String bridge) {
        if (reader.machine().release() == Release.TRAIN) {
            return;
        }
        for (Optional<NetObject> member : members) {
            if (member.orElse(null) instanceof NetObject.Vlan vlan
                    && vlan.device().truthy()
                    && !vlan.device().isText(bridge)) {
                reader.machine()
                        .tell(LogMessage.error(
                                "Invalid base_iface device:" + vlan.device().str() + " set for vlan member "
                                        + vlan.name() + ", (" + bridge + " will be set as parent)"));
            }
        }
    }

    NetObject linuxBridge(Value json) {
        Value name = Required.field(json, "name", "LinuxBridge");
        Settings settings = reader.settings(json, false);
        List<Optional<NetObject>> members = reader.members(json);
        Identity identity = reader.identity(name);
        told(members, identity.written());
        return new NetObject.LinuxBridge(
                identity, settings, members, Primaries.of(members, "linux_bridge_name", "bridge"), json.tree());
    }

    NetObject ivsBridge(Value json) {
        Settings settings = reader.settings(json, false);
        List<Optional<NetObject>> members = reader.members(json);
        Identity identity = reader.identity(new Value.Text("ivs", json.tree()));
        noBonds(members, "IVS", "ivs_bridge_name");
        return new NetObject.IvsBridge(identity, settings, members, json.tree());
    }

    NetObject nfvswitchBridge(Value json) {
        Settings settings = reader.settings(json, false);
        List<Optional<NetObject>> members = reader.members(json);
        Value options = json.get("options");
        if (!options.truthy()) {
            throw Stop.invalid("Config \"options\" is mandatory.");
        }
        Identity identity = reader.identity(new Value.Text("nfvswitch", json.tree()));
        noBonds(members, "NFVSwitch", "nfvswitch_bridge_name");
        return new NetObject.NfvswitchBridge(identity, settings, members, options, json.tree());
    }

    private static void noBonds(List<Optional<NetObject>> members, String word, String attribute) {
        for (Optional<NetObject> member : members) {
            NetObject object = member.orElseThrow(() -> Stop.noAttribute("NoneType", attribute));
            if (object instanceof NetObject.OvsBond || object instanceof NetObject.LinuxBond) {
                throw Stop.invalid(word + " does not support bond interfaces.");
            }
        }
    }

    NetObject tunnel(Value json) {
        Value name = Required.field(json, "name", "OvsTunnel");
        Value type = Required.field(json, "tunnel_type", "OvsTunnel");
        List<String> options = ObjectReader.options(json);
        Settings settings = reader.settings(json, true);
        reader.machine().needsOpenVswitch("OvsTunnel");
        Identity identity = reader.identity(name);
        List<String> extra = ObjectReader.extras(json, identity.name());
        return new NetObject.OvsTunnel(identity, settings, type, options, extra, json.tree());
    }

    NetObject patchPort(Value json) {
        Value name = Required.field(json, "name", "OvsPatchPort");
        Value bridge = Required.field(json, "bridge_name", "OvsPatchPort");
        Value peer = Required.field(json, "peer", "OvsPatchPort");
        ObjectReader.options(json);
        Settings settings = reader.settings(json, true);
        reader.machine().needsOpenVswitch("OvsPatchPort");
        Identity identity = reader.identity(name);
        List<String> extra = ObjectReader.extras(json, identity.name());
        return new NetObject.OvsPatchPort(identity, settings, bridge, peer, extra, json.tree());
    }
}
