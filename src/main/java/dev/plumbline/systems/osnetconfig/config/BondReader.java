package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.systems.osnetconfig.Release;
import java.util.List;
import java.util.Optional;

/** Makes bonds and teams. */
record BondReader(ObjectReader reader) {

    NetObject ovsBond(Value json) {
        Value name = Required.field(json, "name", "OvsBond");
        Settings settings = reader.settings(json, false);
        List<Optional<NetObject>> members = reader.members(json);
        reader.machine().needsOpenVswitch("OvsBond");
        Identity identity = reader.identity(name);
        List<String> extra = ObjectReader.extras(json, identity.name());
        return new NetObject.OvsBond(
                identity,
                settings,
                members,
                Optional.of(Primaries.firstOf(members, "bond")),
                json.get("ovs_options"),
                extra,
                json.tree());
    }

    NetObject linuxBond(Value json) {
        Value name = Required.field(json, "name", "LinuxBond");
        Settings settings = reader.settings(json, false);
        List<Optional<NetObject>> members = reader.members(json);
        boolean master = reader.machine().release() == Release.MASTER;
        Identity identity = reader.identity(name);
        if (master) {
            members.forEach(member -> ownVlan(member, identity));
        }
        return new NetObject.LinuxBond(
                identity,
                settings,
                members,
                Primaries.of(members, "linux_bond_name", "bond"),
                json.get("bonding_options"),
                json.get("ethtool_opts"),
                master ? ObjectReader.extras(json, identity.name()) : List.of(),
                json.tree());
    }

    private static void ownVlan(Optional<NetObject> member, Identity bond) {
        if (member.orElse(null) instanceof NetObject.Vlan vlan
                && vlan.device().truthy()
                && !vlan.device().isText(bond.name())
                && !vlan.device().isText(bond.written())) {
            throw Stop.invalid("Invalid base_iface " + vlan.device().str() + " set for vlan member: " + vlan.name()
                    + ", " + bond.name() + " should be set instead.");
        }
    }

    NetObject team(Value json) {
        Value name = Required.field(json, "name", "LinuxTeam");
        Settings settings = reader.settings(json, false);
        List<Optional<NetObject>> members = reader.members(json);
        Identity identity = reader.identity(name);
        return new NetObject.Team(
                identity,
                settings,
                members,
                Primaries.of(members, "linux_team_name", "team"),
                json.get("bonding_options"),
                json.tree());
    }
}
