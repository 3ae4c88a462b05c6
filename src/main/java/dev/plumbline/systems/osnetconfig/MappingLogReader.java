package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NicAlias;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * os-net-config's log, from a run or from its file: {@code nic5 mapped to: enp5s0} up to 16.2, {@code nic5 => enp5s0}
 * from 17.1 on. The lines come in random order: it means nothing. The list of active NICs is no mapping.
 */
public final class MappingLogReader implements Reader {

    private static final Set<String> SHOWS =
            Set.of("cat", "tail", "head", "grep", "egrep", "zcat", "zgrep", "less", "more");

    /** {@code [2023/05/26 01:44:59 AM] [INFO] } or {@code 2024-01-01 10:00:00.123 INFO os_net_config.x }. */
    private static final Pattern PREFIX = Pattern.compile("(?:(?:\\[[^\\]]{1,40}\\] ?)?\\[(?:INFO|DEBUG)\\] "
            + "|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d[.,]\\d{1,6} (?:INFO|DEBUG) os_net_config\\S{0,80} )");

    private static final Pattern MAPPED =
            Pattern.compile("(\\S{1,32})(?: in mapping file)? mapped to: ([^\\s/]{1,15})");
    private static final Pattern ARROW = Pattern.compile("(\\S{1,32}) => ([^\\s/]{1,15})");

    @Override
    public String id() {
        return "os-net-config-log";
    }

    @Override
    public boolean reads(Command command) {
        return OsNetConfigCall.is(command)
                || SHOWS.contains(command.program())
                        && command.operands().stream().anyMatch(MappingLogReader::isLog);
    }

    private static boolean isLog(String word) {
        return word.substring(word.lastIndexOf('/') + 1).startsWith("os-net-config.log");
    }

    @Override
    public Reading read(Observation observation) {
        // A log file holds many runs, oldest first: of one alias the last line holds.
        Map<String, NicAlias> last = new LinkedHashMap<>();
        List<NicAlias> all = new ArrayList<>();
        for (Line line : observation.lines()) {
            alias(observation, line).ifPresent(alias -> {
                all.add(alias);
                last.put(alias.alias(), alias);
            });
        }
        Command command = observation.command();
        boolean run = OsNetConfigCall.is(command);
        List<Fact> facts = new ArrayList<>(run ? all : last.values());
        if (run && !all.isEmpty()) {
            Filter filter = new OsNetConfigCall(command).verbose()
                    ? observation.filter()
                    : new Filter.Part("the mapping is logged with -v only");
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.NIC_ALIASES,
                    Covered.WHOLE,
                    filter));
        }
        return Reading.of(facts);
    }

    private static Optional<NicAlias> alias(Observation observation, Line line) {
        String text = line.text().strip();
        Matcher prefix = PREFIX.matcher(text);
        boolean logged = prefix.lookingAt();
        String message = logged ? text.substring(prefix.end()) : text;
        Matcher mapped = MAPPED.matcher(message);
        Matcher arrow = ARROW.matcher(message);
        Matcher match = mapped.matches() ? mapped : arrow;
        // Without its prefix such a line may be anybody's, but for the alias that only os-net-config has.
        return match.matches() && (logged || NicOrder.isAlias(match.group(1)))
                ? Optional.of(fact(observation, line, match))
                : Optional.empty();
    }

    private static NicAlias fact(Observation observation, Line line, Matcher match) {
        return new NicAlias(observation.vantage(), observation.at(line), match.group(1), match.group(2));
    }
}
