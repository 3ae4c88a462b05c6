package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.BridgePort;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code brctl show}: a bridge's first port stands on its line, each further one alone on the next. */
public final class BrctlShowReader implements Reader {

    @Override
    public String id() {
        return "brctl-show";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("brctl")
                && command.operands().stream().findFirst().equals(Optional.of("show"))
                && command.operands().size() <= 2;
    }

    @Override
    public Reading read(Observation observation) {
        List<Fact> facts = new ArrayList<>();
        String bridge = "";
        boolean broken = false;
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            boolean header = words.at(0).equals("bridge") && words.at(1).equals("name");
            if (words.size() == 0 || header) {
                continue;
            }
            if (!Character.isWhitespace(line.text().charAt(0))) {
                boolean whole = DeviceName.valid(words.at(0)) && isBridgeId(words.at(1)) && isAnswer(words.at(2));
                bridge = whole ? words.at(0) : "";
                broken |= !whole;
                if (whole) {
                    facts.add(Link.named(bridge).kind("bridge").seen(observation.vantage(), observation.at(line)));
                    port(observation, line, bridge, words.at(3), facts);
                }
            } else if (words.gap() || words.size() > 1) {
                bridge = "";
                broken = true;
            } else if (!bridge.isEmpty() && observation.filter().keepsNeighbours()) {
                port(observation, line, bridge, words.at(0), facts);
            }
        }
        if (!facts.isEmpty()) {
            List<String> named = observation.command().operands();
            Covered.Extent extent = named.size() > 1 ? new Covered.PortsOf(named.get(1)) : Covered.WHOLE;
            facts.addFirst(Coverage.of(observation, Covered.Subject.BRIDGE_PORTS, extent, broken));
        }
        return Reading.of(facts);
    }

    private static void port(Observation observation, Line line, String bridge, String port, List<Fact> facts) {
        if (DeviceName.valid(port)) {
            facts.add(new BridgePort(observation.vantage(), observation.at(line), bridge, port));
        }
    }

    /** {@code 8000.0a580a830001}: priority and MAC. */
    private static boolean isBridgeId(String word) {
        return word.length() == 17
                && word.charAt(4) == '.'
                && word.chars().allMatch(c -> c == '.' || Character.digit(c, 16) >= 0);
    }

    private static boolean isAnswer(String word) {
        return word.equals("yes") || word.equals("no");
    }
}
