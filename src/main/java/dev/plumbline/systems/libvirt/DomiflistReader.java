package dev.plumbline.systems.libvirt;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Mac;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code virsh domiflist DOMAIN}: a NIC a line, of any column widths; its MAC is the last word. */
public final class DomiflistReader implements Reader {

    @Override
    public String id() {
        return "virsh-domiflist";
    }

    @Override
    public boolean reads(Command command) {
        VirshCall call = VirshCall.of(command);
        return call.subcommand().equals("domiflist") && !call.domain().isEmpty();
    }

    @Override
    public Reading read(Observation observation) {
        String domain = VirshCall.of(observation.command()).domain();
        boolean ordered = observation.filter() instanceof Filter.None;
        List<Fact> facts = new ArrayList<>();
        boolean headed = false;
        boolean unread = false;
        for (Line line : observation.lines()) {
            List<String> words = words(line);
            if (words.size() >= 5
                    && words.getFirst().equals("Interface")
                    && words.getLast().equals("MAC")) {
                headed = true;
            } else {
                Optional<DomainNic> nic = row(observation, domain, line, words, ordered && !unread ? facts.size() : -1);
                nic.ifPresent(facts::add);
                unread |= nic.isEmpty() && !words.isEmpty() && !words.getFirst().startsWith("---");
            }
        }
        if (headed || !facts.isEmpty()) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.DOMAIN_NICS,
                    new Covered.One(domain),
                    unread ? new Filter.Part("a line was not understood") : observation.filter()));
        }
        return Reading.of(facts);
    }

    private static Optional<DomainNic> row(
            Observation observation, String domain, Line line, List<String> words, int order) {
        if (words.size() < 5 || !words.get(1).chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return Optional.empty();
        }
        // Source is a network's free name and may hold spaces: count the columns from both ends.
        Optional<Mac> mac = Mac.parse(words.getLast());
        return mac.isEmpty()
                ? Optional.empty()
                : Optional.of(new DomainNic(
                        observation.vantage(),
                        observation.at(line),
                        domain,
                        shown(words.getFirst()),
                        mac,
                        words.get(1),
                        shown(words.get(words.size() - 2)),
                        "",
                        OptionalInt.empty(),
                        "",
                        false,
                        order));
    }

    private static String shown(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static List<String> words(Line line) {
        String text = line.text().strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }
}
