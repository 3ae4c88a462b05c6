package dev.plumbline.answers;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Skipped;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.Gathered.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How two sources were read: a pasted session with one file of a capture beside it. */
public final class SourcesExample {

    private SourcesExample() {}

    public static SourcesAnswer answer() {
        Scope node = Scope.node("rack-2");
        Scope guest = Scope.guest("cloud", "ctl-0");
        List<Observation> observations = List.of(
                observation("session.txt", "", node, 12, "ip a | grep br-data", 5),
                observation("session.txt", "", guest, 22, "uptime", 1));
        List<Stretch> stretches = List.of(
                new Stretch(
                        "session.txt",
                        "",
                        12,
                        17,
                        node,
                        Standing.FOLLOWED,
                        "ip a | grep br-data",
                        "oc debug node/rack-2 on line 10"),
                new Stretch("session.txt", "", 22, 23, guest, Standing.STATED, "uptime", "prompt [root@ctl-0 ~]#"),
                new Stretch(
                        "cap.tar",
                        "nodes/rack-2/ip_link",
                        1,
                        2,
                        node,
                        Standing.STATED,
                        "nodes/rack-2/ip_link",
                        "the capture's folder"));
        List<Fact> facts = new ArrayList<>();
        Vantage vantage = Vantage.of(node, Standing.FOLLOWED);
        for (int line = 13; line <= 17; line++) {
            facts.add(Link.named("ens" + line).seen(vantage, at("session.txt", "", line)));
        }
        facts.add(new Address(vantage, at("session.txt", "", 13), "ens13", "192.0.2.1/24", Address.Basis.OBSERVED));
        facts.add(Link.named("ens1").seen(vantage, at("cap.tar", "nodes/rack-2/ip_link", 1)));
        Gathered gathered = new Gathered(
                List.of(new Gathered.Named("session.txt", "transcript"), new Gathered.Named("cap.tar", "capture")),
                observations,
                stretches,
                List.of(),
                List.of(),
                List.of());
        return new SourcesAnswer(
                gathered,
                facts,
                List.of(new Skipped(at("session.txt", "", 22), "uptime", "tells nothing of the network")),
                List.of(new Problem(at("cap.tar", "nodes/rack-2/ip_link", 2), "'7: ens9: <BRO'", "a whole line")));
    }

    private static Origin at(String source, String file, int line) {
        return new Origin(source, file, line, "", "");
    }

    private static Observation observation(
            String source, String file, Scope scope, int line, String command, int lines) {
        return new Observation(
                source,
                file,
                Vantage.of(scope, Standing.FOLLOWED),
                Command.of(command.split(" ")),
                "",
                Filter.NONE,
                new Line(line, "# " + command),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> new Line(line + n, "text"))
                        .toList());
    }
}
