package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Neighbour;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code arp -an} and the table of {@code arp -n}; without -n host names hide the addresses. */
public final class ArpReader implements Reader {

    @Override
    public String id() {
        return "arp";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("arp")
                && command.operands().isEmpty()
                && command.arguments().stream().anyMatch(option -> option.contains("n"));
    }

    @Override
    public Reading read(Observation observation) {
        List<Fact> facts = new ArrayList<>();
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            Optional<Neighbour> entry = words.at(2).equals("at") && words.at(5).equals("on")
                    ? IpNeighbourReader.neighbour(
                            observation, observation.at(line), bare(words.at(1)), words.at(3), words.at(6))
                    : words.at(1).equals("ether") && words.size() >= 5
                            ? IpNeighbourReader.neighbour(
                                    observation, observation.at(line), words.at(0), words.at(2), words.last())
                            : Optional.empty();
            entry.ifPresent(facts::add);
        }
        return Reading.of(facts);
    }

    /** {@code 10.0.0.1} of {@code (10.0.0.1)}. */
    private static String bare(String word) {
        return word.startsWith("(") && word.endsWith(")") ? word.substring(1, word.length() - 1) : "";
    }
}
