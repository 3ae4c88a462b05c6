package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.BootId;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.List;

/** {@code cat /proc/sys/kernel/random/boot_id}. */
public final class BootIdReader implements Reader {

    private static final String PATH = "/proc/sys/kernel/random/boot_id";

    @Override
    public String id() {
        return "boot-id";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("cat") && command.operands().equals(List.of(PATH))
                || command.program().equals("sysctl") && command.operands().equals(List.of("kernel.random.boot_id"));
    }

    @Override
    public Reading read(Observation observation) {
        for (Line line : observation.lines()) {
            String word = Words.of(line.text()).last();
            if (isUuid(word)) {
                Fact boot = new BootId(observation.vantage(), observation.at(line), word);
                return Reading.of(List.of(boot));
            }
        }
        return Reading.of(List.of());
    }

    private static boolean isUuid(String word) {
        if (word.length() != 36) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? word.charAt(i) != '-' : Character.digit(word.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
