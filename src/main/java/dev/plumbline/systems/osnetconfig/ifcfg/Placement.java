package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.config.NetObject;

/**
 * What an object's holder makes of it; every text is empty where that is not so. Holders are named as the file has them:
 * of a bridge whose name is an alias the members know the alias only.
 *
 * @param ovsBridge the OVS bridge that it stands in
 * @param ovsPort whether it is said to be a port of Open vSwitch
 */
public record Placement(
        String ovsBridge, boolean ovsPort, String linuxBridge, String bond, String team, String ivs, String nfvswitch) {

    static final Placement TOP = new Placement("", false, "", "", "", "", "");

    static Placement in(NetObject.Port holder, NetObject member) {
        String name = holder.identity().written();
        return switch (holder) {
            case NetObject.OvsBridge bridge -> new Placement(name, isPort(bridge, member), "", "", "", "", "");
            case NetObject.LinuxBridge _ -> new Placement("", false, name, "", "", "", "");
            case NetObject.LinuxBond _ -> new Placement("", false, "", name, "", "", "");
            case NetObject.Team _ -> new Placement("", false, "", "", name, "", "");
            case NetObject.IvsBridge _ -> new Placement("", false, "", "", "", name, "");
            case NetObject.NfvswitchBridge _ -> new Placement("", false, "", "", "", "", name);
            default -> TOP;
        };
    }

    /** What has a type of its own in Open vSwitch is not called a port besides. */
    private static boolean isPort(NetObject.OvsBridge bridge, NetObject member) {
        return !(member instanceof NetObject.OvsTunnel)
                && !(bridge.user()
                        && (member instanceof NetObject.OvsDpdkPort || member instanceof NetObject.OvsDpdkBond));
    }

    /** The bridge, bond or team around it, of which its own file speaks; empty at the top and in an OVS bond. */
    public String holder() {
        return ovsBridge + linuxBridge + bond + team + ivs + nfvswitch;
    }
}
