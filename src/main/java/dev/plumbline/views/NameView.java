package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import java.io.IOException;

/**
 * {@code -o name}: every NIC as the target that asks for it, one a line. The namespace stands in it only where the
 * machines shown are of several.
 */
public record NameView() implements View<MapAnswer> {

    @Override
    public void draw(MapAnswer answer, Appendable out) throws IOException {
        boolean several = answer.topology().machines().stream()
                        .map(Machine::namespace)
                        .distinct()
                        .count()
                > 1;
        for (Machine machine : answer.topology().machines()) {
            String name = machine.kind() + "/" + (several ? machine.path() : machine.name());
            for (Nic nic : machine.nics()) {
                out.append(Clean.line(name + ":" + nic.ref())).append('\n');
            }
        }
    }
}
