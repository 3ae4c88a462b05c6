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

/**
 * {@code ls -l /sys/class/net} (where each device hangs in the device tree), {@code ls -l /sys/class/net/X/device}
 * (which only devices of a bus have) and {@code ls /sys/class/net/B/brif} (a bridge's ports).
 */
public final class SysfsListReader implements Reader {

    @Override
    public String id() {
        return "sysfs-ls";
    }

    @Override
    public boolean reads(Command command) {
        List<String> paths = command.operands();
        boolean ls = command.program().equals("ls")
                && !paths.isEmpty()
                && !options(command).contains("R");
        boolean links = options(command).contains("l") || options(command).contains("d");
        return ls
                && (paths.equals(List.of("/sys/class/net"))
                        || paths.equals(List.of("/sys/class/net/"))
                        || bridge(command).isPresent()
                        || links && paths.stream().allMatch(SysfsListReader::isDevicePath));
    }

    private static String options(Command command) {
        return String.join(
                "",
                command.arguments().stream()
                        .filter(word -> word.startsWith("-"))
                        .toList());
    }

    private static boolean isDevicePath(String path) {
        return SysfsNetPath.isBelow(path) && path.endsWith("/device");
    }

    /** The bridge whose ports are listed. */
    private static Optional<String> bridge(Command command) {
        return command.operands().size() != 1
                ? Optional.empty()
                : SysfsNetPath.parse(command.operands().getFirst())
                        .filter(path -> path.attribute().equals("brif")
                                || path.attribute().equals("brif/"))
                        .map(SysfsNetPath::device);
    }

    @Override
    public Reading read(Observation observation) {
        Optional<String> bridge = bridge(observation.command());
        List<Fact> facts = new ArrayList<>();
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            if (line.text().startsWith("ls:") || words.at(0).equals("total")) {
                continue;
            }
            if (bridge.isPresent()) {
                ports(observation, line, words, bridge.get(), facts);
            } else {
                device(observation, line, words).ifPresent(facts::add);
            }
        }
        if (bridge.isPresent() && !facts.isEmpty()) {
            Covered.Extent extent = new Covered.PortsOf(bridge.get());
            facts.addFirst(Coverage.of(observation, Covered.Subject.BRIDGE_PORTS, extent, false));
        }
        return Reading.of(facts);
    }

    private static void ports(Observation observation, Line line, Words words, String bridge, List<Fact> facts) {
        int arrow = words.all().indexOf("->");
        List<String> names = arrow > 0
                ? List.of(words.at(arrow - 1))
                : options(observation.command()).contains("l") ? List.of() : words.all();
        for (String name : names) {
            if (DeviceName.valid(name)) {
                facts.add(new BridgePort(observation.vantage(), observation.at(line), bridge, name));
            }
        }
    }

    private static Optional<Fact> device(Observation observation, Line line, Words words) {
        int arrow = words.all().indexOf("->");
        String written = arrow > 0 ? words.at(arrow - 1) : words.last();
        Optional<SysfsNetPath> path = SysfsNetPath.parse(written);
        boolean ofBus = path.filter(each -> each.attribute().equals("device")).isPresent();
        String name = path.map(SysfsNetPath::device).orElse(written);
        String target = arrow > 0 ? words.at(arrow + 1) : "";
        boolean inTree = !path.isPresent() && target.contains("/devices/") && target.endsWith("/net/" + name);
        if (!DeviceName.valid(name) || !ofBus && !inTree) {
            return Optional.empty();
        }
        Link.Builder link = Link.named(name);
        if (ofBus || !target.contains("/devices/virtual/")) {
            link.hardware("sysfs device");
        }
        return Optional.of(link.seen(observation.vantage(), observation.at(line)));
    }
}
