package dev.plumbline.answers;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.diff.Accounted;
import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Difference;
import dev.plumbline.answers.diff.Unseen;
import dev.plumbline.evidence.Origin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A plan against what was found. */
public final class DiffExample {

    private DiffExample() {}

    public static DiffAnswer answer() {
        return answer("br-data", "net one.yaml");
    }

    /** The same with names that drive terminals, end XML and turn text around. */
    public static DiffAnswer hostile() {
        return answer("x\u001b[31m]]>&\"'<\u202e\n\u0000", "a:b?\u0007 .yaml");
    }

    private static DiffAnswer answer(String bridge, String file) {
        Origin manifest = new Origin("plan", file, 12, "/spec/mtu", "mtu: 9000");
        Origin seen = new Origin("found.txt", "", 31, "", "5: " + bridge + ": mtu 1500");
        return new DiffAnswer(
                "plan",
                "found.txt",
                true,
                false,
                List.of(
                        new Difference(
                                "node/rack-1 " + bridge,
                                "mtu",
                                "9000",
                                "1500",
                                Severity.ERROR,
                                List.of(),
                                List.of("ctl-0/nic1", "ctl-0/nic2"),
                                List.of("node/rack-1 ens5 mtu: 9000 > 1500"),
                                List.of(manifest),
                                List.of(seen)),
                        new Difference(
                                "vm/lab/ctl-0 nic3",
                                "vlan 30",
                                "",
                                "tagged",
                                Severity.WARNING,
                                List.of("veth"),
                                List.of("ctl-0/nic3"),
                                List.of(),
                                List.of(),
                                List.of(seen))),
                List.of(
                        new Unseen("vm/lab/ctl-0 nic1", "vlan", "20", "found.txt", "not shown", "bridge -j vlan show"),
                        new Unseen("vm/lab/ctl-1", "vm", "there", "found.txt", "not listed", "")),
                new TreeMap<>(Map.of("vm/lab/ctl-0 nic1", 7, "node/rack-1 " + bridge, 2)),
                List.of(new Accounted(
                        "node/rack-1 " + bridge, "kind", "bridge", "ovs-bridge", "as " + bridge + " asks")));
    }
}
