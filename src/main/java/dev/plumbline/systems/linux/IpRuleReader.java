package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code ip rule}: whether other tables than the kernel's three are asked, which no reading of the main table shows (ip-rule(8)). */
public final class IpRuleReader implements Reader {

    private static final Pattern RULE = Pattern.compile("\\d+:\\s+\\S.*");
    private static final Pattern OWN = Pattern.compile("\\d+:\\s+from all lookup (?:local|main|default)\\s*");
    private static final Set<String> TABLES = Set.of("local", "main", "default");
    private static final Set<String> PLAIN = Set.of("priority", "src", "table", "protocol");

    @Override
    public String id() {
        return "ip-rule";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.ip(command)
                .filter(ip -> ip.object().equals("rule"))
                .flatMap(IpRuleReader::shown)
                .isPresent();
    }

    private static Optional<List<String>> shown(IpCommand ip) {
        return ip.shown("add", "delete", "get", "show", "lst", "list", "flush", "save", "restore", "help");
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand ip = IpCommand.ip(observation.command()).orElseThrow();
        List<Fact> facts = new ArrayList<>();
        if (Json.announced(observation, ip.json())) {
            Document document = Document.json(observation);
            document.root().items().stream()
                    .filter(entry -> !own(entry))
                    .forEach(entry -> facts.add(more(observation, entry.spot().origin())));
            return new Reading(facts, document.problem().stream().toList());
        }
        for (Line line : observation.lines()) {
            boolean rule = RULE.matcher(line.text()).matches();
            if (rule && !OWN.matcher(line.text()).matches()) {
                facts.add(more(observation, observation.at(line)));
            }
        }
        return Reading.of(facts);
    }

    private static boolean own(Tree entry) {
        return entry.at("src").text().equals("all")
                && TABLES.contains(entry.at("table").text())
                && PLAIN.containsAll(entry.fields().keySet());
    }

    private static KernelSetting more(Observation observation, Origin origin) {
        return new KernelSetting(observation.vantage(), origin, "", "ip_rules", "more");
    }
}
