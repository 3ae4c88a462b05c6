package dev.plumbline.views.picture;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import dev.plumbline.views.picture.PageData.MachineRow;
import dev.plumbline.views.picture.PageData.NicCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a page knows of all machines without unpacking any. */
final class PageIndex {

    private final Mentions mentions;
    private final List<String> networks;

    private PageIndex(MapAnswer answer, Mentions mentions) {
        this.mentions = mentions;
        TreeSet<String> names = new TreeSet<>();
        boolean nameless = false;
        for (Machine machine : answer.topology().machines()) {
            for (Nic nic : machine.nics()) {
                nic.network().name().ifPresent(names::add);
                nameless |= nic.network().name().isEmpty();
            }
        }
        networks = new ArrayList<>(names);
        if (nameless) {
            networks.add("");
        }
    }

    /**
     * @param table whether each machine has a picture of its own
     * @param rules what each join rule means, a sentence each
     */
    static PageData.Index of(
            MapAnswer answer, Mentions mentions, Sheet sheet, boolean table, Map<String, String> rules) {
        PageIndex index = new PageIndex(answer, mentions);
        List<MachineRow> rows = new ArrayList<>();
        for (Sheet.Block block : sheet.blocks()) {
            for (Sheet.Rows each : block.machines()) {
                boolean first = table || each.lanes().isEmpty();
                rows.add(index.row(
                        each.machine(), first ? 0 : each.lanes().getFirst().number(), table));
            }
        }
        Headline headline = Headline.of(answer, sheet);
        return new PageData.Index(
                SheetData.clean(headline.title()),
                SheetData.clean(headline.subtitle()),
                table,
                SheetData.cleaned(index.networks),
                rows,
                answer.findings().stream().map(SheetData::finding).toList(),
                answer.needs().stream().map(SheetData::need).toList(),
                new TreeMap<>(rules),
                steps());
    }

    private MachineRow row(Machine machine, int firstLane, boolean find) {
        List<NicCell> cells = new ArrayList<>();
        for (Nic nic : machine.nics()) {
            String ref = machine.name() + "/" + nic.ref();
            cells.add(new NicCell(
                    SheetData.clean(nic.ref()),
                    networks.indexOf(nic.network().name().orElse("")),
                    nic.network().verdict().word(),
                    nic.verdict().word(),
                    firstLane + cells.size(),
                    mentions.affecting(ref)));
        }
        return new MachineRow(
                SheetData.clean(machine.name()),
                SheetData.clean(machine.namespace()),
                SheetData.clean(machine.kind()),
                SheetData.clean(
                        machine.active().flatMap(Machine.Placement::node).orElse("")),
                machine.active().map(p -> p.verdict().word()).orElse("unknown"),
                cells,
                find ? find(machine) : "");
    }

    private static String find(Machine machine) {
        Set<String> words = new LinkedHashSet<>();
        words.add(machine.path());
        machine.active().ifPresent(p -> {
            p.node().ifPresent(words::add);
            p.pod().ifPresent(words::add);
        });
        for (Nic nic : machine.nics()) {
            words.add(nic.ref());
            nic.mac().ifPresent(mac -> words.add(mac.text()));
            nic.network().name().ifPresent(words::add);
            nic.addresses().forEach(a -> words.add(a.address()));
            for (Hop hop : nic.path().hops()) {
                hop.name().ifPresent(words::add);
                hop.mac().ifPresent(mac -> words.add(mac.text()));
                hop.candidates().forEach(c -> words.add(c.device().name()));
                hop.members().forEach(m -> words.add(m.device().id().name()));
            }
        }
        return SheetData.clean(String.join(" ", words)).toLowerCase(Locale.ROOT);
    }

    /** What a step means, for rules of which no sentence is at hand. */
    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            steps.put(
                    step.word(),
                    switch (step) {
                        case VIRTIO -> "The hypervisor hands the guest NIC's frames to this device.";
                        case MEMBER -> "One is a port of the other, a bridge.";
                        case PEER -> "Two ends of one veth pair, in two network namespaces.";
                        case NAT -> "The frame ends here; its packet goes on with another address.";
                        case ROUTE -> "The packet is routed; no layer 2 reaches beyond.";
                        case OVS -> "One is a port of the other, an Open vSwitch bridge.";
                        case VLAN -> "A VLAN device tags the frame and hands it to its base.";
                        case BOND -> "A bond sends the frame through one of its members.";
                        case LOWER -> "A device that stands on another one.";
                        case PASSTHROUGH -> "The guest drives this device itself.";
                    });
        }
        return steps;
    }
}
