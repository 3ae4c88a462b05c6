package dev.plumbline.views.picture;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Step;
import dev.plumbline.topology.Topology.Segment;
import dev.plumbline.views.picture.Drawing.Badge;
import dev.plumbline.views.picture.Drawing.Box;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Drawing.NoteLine;
import dev.plumbline.views.picture.Drawing.Pill;
import dev.plumbline.views.picture.Lane.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The numbered notes beneath the picture, and their numbers at what they speak of. */
final class NoteBook {

    private static final double LINE = 24;
    private static final int MOST_NAMES = 4;
    private static final int MOST_FINDINGS = 40;
    private static final int MOST_ENDINGS = 8;

    private final List<Finding> findings;
    private final List<Box> boxes;
    private final double top;
    private final List<Badge> badges = new ArrayList<>();
    private final List<NoteLine> lines = new ArrayList<>();
    private final Map<String, Integer> crowd = new HashMap<>();
    /** By the finding's place in the answer. */
    private final Map<Integer, List<Box>> atBoxes = new HashMap<>();
    /** Of findings that have no box. */
    private final Map<Integer, List<Pill>> atPills = new HashMap<>();

    private int told;

    private NoteBook(List<Finding> findings, List<Box> boxes, double top) {
        this.findings = findings;
        this.boxes = boxes;
        this.top = top;
    }

    static NoteBook of(MapAnswer answer, Mentions mentions, List<Box> boxes, List<Pill> pills, double top) {
        NoteBook book = new NoteBook(answer.findings(), boxes, top);
        book.locate(mentions, pills);
        book.findings(true);
        book.gaps();
        book.masquerade();
        book.sharedBridges(answer.topology().segments());
        book.migrations(answer.topology().machines());
        book.findings(false);
        book.untold();
        return book;
    }

    List<Badge> badges() {
        return List.copyOf(badges);
    }

    List<NoteLine> lines() {
        return List.copyOf(lines);
    }

    double bottom() {
        return top + lines.size() * LINE;
    }

    double width() {
        return lines.stream()
                .mapToDouble(l -> 50 + Type.sans(l.word() + "  " + l.text(), 12) * 0.93 + GridPlan.MARGIN)
                .max()
                .orElse(0);
    }

    /** Finds for every finding its boxes, or else the starts of the lanes it affects. */
    private void locate(Mentions mentions, List<Pill> pills) {
        for (Box box : boxes) {
            TreeSet<Integer> here = new TreeSet<>();
            box.stations().forEach(s -> names(s).forEach(name -> here.addAll(mentions.at(name))));
            here.forEach(i -> atBoxes.computeIfAbsent(i, _ -> new ArrayList<>()).add(box));
        }
        Map<Integer, String> refs = new HashMap<>();
        boxes.forEach(b -> b.lanes().forEach(l -> refs.put(l.number(), l.ref())));
        for (Pill pill : pills) {
            mentions.affecting(refs.getOrDefault(pill.lane(), "")).stream()
                    .filter(i -> !atBoxes.containsKey(i))
                    .forEach(i ->
                            atPills.computeIfAbsent(i, _ -> new ArrayList<>()).add(pill));
        }
    }

    /** A remark with no place in the picture would only take a number from what can be pointed at. */
    private boolean leads(int finding) {
        return findings.get(finding).severity() != Finding.Severity.INFO
                || atBoxes.containsKey(finding)
                || atPills.containsKey(finding);
    }

    /** Gravest first, as the answer has them. */
    private void findings(boolean leading) {
        for (int i = 0; i < findings.size() && told < MOST_FINDINGS; i++) {
            if (leads(i) == leading) {
                Finding finding = findings.get(i);
                Ink ink = ink(finding);
                int number = line(ink, finding.severity().name(), finding.title());
                atBoxes.getOrDefault(i, List.of()).forEach(box -> badge(box, number, ink));
                atPills.getOrDefault(i, List.of()).forEach(pill -> badge(pill, number, ink));
                told++;
            }
        }
    }

    private void untold() {
        if (findings.size() > told) {
            line(Ink.INFO, "", (findings.size() - told) + " more findings: see check");
        }
    }

    private static Ink ink(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> Ink.ERROR;
            case WARNING -> Ink.WARNING;
            case INFO -> Ink.INFO;
        };
    }

    /** All of a fork. */
    private static List<String> names(Station station) {
        List<String> names = new ArrayList<>(List.of(name(station)));
        station.hop()
                .ifPresent(
                        h -> h.members().forEach(m -> names.add(m.device().id().toString())));
        return names;
    }

    private static String name(Station station) {
        return station.hop().map(h -> h.scope().path() + ":" + h.label()).orElse("");
    }

    /** A path that ends early says why: the same reason is said once, whatever the devices' names. */
    private void gaps() {
        Map<String, Ending> endings = new LinkedHashMap<>();
        for (Box box : boxes) {
            for (int i = 0; i < box.stations().size(); i++) {
                Optional<Hop> hop = box.stations().get(i).hop();
                if (hop.filter(h ->
                                h.gap() && h.candidates().isEmpty() && !h.why().isEmpty())
                        .isPresent()) {
                    boolean denied = !hop.get().evidence().isEmpty();
                    Lane lane = box.lanes().get(i);
                    String key = denied ? hop.get().why() : alike(hop.get().why(), lane);
                    endings.computeIfAbsent(key, _ -> new Ending(hop.get().why(), denied ? Ink.ERROR : Ink.INFO))
                            .add(lane, box, hop.get().why());
                }
            }
        }
        int left = MOST_ENDINGS;
        for (Ending ending : endings.values()) {
            if (left-- == 0) {
                line(Ink.INFO, "", (endings.size() - MOST_ENDINGS) + " more reasons why paths end early: see trace");
                return;
            }
            String more = ending.several ? "; the others alike." : ".";
            int number = line(ending.ink, "", some(ending.refs) + " not followed further: " + ending.why + more);
            ending.where.forEach(box -> badge(box, number, ending.ink));
        }
    }

    private static String alike(String why, Lane lane) {
        String alike = why;
        for (Station station : lane.stations()) {
            alike = station.hop().isEmpty() || station.hop().get().gap()
                    ? alike
                    : alike.replace(station.hop().get().label(), "#");
        }
        return alike.replaceAll("[0-9]+", "#");
    }

    private static final class Ending {
        private final String why;
        private final Ink ink;
        private final List<String> refs = new ArrayList<>();
        private final List<Box> where = new ArrayList<>();
        private boolean several;

        Ending(String why, Ink ink) {
            this.why = why;
            this.ink = ink;
        }

        void add(Lane lane, Box box, String reason) {
            several |= !reason.equals(why);
            refs.add(lane.ref());
            where.add(box);
        }
    }

    private void masquerade() {
        List<String> refs = new ArrayList<>();
        List<Box> where = new ArrayList<>();
        for (Box box : boxes) {
            for (int i = 0; i < box.stations().size(); i++) {
                if (box.stations().get(i).step().filter(Step.NAT::equals).isPresent()) {
                    refs.add(box.lanes().get(i).ref());
                    where.add(box);
                }
            }
        }
        if (!where.isEmpty()) {
            int number = line(
                    Ink.INFO,
                    "",
                    some(refs) + ": translated (masquerade), not bridged; no layer 2 reaches beyond the pod.");
            where.forEach(box -> badge(box, number, Ink.INFO));
        }
    }

    /** Several networks on one bridge are one segment, or several VLANs: without the VLANs nobody can tell. */
    private void sharedBridges(List<Segment> segments) {
        Set<String> seen = segments.stream()
                .filter(Segment::vlansSeen)
                .map(s -> s.bridge().toString())
                .collect(Collectors.toSet());
        Map<List<String>, List<Box>> alike = new LinkedHashMap<>();
        for (Box box : boxes) {
            Station bridge = box.stations().getFirst();
            TreeSet<String> networks = new TreeSet<>();
            box.lanes().forEach(l -> l.nic().network().name().ifPresent(networks::add));
            boolean shared = bridge.slot().column() == Column.HOST_BRIDGE && networks.size() > 1;
            if (shared && !seen.contains(name(bridge))) {
                List<String> key = List.of(box.cells().getFirst().face().name(), some(new ArrayList<>(networks)));
                alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(box);
            }
        }
        alike.forEach((key, where) -> {
            List<String> nodes = where.stream()
                    .map(b -> b.stations()
                            .getFirst()
                            .hop()
                            .map(h -> h.scope().name())
                            .orElse("?"))
                    .toList();
            int number = line(
                    Ink.INFO,
                    "",
                    key.getFirst() + " on " + some(nodes) + " carries " + key.getLast()
                            + "; its VLANs were not seen, so they may or may not share one segment.");
            where.forEach(box -> badge(box, number, Ink.INFO));
        });
    }

    /** Only the active side is drawn: a migration's other side must at least be said. */
    private void migrations(List<Machine> machines) {
        List<String> moving = machines.stream()
                .filter(m -> m.nics().stream().anyMatch(n -> !n.otherPaths().isEmpty()))
                .map(Machine::name)
                .toList();
        if (!moving.isEmpty()) {
            line(Ink.INFO, "", some(moving) + ": a migration's other paths are known and not drawn; see trace.");
        }
    }

    static String some(List<String> names) {
        if (names.size() <= MOST_NAMES + 1) {
            return names.size() < 2
                    ? String.join("", names)
                    : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        }
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + " and "
                + (names.size() - MOST_NAMES) + " more";
    }

    private int line(Ink ink, String word, String text) {
        int number = lines.size() + 1;
        lines.add(new NoteLine(top + (number - 1) * LINE + 4, number, ink, word, Type.fit(text, 220)));
        return number;
    }

    /** At the box's lower right corner; further numbers stand to the left. */
    private void badge(Box box, int number, Ink ink) {
        int before = crowd.merge(box.id(), 1, Integer::sum) - 1;
        // Within a bar it would lie on the bar's name.
        boolean bar = box.form() == Form.BAR;
        double x = bar ? box.at().x() + box.at().w() / 2 : box.at().right() - 4 - before * 18;
        double y = bar ? box.at().y() - 9 - before * 18 : box.at().bottom();
        badges.add(new Badge(x, y, number, ink));
    }

    private void badge(Pill pill, int number, Ink ink) {
        int before = crowd.merge("pill " + pill.lane(), 1, Integer::sum) - 1;
        badges.add(new Badge(pill.at().right() - 6 - before * 18, pill.at().y(), number, ink));
    }
}
