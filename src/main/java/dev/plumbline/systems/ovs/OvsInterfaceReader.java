package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ovs-vsctl --format=json list Interface}: what ovsdb knows of the kernel's devices. The tables Bridge and Port
 * join to it by UUID only, across outputs, and give nothing by themselves.
 */
public final class OvsInterfaceReader implements Reader {

    /** OFPP_LOCAL: the bridge's own device, which stays where the daemon is; other internal ports may be moved. */
    private static final int LOCAL = 65534;

    private static final Set<String> KERNEL_TYPES = Set.of("", "system");

    @Override
    public String id() {
        return "ovs-list-interface";
    }

    @Override
    public boolean reads(Command command) {
        OvsCall call = OvsCall.of(command);
        return call.program().equals("ovs-vsctl")
                && (call.word(0).equals("list") || call.word(0).equals("find"))
                && call.word(1).toLowerCase(Locale.ROOT).equals("interface")
                && command.option("-f", "--format").equals("json");
    }

    @Override
    public Reading read(Observation observation) {
        if (!(observation.filter() instanceof Filter.None)) {
            return Reading.of(List.of());
        }
        Document document = Document.json(observation);
        Tree table = document.root();
        Map<String, Integer> columns = new HashMap<>();
        List<Tree> headings = table.at("headings").items();
        headings.forEach(heading -> columns.put(heading.text(), columns.size()));
        if (columns.size() != headings.size() || !columns.containsKey("name")) {
            return new Reading(List.of(), document.problem().stream().toList());
        }
        List<Fact> facts = new ArrayList<>();
        for (Tree row : table.at("data").items()) {
            if (row.items().size() == columns.size()) {
                link(new Row(row.items(), columns), observation).ifPresent(facts::add);
            }
        }
        return new Reading(List.copyOf(facts), document.problem().stream().toList());
    }

    private record Row(List<Tree> cells, Map<String, Integer> columns) {
        Tree cell(String column) {
            Integer index = columns.get(column);
            return index == null ? new Tree.Missing(cells.getFirst().spot()) : cells.get(index);
        }

        /** A value of a map column, which stands as {@code ["map",[["key","value"]]]}. */
        String mapped(String column, String key) {
            List<Tree> map = cell(column).items();
            if (map.size() != 2 || !map.getFirst().text().equals("map")) {
                return "";
            }
            return map.get(1).items().stream()
                    .map(Tree::items)
                    .filter(pair -> pair.size() == 2 && pair.getFirst().text().equals(key))
                    .map(pair -> pair.get(1).text())
                    .findFirst()
                    .orElse("");
        }
    }

    private static Optional<Link> link(Row row, Observation observation) {
        Tree name = row.cell("name");
        int index = row.cell("ifindex").integer().orElse(0);
        String type = row.cell("type").text();
        boolean local = type.equals("internal") && row.cell("ofport").integer().orElse(0) == LOCAL;
        boolean kernel = local || row.cell("type") instanceof Tree.Scalar && KERNEL_TYPES.contains(type);
        if (name.text().isEmpty() || index <= 0 || !kernel) {
            return Optional.empty();
        }
        Link.Builder link = Link.named(name.text())
                .index(index)
                .mac(Mac.parse(row.cell("mac_in_use").text()));
        row.cell("mtu").integer().ifPresent(link::mtu);
        if (local && row.mapped("status", "driver_name").equals("openvswitch")) {
            link.kind("openvswitch");
        }
        link.flags(flags(row));
        return Optional.of(link.seen(observation.vantage(), name.spot().origin()));
    }

    /** OVS knows the administrative state and the carrier, which are flags; the operstate is the kernel's own. */
    private static List<String> flags(Row row) {
        boolean up = row.cell("admin_state").text().equals("up");
        return !up ? List.of() : row.cell("link_state").text().equals("up") ? List.of("UP", "LOWER_UP") : List.of("UP");
    }
}
