package dev.plumbline.views;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Nic.NicAddress;
import dev.plumbline.topology.NicPath;
import dev.plumbline.views.Columns.Cell;
import dev.plumbline.views.PathCells.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of NICs that the default and the wide view share. */
final class NicTable {

    /** The most addresses in a cell of the narrow table; the rest is counted. */
    private static final int ADDRESSES = 2;

    private final TableStyle style;
    private final boolean wide;

    NicTable(TableStyle style, boolean wide) {
        this.style = style;
        this.wide = wide;
    }

    void draw(MapAnswer answer, Appendable out) throws IOException {
        if (!style.headers()) {
            Columns columns = new Columns(2);
            answer.topology().machines().forEach(machine -> rows(columns, machine, ""));
            columns.draw("", out);
            return;
        }
        Iterator<Machine> machines = answer.topology().machines().iterator();
        while (machines.hasNext()) {
            machine(machines.next(), out);
            if (machines.hasNext()) {
                out.append('\n');
            }
        }
        new TableNotes(style, wide).draw(answer, out);
    }

    private void machine(Machine machine, Appendable out) throws IOException {
        List<String> words = Wording.headline(machine).stream().map(Clean::line).toList();
        out.append(style.ink().strong(words.getFirst()));
        for (String word : words.subList(1, words.size())) {
            out.append("   ").append(word);
        }
        out.append('\n');
        if (machine.nics().isEmpty()) {
            return;
        }
        Columns columns = new Columns(2);
        String basis = sharedBasis(machine);
        columns.row(heads(basis).stream()
                .map(head -> new Cell(head, style.ink()::faint))
                .toList());
        rows(columns, machine, basis);
        columns.draw("", out);
    }

    private List<String> heads(String basis) {
        String address = "ADDRESS" + (basis.isEmpty() ? "" : "(" + basis + ")");
        return wide
                ? List.of(
                        "NIC", "GUEST", "MAC", address, "NETWORK", "MTU", "TAP", "K6T", "POD", "VETH", "BRIDGE", "LINK",
                        "END", "PATH")
                : List.of("NIC", "GUEST", address, "NETWORK", "MTU", "TAP", "POD", "VETH", "BRIDGE", "LINK", "PATH");
    }

    /** The one basis of all addresses of a machine; empty where there are several or none. */
    static String sharedBasis(Machine machine) {
        Set<String> all = machine.nics().stream()
                .flatMap(nic -> nic.addresses().stream())
                .map(NicAddress::basis)
                .collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : "";
    }

    private void rows(Columns columns, Machine machine, String basis) {
        for (Nic nic : machine.nics()) {
            columns.row(row(machine, nic, nic.path(), basis));
            nic.otherPaths().forEach(path -> columns.row(row(machine, nic, path, basis)));
        }
    }

    private List<Cell> row(Machine machine, Nic nic, NicPath path, String basis) {
        PathCells cells = PathCells.of(nic, path, wide);
        List<String> texts = new ArrayList<>();
        if (!style.headers()) {
            texts.add(machine.path());
        }
        texts.add(ref(nic));
        texts.add(cells.at(Column.GUEST));
        if (wide) {
            texts.add(nic.mac().map(Object::toString).orElse("?"));
        }
        texts.add(addresses(nic, basis));
        texts.add(Wording.network(nic.network()));
        texts.add(Wording.number(nic.mtu()));
        for (Column column : Column.values()) {
            if (column != Column.GUEST && (wide || column != Column.K6T)) {
                texts.add(cells.at(column));
            }
        }
        if (wide) {
            texts.add(path.end());
        }
        List<Cell> row = new ArrayList<>(texts.stream().map(Cell::of).toList());
        row.add(new Cell(Wording.verdict(machine, path), text -> style.ink().verdict(path.verdict(), text)));
        return row;
    }

    /** The alias carries a mark where it is not certain that this is the NIC. */
    private static String ref(Nic nic) {
        boolean sure = nic.alias()
                .map(alias -> !alias.name().equals(nic.ref()) || alias.verdict() == Verdict.PROVEN)
                .orElse(true);
        return nic.ref() + (sure ? "" : "~");
    }

    private String addresses(Nic nic, String basis) {
        if (nic.addresses().isEmpty()) {
            return "-";
        }
        List<String> texts = new ArrayList<>();
        for (NicAddress address : nic.addresses()) {
            boolean marked = basis.isEmpty() && address.basis().equals("configured");
            texts.add(address.address() + (marked ? "*" : ""));
        }
        if (wide || texts.size() <= ADDRESSES) {
            return String.join(",", texts);
        }
        return String.join(",", texts.subList(0, ADDRESSES)) + ",+" + (texts.size() - ADDRESSES);
    }
}
