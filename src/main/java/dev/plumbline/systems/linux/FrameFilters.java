package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.Mac;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which source MACs the filters of bridged frames take from a port: a rule that drops all others, or the chains that the CNI
 * bridge plugin makes with {@code macspoofchk} (containernetworking/plugins, pkg/link/spoofcheck.go). Of rules in other forms
 * it is said only that they are there.
 */
final class FrameFilters {

    private static final Pattern COMMENT = Pattern.compile(" (?:comment \"[^\"]*\"|# handle \\d+)");
    private static final Pattern PORT = Pattern.compile("iifname \"([^\"*]+)\"");
    private static final int DEEPEST = 4;
    private static final Set<String> INLETS = Set.of("prerouting", "ingress");
    private static final Set<String> VERDICTS =
            Set.of("drop", "reject", "queue", "accept", "return", "jump", "goto", "vmap");
    private static final Set<String> KEYS = Set.of("iifname", "saddr", "!=", "jump", "packets", "bytes");
    private static final Set<String> PLAIN = Set.of(
            "iifname", "ether", "saddr", "!=", "drop", "return", "accept", "jump", "counter", "packets", "bytes");

    /** @param device the one whose frames come here; empty where every port's do */
    private record Inlet(String hook, String device) {}

    /** @param words without its comment */
    private record Rule(Line line, String port, Words words) {}

    /** What a chain does with a port's frames. @param all whether it was followed to its end @param drops what is not taken */
    private record Taken(Set<String> macs, boolean drops, boolean all) {}

    private final Observation observation;
    private final Map<String, List<Rule>> chains = new LinkedHashMap<>();
    /** The chains that the kernel itself enters, with the hook at which it does. */
    private final Map<String, Inlet> bases = new LinkedHashMap<>();
    /** What is said of each port: of one that two rules speak of, how they go together is not followed. */
    private final Map<String, KernelSetting> said = new LinkedHashMap<>();

    private FrameFilters(Observation observation) {
        this.observation = observation;
    }

    static List<Fact> of(Observation observation) {
        FrameFilters filters = new FrameFilters(observation);
        filters.collect();
        filters.bases.forEach((base, inlet) ->
                filters.chains.getOrDefault(base, List.of()).forEach(rule -> filters.judge(base, inlet, rule)));
        return List.copyOf(filters.said.values());
    }

    private void collect() {
        String table = "";
        String chain = "";
        for (Line line : observation.lines()) {
            String text = COMMENT.matcher(line.text()).replaceAll("");
            Words words = Words.of(text.replace("\"", "").replace(";", " ;"));
            switch (words.at(0)) {
                case "table" -> {
                    boolean frames = words.at(1).equals("bridge") || words.at(1).equals("netdev");
                    table = frames ? words.at(1) + " " + words.at(2) : "";
                    chain = "";
                }
                case "flags" -> table = words.at(1).equals("dormant") ? "" : table; // its rules are not in force
                case "chain" -> {
                    chain = table.isEmpty() ? "" : table + " " + words.at(1);
                    chains.putIfAbsent(chain, new ArrayList<>()); // that it is empty is known too
                }
                case "}" -> chain = "";
                case "type" -> base(line, chain, words);
                default -> {
                    if (!chain.isEmpty() && !words.at(0).isEmpty()) {
                        chains.computeIfAbsent(chain, _ -> new ArrayList<>()).add(new Rule(line, port(text), words));
                    }
                }
            }
        }
        chains.remove("");
    }

    private void base(Line line, String chain, Words words) {
        if (chain.isEmpty()) {
            return;
        }
        bases.put(chain, new Inlet(words.after("hook"), words.after("device")));
        if (words.has("policy") && words.after("policy").equals("drop")) {
            say(line, "", KernelSetting.UNFOLLOWED);
        }
    }

    /** The one device whose frames a rule is about; empty where there are several, or none is named. */
    private static String port(String text) {
        Matcher matcher = PORT.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void judge(String chain, Inlet inlet, Rule rule) {
        String port = rule.words().has("iifname") ? rule.port() : inlet.device();
        boolean named = DeviceName.valid(port);
        Taken taken = taken(chain, rule, 0);
        boolean idle = taken.all() && !taken.drops() && taken.macs().isEmpty();
        if (idle) {
            return;
        }
        // Elsewhere than where a frame comes in, some frames pass a rule and others do not.
        boolean followed =
                taken.all() && taken.drops() && named && !taken.macs().isEmpty() && INLETS.contains(inlet.hook());
        say(rule.line(), named ? port : "", followed ? String.join(",", taken.macs()) : KernelSetting.UNFOLLOWED);
    }

    private void say(Line line, String device, String value) {
        KernelSetting setting = new KernelSetting(
                observation.vantage(), observation.at(line), device, KernelSetting.FRAMES_FROM, value);
        said.merge(
                device,
                setting,
                (first, second) -> first.value().equals(second.value())
                        ? first
                        : new KernelSetting(
                                first.vantage(),
                                first.origin(),
                                device,
                                KernelSetting.FRAMES_FROM,
                                KernelSetting.UNFOLLOWED));
    }

    private Taken taken(String chain, Rule rule, int depth) {
        Words words = rule.words();
        Optional<String> mac = Optional.of(words.after("saddr"))
                .map(word -> word.equals("!=") ? words.after("!=") : word)
                .flatMap(Mac::parse)
                .map(Mac::text);
        boolean other = words.has("!=");
        boolean known = isKnown(words);
        if (known && words.has("drop") && mac.isPresent() && other) {
            return new Taken(Set.of(mac.get()), true, true);
        }
        if (known && words.has("drop") && mac.isEmpty() && !words.has("saddr")) {
            return new Taken(Set.of(), true, true);
        }
        if (known && (words.has("return") || words.has("accept")) && mac.isPresent() && !other) {
            return new Taken(Set.of(mac.get()), false, true);
        }
        if (known && words.has("jump") && depth < DEEPEST) {
            Taken inside = followed(tableOf(chain) + " " + words.after("jump"), depth + 1);
            // What only returns from there meets the rules that follow here.
            return inside.drops() || inside.macs().isEmpty() ? inside : new Taken(Set.of(), false, false);
        }
        return new Taken(Set.of(), false, VERDICTS.stream().noneMatch(words::has));
    }

    private Taken followed(String chain, int depth) {
        Set<String> macs = new TreeSet<>();
        for (Rule rule : chains.getOrDefault(chain, List.of())) {
            Taken taken = taken(chain, rule, depth);
            if (!taken.all() || taken.drops()) {
                macs.addAll(taken.macs());
                return new Taken(macs, taken.drops(), taken.all());
            }
            macs.addAll(taken.macs());
        }
        return new Taken(macs, false, chains.containsKey(chain));
    }

    private static String tableOf(String chain) {
        return chain.substring(0, chain.lastIndexOf(' '));
    }

    /** Whether the rule looks at nothing but the port and the source MAC. */
    private static boolean isKnown(Words words) {
        String before = "";
        for (int i = 0; !words.at(i).isEmpty(); i++) {
            String word = words.at(i);
            boolean value = KEYS.contains(before) && !word.equals("!=");
            if (!value && !PLAIN.contains(word)) {
                return false;
            }
            before = word;
        }
        return true;
    }
}
