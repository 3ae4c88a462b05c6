package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.List;

/** {@code cat /sys/class/net/X/iflink} and its like: a line a file, in the order of the command. */
public final class SysfsCatReader implements Reader {

    @Override
    public String id() {
        return "sysfs-cat";
    }

    @Override
    public boolean reads(Command command) {
        List<String> files = command.operands();
        return command.program().equals("cat")
                && command.arguments().equals(files)
                && !files.isEmpty()
                && files.stream()
                        .allMatch(file -> SysfsNetPath.parse(file)
                                .filter(path -> !path.attribute().isEmpty())
                                .isPresent());
    }

    @Override
    public Reading read(Observation observation) {
        List<String> files = observation.command().operands();
        SysfsAttributes attributes = new SysfsAttributes(observation);
        // With a line more or less, or lines filtered away, it is not known which value is whose.
        boolean paired = files.size() == observation.lines().size()
                && (files.size() == 1 || observation.filter().equals(Filter.NONE))
                && observation.lines().stream().noneMatch(line -> line.text().startsWith("cat:"));
        for (int i = 0; paired && i < files.size(); i++) {
            int row = i;
            SysfsNetPath.parse(files.get(i))
                    .ifPresent(path -> attributes.take(
                            path,
                            observation.lines().get(row).text().strip(),
                            observation.lines().get(row)));
        }
        return Reading.of(attributes.facts());
    }
}
