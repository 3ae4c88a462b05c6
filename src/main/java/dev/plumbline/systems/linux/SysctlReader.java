package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code sysctl} and {@code cat /proc/sys/net/ipv4/...}: the settings that decide which packets a machine forwards, answers or
 * drops (Linux, Documentation/networking/ip-sysctl.rst).
 */
public final class SysctlReader implements Reader {

    /** sysctl writes a dot in a device's name as a slash. */
    private static final Pattern KEY = Pattern.compile(
            "net\\.ipv4\\.(?:(ip_forward)|conf\\.([^.\\s]{1,15})\\.(arp_ignore|arp_announce|rp_filter))");

    private static final Pattern LINE = Pattern.compile("([a-z0-9_]+(?:[./][^\\s=]+)+) = (\\d{1,3})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final String FILES = "/proc/sys/";
    private static final Set<String> SHOWING =
            Set.of("-a", "-A", "-X", "--all", "-n", "--values", "-e", "--ignore", "-r", "--pattern", "--deprecated");

    @Override
    public String id() {
        return "sysctl";
    }

    @Override
    public boolean reads(Command command) {
        List<String> words = command.arguments();
        if (command.program().equals("cat")) {
            return !words.isEmpty() && words.stream().allMatch(word -> word.startsWith(FILES + "net/ipv4/"));
        }
        boolean options = words.stream().filter(word -> word.startsWith("-")).allMatch(SHOWING::contains);
        boolean sets = words.stream().anyMatch(word -> word.contains("=") && !word.startsWith("-"));
        boolean all = command.has("-a") || command.has("-A") || command.has("-X") || command.has("--all");
        return command.program().equals("sysctl")
                && options
                && !sets
                && (all
                        || command.operands().stream()
                                .anyMatch(word -> dotted(word).startsWith("net.ipv4.")));
    }

    @Override
    public Reading read(Observation observation) {
        Command command = observation.command();
        boolean bare = command.program().equals("cat") || command.has("-n") || command.has("--values");
        return Reading.of(bare ? values(observation) : lines(observation));
    }

    private static List<Fact> lines(Observation observation) {
        List<Fact> facts = new ArrayList<>();
        for (Line line : observation.lines()) {
            Matcher matcher = LINE.matcher(line.text().strip());
            if (matcher.matches()) {
                fact(observation, line, matcher.group(1), matcher.group(2)).ifPresent(facts::add);
            }
        }
        return facts;
    }

    /** Without their names values stand in the order of the command, one a line, if none is missing. */
    private static List<Fact> values(Observation observation) {
        List<String> keys = observation.command().operands();
        List<Line> lines = observation.lines();
        boolean paired = keys.size() == lines.size()
                && observation.filter().equals(Filter.NONE)
                && lines.stream()
                        .allMatch(line -> NUMBER.matcher(line.text().strip()).matches());
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; paired && i < keys.size(); i++) {
            fact(observation, lines.get(i), keys.get(i), lines.get(i).text().strip())
                    .ifPresent(facts::add);
        }
        return facts;
    }

    private static Optional<Fact> fact(Observation observation, Line line, String key, String value) {
        Matcher matcher = KEY.matcher(dotted(key));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) != null) {
            return Optional.of(setting(observation, line, "", matcher.group(1), value));
        }
        String device = matcher.group(2).replace('/', '.');
        return device.equals("default") || !device.equals("all") && !DeviceName.valid(device)
                ? Optional.empty()
                : Optional.of(setting(observation, line, device.equals("all") ? "" : device, matcher.group(3), value));
    }

    private static KernelSetting setting(Observation observation, Line line, String device, String name, String value) {
        return new KernelSetting(observation.vantage(), observation.at(line), device, name, value);
    }

    /** {@code net.ipv4.conf.eth0/20.rp_filter}, however it was written. */
    private static String dotted(String key) {
        String bare = key.startsWith(FILES) ? key.substring(FILES.length()) : key;
        int slash = bare.indexOf('/');
        int dot = bare.indexOf('.');
        boolean path = slash >= 0 && (dot < 0 || slash < dot);
        return path ? swapped(bare) : bare;
    }

    private static String swapped(String path) {
        StringBuilder swapped = new StringBuilder();
        for (char c : path.toCharArray()) {
            swapped.append(c == '/' ? '.' : c == '.' ? '/' : c);
        }
        return swapped.toString();
    }
}
