package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Two machines hold one address on bridges of one name: whoever answered ARP last gets the other's frames. */
final class DuplicateAddress implements Check {

    @Override
    public String id() {
        return "duplicate-address";
    }

    @Override
    public Outcome judge(Scene scene) {
        Map<String, List<Held>> byAddress = new TreeMap<>();
        List<Held> all = Held.all(scene);
        all.forEach(held -> byAddress
                .computeIfAbsent(held.bridge() + " " + held.ip(), _ -> new ArrayList<>())
                .add(held));
        List<Trouble> troubles = new ArrayList<>();
        byAddress.values().stream()
                .filter(held -> held.stream()
                                .map(one -> one.owner().machine())
                                .distinct()
                                .count()
                        > 1)
                .forEach(held -> troubles.add(trouble(held)));
        return all.isEmpty()
                ? Outcome.open(troubles, "no address on a node's bridge was seen", List.of())
                : Outcome.judged(troubles, all.size() + " addresses");
    }

    private static Trouble trouble(List<Held> held) {
        List<String> refs =
                held.stream().map(one -> one.owner().ref()).distinct().toList();
        return new Trouble(
                Severity.ERROR,
                held.getFirst().ip() + " is the address of " + String.join(", ", refs) + ", all on "
                        + held.getFirst().bridge(),
                held.stream().map(Held::where).distinct().toList(),
                refs,
                "neighbours reach now the one, now the other",
                "give each its own address: the reservation or the nic template says which is whose",
                held.stream()
                        .flatMap(one -> one.evidence().stream().limit(1))
                        .distinct()
                        .toList());
    }
}
