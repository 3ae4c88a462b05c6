package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Route;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ip route} of the main table, text and JSON: unicast routes, one fact a next hop. */
public final class IpRouteReader implements Reader {

    private static final List<String> MAIN = List.of("", "main", "254");

    @Override
    public String id() {
        return "ip-route";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.ip(command)
                .filter(ip -> ip.object().equals("route"))
                .flatMap(IpRouteReader::shown)
                .filter(words -> words.stream().noneMatch(List.of("vrf", "cache", "cached", "cloned")::contains))
                .filter(words -> MAIN.contains(after(words, "table"))
                        || after(words, "table").equals("all"))
                .isPresent();
    }

    private static Optional<List<String>> shown(IpCommand ip) {
        return ip.shown("list", "show", "lst", "get", "add", "change", "chg", "replace", "delete", "flush", "save");
    }

    private static String after(List<String> words, String key) {
        return new Words(words).after(key);
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand ip = IpCommand.ip(observation.command()).orElseThrow();
        List<String> words = shown(ip).orElse(List.of());
        // "show dev X" leaves the device out of every line.
        String device = after(words, "dev");
        List<Fact> facts = new ArrayList<>();
        Optional<Document> document = Json.document(observation, ip.json());
        boolean broken = document.flatMap(Document::problem).isPresent();
        if (document.isPresent()) {
            document.get().root().items().forEach(entry -> json(observation, entry, device, facts));
        } else {
            text(observation, device, facts);
        }
        boolean all = words.isEmpty() || words.equals(List.of("table", "main"));
        boolean answered = !facts.isEmpty()
                || document.filter(json -> Json.answered(observation, json)).isPresent();
        if (answered && all && !ip.family().equals("inet6")) {
            facts.addFirst(Coverage.of(observation, Covered.Subject.ROUTES, Covered.WHOLE, broken));
        }
        return new Reading(facts, document.flatMap(Document::problem).stream().toList());
    }

    private static void text(Observation observation, String asked, List<Fact> facts) {
        String above = "";
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            boolean hop = words.at(0).equals("nexthop");
            Words route = words.at(0).equals("unicast") ? words.from(1) : words;
            String destination = hop ? above : destination(route.at(0));
            if (!MAIN.contains(route.after("table"))) {
                destination = "";
            }
            // The next hops of a route with several stand on the lines that follow.
            boolean several = !hop && !route.has("dev") && !route.has("via") && asked.isEmpty();
            above = (hop || several) && observation.filter().keepsNeighbours() ? destination : "";
            if (!destination.isEmpty() && !several) {
                String device = route.has("dev") ? route.after("dev") : asked;
                add(observation, observation.at(line), destination, gateway(route), device, facts);
            }
        }
    }

    private static String gateway(Words words) {
        int via = words.all().indexOf("via");
        boolean family = words.at(via + 1).startsWith("inet");
        return via < 0 ? "" : words.at(family ? via + 2 : via + 1);
    }

    private static void json(Observation observation, Tree entry, String asked, List<Fact> facts) {
        String type = entry.at("type").text();
        String destination = destination(entry.at("dst").text());
        boolean main = MAIN.contains(entry.at("table").text());
        if (destination.isEmpty() || !List.of("", "unicast").contains(type) || !main) {
            return;
        }
        List<Tree> hops = entry.at("nexthops").items();
        for (Tree hop : hops.isEmpty() ? List.of(entry) : hops) {
            String gateway = hop.at("gateway").text() + hop.at("via", "host").text();
            String device = hop.at("dev").present() ? hop.at("dev").text() : asked;
            add(observation, hop.spot().origin(), destination, gateway, device, facts);
        }
    }

    private static String destination(String word) {
        return word.equals("default") ? word : CidrText.prefix(word);
    }

    private static void add(
            Observation observation,
            Origin origin,
            String destination,
            String gateway,
            String device,
            List<Fact> facts) {
        boolean whole = (gateway.isEmpty() || CidrText.isAddress(gateway)) && DeviceName.valid(device);
        if (whole) {
            facts.add(new Route(observation.vantage(), origin, destination, gateway, device, Address.Basis.OBSERVED));
        }
    }
}
