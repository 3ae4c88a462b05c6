package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;

/** {@code grep . /sys/class/net/X/ifindex ...}: each line names its file and the value. */
public final class SysfsGrepReader implements Reader {

    @Override
    public String id() {
        return "sysfs-grep";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("grep")
                && command.operands().stream().anyMatch(SysfsNetPath::isBelow)
                && command.operands().stream().skip(1).allMatch(SysfsNetPath::isBelow);
    }

    @Override
    public Reading read(Observation observation) {
        SysfsAttributes attributes = new SysfsAttributes(observation);
        for (Line line : observation.lines()) {
            String text = line.text().strip();
            int colon = text.indexOf(':');
            if (colon > 0) {
                String value = text.substring(colon + 1).strip();
                SysfsNetPath.parse(text.substring(0, colon)).ifPresent(path -> attributes.take(path, value, line));
            }
        }
        return Reading.of(attributes.facts());
    }
}
