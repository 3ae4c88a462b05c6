package dev.plumbline.views.picture;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.Need;
import dev.plumbline.evidence.Origin;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Step;
import dev.plumbline.views.picture.Drawing.Box;
import dev.plumbline.views.picture.Lane.Station;
import dev.plumbline.views.picture.PageData.AddressNote;
import dev.plumbline.views.picture.PageData.BoxNote;
import dev.plumbline.views.picture.PageData.LaneNote;
import dev.plumbline.views.picture.PageData.OriginNote;
import dev.plumbline.views.picture.PageData.OtherNote;
import dev.plumbline.views.picture.PageData.StepNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The evidence behind one picture, each origin once. */
final class SheetData {

    private final Mentions mentions;
    private final Drawing drawing;
    private final Map<Origin, Integer> origins = new LinkedHashMap<>();

    private SheetData(Mentions mentions, Drawing drawing) {
        this.mentions = mentions;
        this.drawing = drawing;
    }

    /** @param mentions of the whole answer, in which findings and needs have their places */
    static PageData.Sheet of(Mentions mentions, Drawing drawing) {
        return new SheetData(mentions, drawing).sheet();
    }

    private PageData.Sheet sheet() {
        Map<Integer, Along> lanes = new TreeMap<>();
        Map<String, BoxNote> boxes = new LinkedHashMap<>();
        for (Box box : drawing.boxes()) {
            boxes.put(box.id(), box(box));
            for (Lane lane : box.lanes()) {
                lanes.computeIfAbsent(lane.number(), _ -> new Along(lane, new ArrayList<>()))
                        .boxes()
                        .add(box.id());
            }
        }
        List<LaneNote> notes = new ArrayList<>();
        lanes.values().forEach(along -> notes.add(lane(along.lane(), along.boxes())));
        List<OriginNote> told = origins.keySet().stream()
                .map(o -> new OriginNote(clean(o.source()), clean(o.brief()), clean(o.text())))
                .toList();
        return new PageData.Sheet(notes, boxes, told);
    }

    private record Along(Lane lane, List<String> boxes) {}

    private LaneNote lane(Lane lane, List<String> boxes) {
        Nic nic = lane.nic();
        Nic.Network network = nic.network();
        List<AddressNote> addresses = nic.addresses().stream()
                .map(a -> new AddressNote(clean(a.address()), clean(a.device()), clean(a.basis()), told(a.evidence())))
                .toList();
        return new LaneNote(
                clean(lane.ref()),
                nic.verdict().word(),
                clean(nic.path().end()),
                clean(network.name().orElse("")),
                network.verdict().word(),
                clean(network.rule()),
                cleaned(network.candidates()),
                told(network.evidence()),
                addresses,
                clean(nic.alias()
                        .map(a -> a.name() + ": " + a.verdict().word() + ", " + a.rule())
                        .orElse("")),
                told(nic.alias().map(Nic.Alias::evidence).orElse(List.of())),
                boxes,
                lane.machine().placements().stream().map(this::placed).toList(),
                mentions.affecting(lane.ref()),
                mentions.settling(lane.ref()));
    }

    private PageData.PlacedNote placed(Machine.Placement placement) {
        String where = placement.role() + ": " + placement.node().orElse("unknown node")
                + placement.pod().map(pod -> ", pod " + pod).orElse("");
        return new PageData.PlacedNote(
                clean(where),
                placement.verdict().word(),
                clean(placement.rule()),
                cleaned(placement.premises()),
                told(placement.evidence()));
    }

    private BoxNote box(Box box) {
        Station first = box.stations().getFirst();
        Optional<Hop> hop = first.hop();
        List<StepNote> steps = new ArrayList<>();
        for (int i = 0; i < box.stations().size(); i++) {
            steps.add(step(box.lanes().get(i).number(), box.stations().get(i)));
        }
        String id = hop.map(h -> h.scope().path() + ":" + h.label()).orElse("");
        return new BoxNote(
                clean(hop.filter(h -> !h.gap())
                        .map(Hop::label)
                        .orElse(first.face().name())),
                first.slot().column().caption(),
                clean(hop.map(h -> h.scope().path()).orElse("")),
                clean(hop.map(h -> h.kind().word()).orElse("")),
                number(hop.map(Hop::ifindex).orElse(OptionalInt.empty())),
                hop.flatMap(Hop::mac).map(Object::toString).orElse(""),
                number(hop.map(Hop::mtu).orElse(OptionalInt.empty())),
                clean(hop.flatMap(Hop::state).orElse("")),
                steps,
                hop.filter(_ -> first.slot().column().trunk()).map(mentions::others).orElse(List.of()).stream()
                        .map(o -> clean(Mentions.told(o)))
                        .toList(),
                mentions.at(id));
    }

    private StepNote step(int lane, Station station) {
        if (station.hop().isEmpty()) {
            String why = !station.face().shape().seen() ? "not collected" : "";
            return new StepNote(
                    lane, "", station.verdict().word(), "", why, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        Hop hop = station.hop().get();
        return new StepNote(
                lane,
                station.step().map(Step::word).orElse(""),
                station.verdict().word(),
                clean(hop.rule()),
                clean(hop.why()),
                cleaned(hop.premises()),
                told(hop.evidence()),
                hop.also().stream()
                        .map(w -> new OtherNote("", "", clean(w.rule()), clean(w.says()), told(w.evidence())))
                        .toList(),
                hop.members().stream()
                        .map(m -> new OtherNote(
                                clean(m.device().id().name()),
                                m.verdict().word(),
                                clean(m.rule()),
                                m.step().word(),
                                told(m.evidence())))
                        .toList(),
                hop.candidates().stream()
                        .map(c -> new OtherNote(
                                clean(c.device().name()),
                                c.verdict().word(),
                                "",
                                clean(c.speaks()),
                                told(c.evidence())))
                        .toList());
    }

    private List<Integer> told(List<Origin> evidence) {
        return evidence.stream()
                .map(o -> {
                    origins.putIfAbsent(o, origins.size());
                    return origins.get(o);
                })
                .toList();
    }

    static String clean(String text) {
        return Markup.clean(text);
    }

    static List<String> cleaned(List<String> texts) {
        return texts.stream().map(Markup::clean).toList();
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    static PageData.FindingNote finding(Finding f) {
        List<String> evidence = f.evidence().stream()
                .map(o -> clean(o.source() + " " + o.brief() + "  " + o.text().strip()))
                .toList();
        return new PageData.FindingNote(
                clean(f.id()),
                clean(f.rule()),
                f.severity().name(),
                clean(f.title()),
                clean(f.breaks()),
                clean(f.mend()),
                cleaned(f.where()),
                cleaned(f.affects()),
                evidence);
    }

    static PageData.NeedNote need(Need n) {
        return new PageData.NeedNote(
                clean(n.id()),
                cleaned(n.settles()),
                clean(n.what()),
                clean(n.scope()),
                clean(n.command()),
                clean(n.reach()),
                clean(n.right()));
    }
}
