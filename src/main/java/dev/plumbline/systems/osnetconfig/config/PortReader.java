package dev.plumbline.systems.osnetconfig.config;

import java.math.BigInteger;
import java.util.Locale;

/** Makes ports and NICs that hold nothing and need little. */
record PortReader(ObjectReader reader) {

    NetObject ovsInterface(Value json) {
        Value name = Required.field(json, "name", "OvsInterface");
        Settings settings = reader.settings(json, true);
        return new NetObject.OvsInterface(reader.identity(name), settings, json.tree());
    }

    NetObject ivsInterface(Value json) {
        Value id = Required.field(json, "vlan_id", "IvsInterface");
        Settings settings = reader.settings(json, true);
        return new NetObject.IvsInterface(tagged(json, id), settings, id.integer(), json.tree());
    }

    NetObject nfvswitchInternal(Value json) {
        Value id = Required.field(json, "vlan_id", "NfvswitchInternal");
        Settings settings = reader.settings(json, true);
        return new NetObject.NfvswitchInternal(tagged(json, id), settings, id.integer(), json.tree());
    }

    /** Name and VLAN run together; without a name it is called None. */
    private Identity tagged(Value json, Value id) {
        return reader.identity(new Value.Text(json.get("name").str() + id.decimal(), json.tree()));
    }

    NetObject ibInterface(Value json) {
        Value name = Required.field(json, "name", "IbInterface");
        Value ethtool = json.get("ethtool_opts");
        Settings settings = reader.settings(json, true);
        return new NetObject.IbInterface(reader.identity(name), settings, ethtool, json.tree());
    }

    NetObject ibChild(Value json) {
        Value parent = Required.field(json, "parent", "IbChildInterface");
        Value given = Required.field(json, "pkey_id", "IbChildInterface");
        BigInteger key = given instanceof Value.Text text
                ? PythonText.integer(text.text(), 10)
                        .or(() -> PythonText.integer(text.text(), 16))
                        .orElseThrow(() -> Stop.invalid("pkey only supports base 10 or base 16 int numbers"))
                : given.integer();
        if (key.compareTo(BigInteger.ONE) < 0 || key.compareTo(BigInteger.valueOf(0x7fff)) >= 0) {
            String digits = key.abs().toString(16).toUpperCase(Locale.ROOT);
            throw Stop.invalid("Invalid pkey value 0x" + (key.signum() < 0 ? "-" : "") + digits);
        }
        Settings settings = reader.settings(json, true).withNetworkManager();
        int full = 0x8000 | key.intValue();
        String name = parent.str() + String.format(Locale.ROOT, ".%04x", full);
        return new NetObject.IbChild(
                reader.identity(new Value.Text(name, json.tree())),
                settings,
                parent,
                "0x" + Integer.toHexString(full),
                json.tree());
    }

    NetObject linuxTap(Value json) {
        Value name = Required.field(json, "name", "LinuxTap");
        Settings settings = reader.settings(json, true);
        return new NetObject.LinuxTap(reader.identity(name), settings, json.tree());
    }
}
