package dev.plumbline.answers;

import static dev.plumbline.answers.MapParts.line;
import static dev.plumbline.answers.MapParts.nic;
import static dev.plumbline.answers.MapParts.path;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.sources.Gathered;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Names that try to draw on the terminal, start new rows, or turn the text around. */
final class HostileNames {

    private HostileNames() {}

    static MapAnswer answer() {
        String evil = "\u001b[31mred\u001b[0m\nnic9 fake\u202egnp\u0007\u009b2J\u2028\ud800";
        Scope node = new Scope(Scope.Kind.NODE, "", evil, "");
        Nic nic = new Nic(
                evil,
                Optional.of(new Nic.Alias(evil, Verdict.INFERRED, evil, List.of())),
                Optional.of(evil),
                Optional.empty(),
                OptionalInt.of(-1),
                List.of(new Nic.NicAddress(evil, evil, evil, List.of())),
                new Nic.Network(Optional.of(evil), Verdict.INFERRED, evil, List.of(evil, "b"), List.of()),
                path(
                        "active",
                        "unknown",
                        HopExample.at(node, evil, new Kind.Other(evil))
                                .weak(Verdict.INFERRED, evil)
                                .premise(evil)
                                .also(evil, evil, line(1, evil))
                                .seen(new Origin(evil, evil, 4, "/a/\u001b", evil))
                                .hop()),
                List.of());
        Machine machine = new Machine(
                "vm",
                evil,
                evil,
                evil,
                List.of(new Machine.Placement(
                        "active",
                        Optional.of(evil),
                        Optional.of(evil),
                        Optional.of(evil),
                        Verdict.INFERRED,
                        evil,
                        List.of(evil),
                        List.of(line(2, evil)))),
                List.of(nic));
        return new MapAnswer(
                List.of(new Gathered.Named(evil, evil)),
                new Topology(
                        List.of(machine),
                        List.of(new Topology.Other(new DeviceId(node, evil), evil, Verdict.UNKNOWN, evil)),
                        List.of(new Topology.Segment(
                                new DeviceId(node, evil), OptionalInt.empty(), false, List.of(evil))),
                        List.of()),
                List.of(new Need(evil, List.of(evil + "/" + evil), evil, evil, evil, evil, evil)),
                List.of(new Finding(
                        evil,
                        evil,
                        Finding.Severity.ERROR,
                        evil,
                        List.of(evil),
                        List.of(evil + "/" + evil),
                        evil,
                        evil,
                        List.of(line(5, evil)))),
                List.of(new Skipped(line(6, evil), evil, evil)),
                List.of(new Problem(line(7, evil), evil, evil)));
    }
}
