package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Two machines hold one address in one VLAN of bridges of one name: whoever answered ARP last gets the other's frames. */
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
                .forEach(held -> trouble(scene, held).ifPresent(troubles::add));
        return all.isEmpty()
                ? Outcome.open(troubles, "no address on a node's bridge was seen", List.of())
                : Outcome.judged(troubles, all.size() + " addresses");
    }

    private static Optional<Trouble> trouble(Scene scene, List<Held> all) {
        List<Scene.Owned> owners = all.stream().map(Held::owner).distinct().toList();
        NicVlan.Meeting meeting = NicVlan.meeting(scene, owners);
        if (meeting == NicVlan.Meeting.APART) {
            return Optional.empty();
        }
        boolean together = meeting == NicVlan.Meeting.TOGETHER;
        Set<Scene.Owned> met = NicVlan.meeting(scene, owners, meeting);
        List<Held> held = all.stream().filter(one -> met.contains(one.owner())).toList();
        List<String> refs =
                held.stream().map(one -> one.owner().ref()).distinct().toList();
        return Optional.of(new Trouble(
                together ? Severity.ERROR : Severity.WARNING,
                held.getFirst().ip() + " is the address of " + String.join(", ", refs) + ", all on "
                        + held.getFirst().bridge(),
                held.stream().map(Held::where).distinct().toList(),
                refs,
                together
                        ? "neighbours reach now the one, now the other"
                        : "harmless in separate VLANs, which were not seen",
                "give each its own address: the reservation or the nic template says which is whose",
                held.stream()
                        .flatMap(one -> one.evidence().stream().limit(1))
                        .distinct()
                        .toList()));
    }
}
