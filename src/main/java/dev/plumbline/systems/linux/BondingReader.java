package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cat /proc/net/bonding/BOND}: the bond, then each member. */
public final class BondingReader implements Reader {

    private static final String FOLDER = "/proc/net/bonding/";

    @Override
    public String id() {
        return "bonding";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("cat")
                && command.operands().size() == 1
                && command.operands().getFirst().startsWith(FOLDER)
                && fileName(command).isPresent();
    }

    private static Optional<String> fileName(Command command) {
        String name = command.operands().getFirst().substring(FOLDER.length());
        return DeviceName.checked(name).filter(each -> each.indexOf('*') < 0);
    }

    @Override
    public Reading read(Observation observation) {
        String bond = fileName(observation.command()).orElseThrow();
        List<Fact> facts = new ArrayList<>();
        List<String> members = new ArrayList<>();
        Optional<Line> head = Optional.empty();
        Optional<Line> member = Optional.empty();
        for (Line line : observation.lines()) {
            String text = line.text().strip();
            if (text.startsWith("Ethernet Channel Bonding Driver:") || text.startsWith("Bonding Mode:")) {
                head = head.or(() -> Optional.of(line));
            } else if (Words.of(text).gap() || text.startsWith("Slave Interface: ")) {
                member.ifPresent(each -> facts.add(member(observation, bond, each, Optional.empty())));
                member = DeviceName.valid(name(line)) ? Optional.of(line) : Optional.empty();
                member.ifPresent(each -> members.add(name(each)));
            } else if (text.startsWith("Permanent HW addr: ") && member.isPresent()) {
                boolean together = observation.filter().keepsNeighbours();
                facts.add(member(observation, bond, member.get(), together ? mac(text) : Optional.empty()));
                member = Optional.empty();
            }
        }
        member.ifPresent(each -> facts.add(member(observation, bond, each, Optional.empty())));
        head.ifPresent(line -> facts.addFirst(
                Link.named(bond).kind("bond").members(members).seen(observation.vantage(), observation.at(line))));
        return Reading.of(facts);
    }

    private static Link member(Observation observation, String bond, Line line, Optional<Mac> permanent) {
        return Link.named(name(line))
                .master(bond)
                .permanentMac(permanent)
                .seen(observation.vantage(), observation.at(line));
    }

    private static String name(Line line) {
        return Words.of(line.text()).after("Interface:");
    }

    private static Optional<Mac> mac(String text) {
        return Mac.parse(Words.of(text).last());
    }
}
