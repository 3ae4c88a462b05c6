package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NamespaceId;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** {@code ip netns list-id} and {@code ip netns list}: how this namespace numbers others. */
public final class NetnsReader implements Reader {

    @Override
    public String id() {
        return "ip-netns";
    }

    @Override
    public boolean reads(Command command) {
        return IpCommand.ip(command)
                .filter(ip -> ip.object().equals("netns"))
                .filter(ip -> ip.arguments().equals(List.of("list-id"))
                        || ip.shown("list", "show", "lst").filter(List::isEmpty).isPresent())
                .isPresent();
    }

    @Override
    public Reading read(Observation observation) {
        IpCommand ip = IpCommand.ip(observation.command()).orElseThrow();
        List<Fact> facts = new ArrayList<>();
        if (Json.announced(observation, ip.json())) {
            Document document = Document.json(observation);
            for (Tree entry : document.root().items()) {
                OptionalInt nsid = entry.at("nsid").present()
                        ? entry.at("nsid").integer()
                        : entry.at("id").integer();
                if (nsid.isPresent() && nsid.getAsInt() >= 0) {
                    facts.add(new NamespaceId(
                            observation.vantage(),
                            entry.spot().origin(),
                            nsid.getAsInt(),
                            entry.at("name").text()));
                }
            }
            return new Reading(facts, document.problem().stream().toList());
        }
        for (Line line : observation.lines()) {
            Words words = Words.of(line.text());
            boolean listId = words.at(0).equals("nsid");
            OptionalInt nsid = Words.number(listId ? words.at(1) : idBeforeParenthesis(words));
            boolean whole = listId ? words.size() == 2 || words.last().endsWith(")") : words.size() == 3;
            if (nsid.isPresent() && whole) {
                String name = listId ? nameBeforeParenthesis(words) : words.at(0);
                facts.add(new NamespaceId(observation.vantage(), observation.at(line), nsid.getAsInt(), name));
            }
        }
        return Reading.of(facts);
    }

    /** {@code 0} of {@code NAME (id: 0)}. */
    private static String idBeforeParenthesis(Words words) {
        return words.at(1).equals("(id:") && words.at(2).endsWith(")")
                ? words.at(2).substring(0, words.at(2).length() - 1)
                : "";
    }

    /** {@code NAME} of {@code nsid 0 (iproute2 netns name: NAME)}. */
    private static String nameBeforeParenthesis(Words words) {
        String name = words.after("name:");
        return name.endsWith(")") ? name.substring(0, name.length() - 1) : "";
    }
}
