package dev.plumbline.systems.lab;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.BuiltInstead;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code plumbline lab status -o json}, which is lab.json in a lab's capture: what the lab built otherwise than planned. */
public final class StandInsReader implements Reader {

    @Override
    public String id() {
        return "lab-status";
    }

    @Override
    public boolean reads(Command command) {
        return command.program().equals("plumbline")
                && command.operands().stream().limit(2).toList().equals(List.of("lab", "status"))
                && command.option("-o", "--output").equals("json");
    }

    /** One that is not wholly told accounts for nothing, and gives no fact. */
    @Override
    public Reading read(Observation observation) {
        Document document = Document.json(observation);
        List<Fact> facts = new ArrayList<>();
        for (Tree item : document.root().at("builtInstead").items()) {
            Optional<Scope> place = place(item.at("place").text());
            String device = item.at("device").text();
            String attribute = item.at("attribute").text();
            boolean told = item.at("planned").present() && item.at("built").present();
            if (place.isPresent() && !device.isEmpty() && !attribute.isEmpty() && told) {
                facts.add(new BuiltInstead(
                        observation.vantage(),
                        item.spot().origin(),
                        place.get().inCluster(observation.scope().cluster()),
                        device,
                        attribute,
                        item.at("planned").text(),
                        item.at("built").text(),
                        item.at("why").text()));
            }
        }
        return new Reading(List.copyOf(facts), document.problem().stream().toList());
    }

    /** Where a lab builds: nodes, pods, guests. */
    private static Optional<Scope> place(String path) {
        String[] words = path.split("/", -1);
        return switch (words[0] + words.length) {
            case "node2" -> Optional.of(Scope.node(words[1]));
            case "pod3" -> Optional.of(Scope.pod(words[1], words[2]));
            case "guest3" -> Optional.of(Scope.guest(words[1], words[2]));
            default -> Optional.empty();
        };
    }
}
