package dev.plumbline.systems.linux;

import dev.plumbline.systems.Reader;
import java.util.List;

/** The readers of this system. */
public final class LinuxReaders {

    private LinuxReaders() {}

    /** All of them; no two claim one command. */
    public static List<Reader> all() {
        return List.of(
                new IpLinkReader(),
                new IpRouteReader(),
                new IpRuleReader(),
                new IpNeighbourReader(),
                new NetnsReader(),
                new BridgeLinkReader(),
                new BridgeFdbReader(),
                new BridgeVlanReader(),
                new BrctlShowReader(),
                new EthtoolReader(),
                new BondingReader(),
                new BootIdReader(),
                new SysctlReader(),
                new SysfsCatReader(),
                new SysfsGrepReader(),
                new SysfsListReader(),
                new IfconfigReader(),
                new RouteTableReader(),
                new ArpReader(),
                new IptablesNatReader(),
                new NftReader());
    }
}
