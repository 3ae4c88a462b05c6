package dev.plumbline.views.picture;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.topology.Machine;
import dev.plumbline.views.picture.Sheet.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says which machines of a crowded node are one line only: beyond {@value #OPEN} a node, those without trouble first.
 *
 * @param most how many machines of a node are drawn in full
 * @param troubled refs of NICs that an error or a warning affects
 */
record Folding(int most, Set<String> troubled) {

    static final Folding NONE = new Folding(Integer.MAX_VALUE, Set.of());

    private static final int OPEN = 4;

    static Folding of(MapAnswer answer) {
        return new Folding(
                OPEN,
                answer.findings().stream()
                        .filter(f -> f.severity() != Finding.Severity.INFO)
                        .flatMap(f -> f.affects().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The machines in their order. @param open draws one in full */
    List<Rows> fold(List<Machine> machines, Function<Machine, Rows> open) {
        List<Machine> first = new ArrayList<>(machines);
        first.sort(Comparator.comparing(m -> !troubled(m)));
        Set<Machine> drawn = first.stream().limit(most).collect(Collectors.toSet());
        return machines.stream()
                .map(m -> drawn.contains(m) ? open.apply(m) : new Rows(m, List.of(), true))
                .toList();
    }

    private boolean troubled(Machine machine) {
        return machine.nics().stream().anyMatch(n -> troubled.contains(machine.name() + "/" + n.ref()));
    }
}
