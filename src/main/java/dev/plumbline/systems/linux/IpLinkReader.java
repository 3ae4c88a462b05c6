package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ip link} and {@code ip addr} in every form: text, one line, brief, JSON; with and without details. */
public final class IpLinkReader implements Reader {

    @Override
    public String id() {
        return "ip-link";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.ip(command).flatMap(IpLinkReader::shown).isPresent();
    }

    private static Optional<List<String>> shown(IpCommand ip) {
        return switch (ip.object()) {
            case "link" -> ip.shown("add", "set", "change", "replace", "delete", "show", "lst", "list", "xstats");
            case "address" -> ip.shown("add", "change", "chg", "replace", "delete", "show", "lst", "list", "flush");
            default -> Optional.empty();
        };
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand ip = IpCommand.ip(observation.command()).orElseThrow();
        Selection selection = Selection.of(shown(ip).orElse(List.of()));
        if (Json.announced(observation, ip.json())) {
            Document document = Document.json(observation);
            boolean broken = document.problem().isPresent();
            List<Fact> facts = IpJson.read(observation, document, selection);
            List<Problem> problems = document.problem().stream().toList();
            if (facts.isEmpty() && !Json.answered(observation, document)) {
                return new Reading(facts, problems);
            }
            return new Reading(covered(observation, ip, selection, facts, broken), problems);
        }
        boolean full = observation.lines().stream().anyMatch(line -> HeadLine.begins(line.text()));
        if (ip.brief() && !full) {
            List<Fact> brief = IpBrief.read(observation, selection);
            return Reading.of(brief.isEmpty() ? brief : covered(observation, ip, selection, brief, false));
        }
        IpText text = new IpText(observation, selection);
        List<Fact> facts = text.read();
        if (facts.isEmpty() && !text.absent()) {
            // An empty text may be a command that failed where nobody saw it.
            return Reading.of(facts);
        }
        if (facts.isEmpty()) {
            return Reading.of(selection.extent().stream()
                    .map(extent -> Coverage.of(observation, Covered.Subject.LINKS, extent, false))
                    .toList());
        }
        return Reading.of(covered(observation, ip, selection, facts, text.broken()));
    }

    /** The facts with what their listing covers before them. */
    private static List<Fact> covered(
            Observation observation, IpCommand ip, Selection selection, List<Fact> facts, boolean broken) {
        List<Fact> all = new ArrayList<>();
        boolean addresses = ip.object().equals("address");
        // Brief columns name no master, -o lists addresses alone, and a family hides the links without such addresses.
        boolean links =
                !ip.brief() && !(addresses && (ip.oneLine() || !ip.family().isEmpty()));
        selection.extent().ifPresent(extent -> {
            if (links) {
                all.add(Coverage.of(observation, Covered.Subject.LINKS, extent, broken));
            }
            if (addresses && ip.family().isEmpty()) {
                all.add(Coverage.of(observation, Covered.Subject.ADDRESSES, extent, broken));
            }
        });
        all.addAll(facts);
        return all;
    }
}
