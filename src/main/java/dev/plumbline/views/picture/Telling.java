package dev.plumbline.views.picture;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.views.picture.Lane.Station;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a box tells when pointed at: how it got there and the evidence for it. */
final class Telling {

    private static final int LINES = 8;
    private static final int LENGTH = 140;

    private Telling() {}

    static String network(Lane lane) {
        Nic.Network network = lane.nic().network();
        List<String> lines = new ArrayList<>();
        lines.add(lane.ref() + " on " + network.name().orElse("an unknown network") + ": "
                + how(network.verdict(), network.rule()));
        if (network.candidates().size() > 1) {
            lines.add("one of " + String.join(", ", network.candidates()));
        }
        evidence(network.evidence(), lines);
        return String.join("\n", lines);
    }

    static String placement(Machine.Placement placement) {
        List<String> lines = new ArrayList<>();
        lines.add("placed: " + how(placement.verdict(), placement.rule()));
        lines.addAll(placement.premises());
        evidence(placement.evidence(), lines);
        return String.join("\n", lines);
    }

    /** What all lanes say of one box, each line once. */
    static String box(List<Lane> lanes, List<Station> stations) {
        Set<String> lines = new LinkedHashSet<>();
        for (int i = 0; i < stations.size() && lines.size() <= LINES; i++) {
            Station station = stations.get(i);
            if (station.hop().isPresent()) {
                hop(station.hop().get(), lines);
            } else if (station.slot().column() == Column.ADDRESS) {
                address(lanes.get(i).nic(), lines);
            } else {
                lines.add(station.face().name() + ": " + station.face().detail());
            }
        }
        List<String> shown = new ArrayList<>(lines);
        if (shown.size() > LINES) {
            return String.join("\n", shown.subList(0, LINES)) + "\n…";
        }
        return String.join("\n", shown);
    }

    private static void hop(Hop hop, Set<String> lines) {
        lines.add(hop.scope().path() + ":" + hop.label());
        lines.add(hop.step().map(s -> s.word() + ": ").orElse("")
                + how(hop.verdict(), hop.rule())
                + (hop.why().isEmpty() ? "" : ", " + hop.why()));
        hop.candidates().forEach(c -> lines.add("perhaps " + c.device().name() + ": " + c.speaks()));
        List<String> evidence = new ArrayList<>();
        evidence(hop.evidence(), evidence);
        lines.addAll(evidence);
    }

    private static void address(Nic nic, Set<String> lines) {
        nic.alias().ifPresent(a -> lines.add(a.name() + ": " + how(a.verdict(), a.rule())));
        for (Nic.NicAddress address : nic.addresses()) {
            lines.add(address.address() + " on " + address.device() + " (" + address.basis() + ")");
        }
        List<String> evidence = new ArrayList<>();
        nic.alias().ifPresent(a -> evidence(a.evidence(), evidence));
        lines.addAll(evidence);
    }

    private static String how(Verdict verdict, String rule) {
        return verdict.word() + (rule.isEmpty() ? "" : " (" + rule + ")");
    }

    private static void evidence(List<Origin> origins, List<String> lines) {
        for (Origin origin : origins) {
            String text = origin.text().strip();
            lines.add(origin.brief() + "  " + (text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text));
        }
    }
}
