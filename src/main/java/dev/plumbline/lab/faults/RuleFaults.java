package dev.plumbline.lab.faults;

import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Output;
import java.util.ArrayList;
import java.util.List;

/** Faults of packet filters and of the kernel's settings. */
final class RuleFaults {

    private static final String FORWARD = "net/ipv4/ip_forward";
    private static final List<String> ARP = List.of("net/ipv4/conf/all/arp_ignore", "net/ipv4/conf/all/arp_announce");

    private RuleFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.finding(
                        "nat-missing",
                        "the rules that translate a masqueraded NIC's addresses are gone from its pod",
                        "the bridge of a NIC of masquerade binding, in its pod",
                        "masquerade-cut",
                        RuleFaults::translated,
                        (lab, spot) -> new Change(
                                List.of(WasRules.of(lab, spot.place())),
                                List.of(new Act.Rules(spot.place(), "flush table ip nat\n")))),
                Fault.finding(
                        "forwarding-off",
                        "a pod does not forward: a masqueraded NIC reaches its pod and nothing beyond",
                        "the bridge of a NIC of masquerade binding, in its pod",
                        "masquerade-cut",
                        RuleFaults::translated,
                        (lab, spot) -> settings(lab, spot, List.of(FORWARD))),
                Fault.finding(
                        "arp-flux",
                        "a guest answers ARP for any of its addresses on any NIC",
                        "a guest's NIC that shares a node's bridge with another of the VM's",
                        "networks-share-untagged-segment",
                        RuleFaults::shared,
                        (lab, spot) -> settings(lab, spot, ARP)),
                Fault.finding(
                        "spoof-check",
                        "a node drops what a VM sends, for the MAC is not the one it was told",
                        "a VM's veth on a node",
                        "frames-refused",
                        RuleFaults::filterable,
                        RuleFaults::checked));
    }

    /** Bridges in pods that lead to no interface of the pod. */
    private static List<Spot> translated(Sight lab) throws LabException {
        List<Spot> spots = new ArrayList<>();
        for (Line line : lab.lines()) {
            boolean rules = line.podNic().isEmpty()
                    && line.podBridge()
                            .filter(bridge -> !bridge.networks().isEmpty())
                            .isPresent()
                    && WasRules.list(lab.anchor(), line.podBridge().get().place())
                            .contains("masquerade");
            if (rules) {
                spots.add(line.podBridge().get().spot());
            }
        }
        return spots;
    }

    private static List<Spot> shared(Sight lab) throws LabException {
        List<Line> lines = lab.lines();
        return lines.stream()
                .filter(line -> line.isBridged()
                        && lines.stream()
                                .anyMatch(other -> other.number() != line.number()
                                        && other.vm().equals(line.vm())
                                        && other.bridge().equals(line.bridge())))
                .map(line -> line.nic().spot())
                .toList();
    }

    private static Change settings(Sight lab, Spot spot, List<String> keys) throws LabException {
        List<Was> before = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        for (String key : keys) {
            WasSetting was = WasSetting.of(lab, spot.place(), key);
            before.add(was);
            acts.add(was.set("0"));
        }
        return new Change(before, acts);
    }

    private static String check(String veth, String mac) {
        return """
                table bridge plumbline-spoof {
                    chain frames { type filter hook prerouting priority -300; iifname "%s" ether saddr != %s drop; }
                }
                """.formatted(veth, mac);
    }

    private static List<Spot> filterable(Sight lab) throws LabException {
        Output tried =
                lab.anchor().run(List.of("unshare", "-n", "nft", "-f", "-"), check("plumb0", "02:00:00:00:00:01"));
        if (!tried.fine()) {
            throw new LabException("this kernel filters no frames of bridges: nft: " + tried.complaint());
        }
        return Spots.fit(lab, Spots.of(lab, line -> line.veth().stream()), BridgeFaults::isPort);
    }

    private static Change checked(Sight lab, Spot spot) throws LabException {
        String mac = Spots.line(lab, spot).nic().mac();
        String other = mac.substring(0, mac.length() - 1) + (mac.endsWith("0") ? "1" : "0");
        return new Change(
                List.of(WasRules.of(lab, spot.place())),
                List.of(new Act.Rules(spot.place(), check(spot.device(), other))));
    }
}
