package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.GuestChange;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.Optional;

/** Commands that changed the machine they ran on, whatever they printed. */
public final class GuestChangeReader implements Reader {

    @Override
    public String id() {
        return "guest-change";
    }

    @Override
    public boolean reads(Command command) {
        return Change.of(command).isPresent();
    }

    @Override
    public Reading read(Observation observation) {
        Command command = observation.command();
        Optional<Change> change = Change.of(command);
        return Reading.of(change
                .map(found -> new GuestChange(
                        observation.vantage(),
                        observation.atCommand(),
                        command.line(),
                        found.effect(),
                        found.readOnly()))
                .stream()
                .toList());
    }
}
