package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of {@code ip link} and {@code ip addr}, by iproute2 or busybox, also with {@code -o}, where a backslash
 * stands for each line's end. Lines belong to the head line before them only where the filter leaves neighbours
 * together.
 *
 * <p>A paste may lack lines: without this device's address line and the next one's head line, the next one's address
 * would stand beneath this device. So an address is this device's for sure only where the next head line bears the next
 * index, where a labelled {@code inet} line of the same device follows, or where one line or one device was shown;
 * elsewhere it is told apart, as assumed.
 */
final class IpText {

    private final Observation observation;
    private final Selection selection;
    private final List<Fact> facts = new ArrayList<>();
    private Optional<Entry> open = Optional.empty();
    private boolean broken;
    private boolean absent;
    private boolean labelled;
    private final LostLines lost = new LostLines();

    /** The link whose lines are being read. */
    private record Entry(Line line, HeadLine head, LinkDetails details, List<Fact> addresses) {}

    IpText(Observation observation, Selection selection) {
        this.observation = observation;
        this.selection = selection;
    }

    List<Fact> read() {
        for (Line line : observation.lines()) {
            String text = line.text();
            if (text.startsWith("netns: ")) {
                // "ip -all netns exec" prints one namespace after another; what follows is no longer this scope's.
                close(false, false);
                broken = true;
                return facts;
            }
            lost.take(text);
            if (HeadLine.begins(text)) {
                begin(line);
            } else if (!text.isBlank()) {
                beneath(line, text, observation.filter().keepsNeighbours());
            }
        }
        close(observation.filter().equals(Filter.NONE), false);
        return facts;
    }

    /** Whether part of the output could not be read. */
    boolean broken() {
        return broken || lost.any();
    }

    /** Whether the tool said that the one device asked for does not exist. */
    boolean absent() {
        return absent;
    }

    private void begin(Line line) {
        boolean contiguous = observation.filter().equals(Filter.NONE) || observation.filter() instanceof Filter.Part;
        List<String> parts = List.of(line.text().split("\\\\"));
        String first = parts.isEmpty() ? "" : parts.getFirst();
        Optional<HeadLine> head = HeadLine.parse(first);
        close(
                contiguous,
                head.isPresent()
                        && open.isPresent()
                        && head.get().index() == open.get().head().index() + 1);
        if (head.isPresent()) {
            open = Optional.of(new Entry(line, head.get(), new LinkDetails(head.get()), new ArrayList<>()));
            parts.stream().skip(1).filter(part -> !part.isBlank()).forEach(part -> beneath(line, part, true));
            if (parts.size() > 1) {
                close(true, true);
            }
        } else if (!oneLineAddress(line, first)) {
            broken = true;
        }
    }

    /** {@code 2: br-ex    inet 10.0.0.5/24 ... br-ex}: with -o, ip addr prints a line an address and no head line. */
    private boolean oneLineAddress(Line line, String text) {
        Words words = Words.of(text);
        String name = words.at(1);
        boolean address = words.at(2).equals("inet") || words.at(2).equals("inet6");
        if (!address || !DeviceName.valid(name)) {
            return false;
        }
        cidr(words.from(2)).ifPresent(cidr -> facts.add(address(line, name, cidr)));
        return true;
    }

    private void beneath(Line line, String text, boolean together) {
        Words words = Words.of(text);
        String first = words.at(0);
        if (!together || words.gap()) {
            broken |= !words.at(0).equals("--") && words.gap();
            close(false, false);
        }
        if (first.equals("inet") || first.equals("inet6")) {
            takeAddress(line, words);
            return;
        }
        absent |= text.startsWith("Device \"") && text.endsWith("\" does not exist.");
        boolean foreign = !Character.isWhitespace(text.charAt(0)) && !first.startsWith("link/") && !words.gap();
        if (foreign) {
            boolean farewell = text.startsWith("Removing debug pod");
            broken |= !farewell && (open.isPresent() || !facts.isEmpty());
            close(farewell, false);
        } else if (open.isEmpty()) {
            broken |= observation.filter().equals(Filter.NONE);
        } else if (!fits(open.get(), first) || !open.get().details().take(words)) {
            broken = true;
            close(false, false);
        }
    }

    /** The link layer comes first: behind an address of the entry it is that of a device whose head line is lost. */
    private static boolean fits(Entry entry, String first) {
        return !first.startsWith("link/") || entry.addresses().isEmpty();
    }

    private void takeAddress(Line line, Words words) {
        Optional<String> cidr = cidr(words);
        if (cidr.isEmpty()) {
            return;
        }
        String label = label(words);
        String head = open.map(entry -> entry.head().name()).orElse("");
        if (open.isPresent() && (label.isEmpty() || label.equals(head))) {
            open.get().addresses().add(address(line, head, cidr.get()));
            labelled |= label.equals(head) && !head.isEmpty();
        } else {
            // The label is of another device: the head line between was lost, or this last line is broken off.
            boolean cut =
                    head.startsWith(label) && line.equals(observation.lines().getLast());
            broken |= open.isPresent() || label.isEmpty();
            close(false, false);
            if (!cut && DeviceName.valid(label)) {
                facts.add(address(line, label, cidr.get()));
            }
        }
    }

    private static Optional<String> cidr(Words words) {
        String cidr = words.at(2).equals("peer") ? CidrText.local(words.at(1), words.at(3)) : words.at(1);
        return CidrText.valid(cidr) && words.has("scope") ? Optional.of(cidr) : Optional.empty();
    }

    /** The device at the end of an inet line, without alias; empty where there is none, as on inet6 lines. */
    private static String label(Words words) {
        int scope = words.all().indexOf("scope");
        boolean hasLabel = words.at(0).equals("inet") && words.size() > scope + 2;
        return hasLabel && !ADDRESS_FLAGS.contains(words.last()) ? DeviceName.withoutAlias(words.last()) : "";
    }

    private static final List<String> ADDRESS_FLAGS = List.of(
            "dynamic",
            "permanent",
            "secondary",
            "temporary",
            "tentative",
            "deprecated",
            "dadfailed",
            "noprefixroute",
            "home",
            "nodad",
            "mngtmpaddr",
            "optimistic",
            "autojoin",
            "stable-privacy");

    private Address address(Line line, String device, String cidr) {
        return new Address(observation.vantage(), observation.at(line), device, cidr, Address.Basis.OBSERVED);
    }

    /**
     * @param whole whether all lines of the entry are known to be there
     * @param next whether the entry of the very next index follows, so that no head line between can be missing
     */
    private void close(boolean whole, boolean next) {
        if (open.isPresent()) {
            Entry entry = open.get();
            boolean own = next || labelled || selection.isOne(entry.head().name());
            Link.Builder link = entry.head().link();
            selection.linkKind().ifPresent(link::kind);
            entry.head().state().ifPresent(link::state);
            entry.head().peerIndex().ifPresent(link::peerIndex);
            entry.head().base().ifPresent(link::base);
            entry.details().addTo(link, whole, own);
            facts.add(link.seen(observation.vantage(), observation.at(entry.line())));
            if (own) {
                settings(entry);
            } else {
                assumed(entry, whole).ifPresent(facts::add);
            }
            facts.addAll(entry.addresses());
            open = Optional.empty();
            labelled = false;
        }
    }

    private void settings(Entry entry) {
        entry.details()
                .settings()
                .forEach((name, value) -> facts.add(new KernelSetting(
                        observation.vantage(),
                        observation.at(entry.line()),
                        entry.head().name(),
                        name,
                        value)));
    }

    private Optional<Fact> assumed(Entry entry, boolean whole) {
        if (!entry.details().hasMac()) {
            return Optional.empty();
        }
        Vantage vantage = observation.vantage();
        Vantage assumed = new Vantage(vantage.scope(), Standing.ASSUMED, vantage.incarnation(), vantage.time());
        Link.Builder link = Link.named(entry.head().name());
        selection.linkKind().ifPresent(link::kind);
        entry.details().addIdentity(link, whole);
        return Optional.of(link.seen(assumed, observation.at(entry.line())));
    }
}
