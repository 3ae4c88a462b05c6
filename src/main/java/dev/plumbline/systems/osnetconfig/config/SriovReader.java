package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.systems.osnetconfig.Release;
import java.math.BigInteger;
import java.util.List;

/** Makes physical and virtual functions of SR-IOV. */
record SriovReader(ObjectReader reader) {

    NetObject physical(Value json) {
        Value name = Required.field(json, "name", "SriovPF");
        Value functions = Required.field(json, "numvfs", "SriovPF");
        Value linkMode = json.get("link_mode", new Value.Text("legacy", json.tree()));
        boolean old = reader.machine().release() == Release.TRAIN;
        if (!old && json.get("vdpa_queues").truthy() && !isIntLike(json.get("vdpa_queues"))) {
            throw Stop.invalid("vdpa_queues config value must be an integer");
        }
        Value steering = json.get("steering_mode");
        if (!steering.isNone() && !steering.isText("smfs") && !steering.isText("dmfs")) {
            throw Stop.invalid("Expecting steering_mode to match smfs/dmfs");
        }
        if (!old && json.get("vdpa").truthy()) {
            vdpa(linkMode, functions);
        }
        if (!linkMode.isText("legacy") && !linkMode.isText("switchdev")) {
            throw Stop.invalid("Expecting link_mode to match legacy/switchdev");
        }
        reader.dcbOf(json, name);
        Settings settings = reader.settings(json, true);
        Identity identity = reader.identity(name);
        BigInteger count = functions.integer();
        // Always the device itself: the alias never becomes its name.
        String device = reader.machine().alias(name.str());
        return new NetObject.SriovPf(
                identity.named(device), settings, count, linkMode, json.get("ethtool_opts"), json.tree());
    }

    private static void vdpa(Value linkMode, Value functions) {
        String text = linkMode.isText("switchdev")
                ? ""
                : "Expecting link_mode to be switchdev when vdpa is enabled, not " + linkMode.str() + "\n";
        if (functions.integer().signum() == 0) {
            text += "Expecting to have at least 1 numvfs when vdpa is enabled\n";
        }
        if (!text.isEmpty()) {
            throw Stop.invalid(text);
        }
    }

    /** oslo's {@code is_int_like}: the text of the number is the text given. */
    private static boolean isIntLike(Value value) {
        return PythonText.integer(value.str(), 10)
                .filter(number -> number.toString().equals(value.str()))
                .isPresent();
    }

    NetObject virtual(Value json) {
        Value id = Required.number(json, "vfid", "SriovVF");
        Value device = Required.field(json, "device", "SriovVF");
        Settings settings = reader.settings(json, true);
        Value zero = new Value.Whole(BigInteger.ZERO, json.tree());
        Value vlan = json.get("vlan_id", zero);
        Value qos = json.get("qos", zero);
        if (!isZero(qos) && isZero(vlan)) {
            throw Stop.invalid("Vlan tag not set for QOS - VF: " + device.str() + ":" + id.integer());
        }
        rates(json.get("min_tx_rate", zero), json.get("max_tx_rate", zero), device, id);
        Value state = json.get("state");
        if (!state.isNone() && !List.of("auto", "enable", "disable").contains(state.str())) {
            throw Stop.invalid("Expecting state to match auto/enable/disable");
        }
        String function = reader.machine().alias(device.str());
        String name = reader.machine().function(function, id);
        Identity identity = reader.identity(new Value.Text(name, json.tree()));
        return new NetObject.SriovVf(
                identity,
                settings,
                function,
                id.integer(),
                vlan.integer(),
                json.get("ethtool_opts"),
                reader.machine().release() == Release.TRAIN ? List.of() : ObjectReader.extras(json, identity.name()),
                json.tree());
    }

    private static boolean isZero(Value value) {
        return !value.truthy()
                && (value instanceof Value.Whole || value instanceof Value.Truth || value instanceof Value.Real);
    }

    private static void rates(Value min, Value max, Value device, Value id) {
        if (compare(max, new Value.Whole(BigInteger.ZERO, max.tree())) > 0 && compare(min, max) > 0) {
            throw Stop.invalid("vf " + device.str() + ":" + id.integer() + ": min_tx_rate(" + min.integer()
                    + ") > max_tx_rate(" + max.integer() + ")");
        }
    }

    private static int compare(Value left, Value right) {
        boolean numbers = left instanceof Value.Whole || left instanceof Value.Truth || left instanceof Value.Real;
        if (!numbers || right instanceof Value.Text) {
            throw Stop.type("'>' not supported between instances of '" + left.type() + "' and '" + right.type() + "'");
        }
        return left.integer().compareTo(right.integer());
    }
}
