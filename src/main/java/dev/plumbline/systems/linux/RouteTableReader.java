package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Route;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * {@code route -n} and {@code netstat -rn}: eight columns, the last one the device. Without -n they print host names.
 */
public final class RouteTableReader implements Reader {

    @Override
    public String id() {
        return "route-table";
    }

    @Override
    public boolean reads(Command command) {
        String options = String.join("", command.arguments());
        boolean plain = command.operands().isEmpty() && !options.contains("6") && options.contains("n");
        return plain
                && (command.program().equals("route") || command.program().equals("netstat") && options.contains("r"));
    }

    @Override
    public Reading read(Observation observation) {
        List<Fact> facts = new ArrayList<>();
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            OptionalInt length = CidrText.maskLength(words.at(2));
            String flags = words.at(3);
            boolean whole = words.size() == 8
                    && CidrText.isAddress(words.at(0))
                    && CidrText.isAddress(words.at(1))
                    && length.isPresent()
                    && flags.startsWith("U")
                    && DeviceName.valid(words.last());
            if (whole) {
                String prefix = words.at(0) + "/" + length.getAsInt();
                facts.add(new Route(
                        observation.vantage(),
                        observation.at(line),
                        prefix.equals("0.0.0.0/0") ? "default" : prefix,
                        flags.contains("G") ? words.at(1) : "",
                        words.last(),
                        Address.Basis.OBSERVED));
            }
        }
        return Reading.of(facts);
    }
}
