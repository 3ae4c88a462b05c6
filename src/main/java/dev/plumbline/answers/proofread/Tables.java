package dev.plumbline.answers.proofread;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Origin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tables whose first row names columns: with bars, or set with blanks. */
final class Tables {

    private static final Set<Sort> GUEST = EnumSet.of(Sort.GUEST_NIC, Sort.GUEST_UPPER, Sort.ALIAS);
    private static final Set<Sort> BRIDGES = EnumSet.of(Sort.NODE_BRIDGE, Sort.POD_BRIDGE, Sort.GUEST_UPPER);
    private static final Map<String, Set<Sort>> HEADS = heads();

    /** @param sorts what each column holds; empty where its head does not say */
    private record Table(boolean bars, List<Set<Sort>> sorts) {}

    private final Map<Integer, Table> rows = new HashMap<>();
    private final Set<Integer> others;
    private final Predicate<String> known;

    private Tables(Set<Integer> others, Predicate<String> known) {
        this.others = others;
        this.known = known;
    }

    static Tables of(List<Line> lines, Predicate<String> known) {
        Tables tables = new Tables(new java.util.HashSet<>(), known);
        Optional<Table> open = Optional.empty();
        for (Line line : lines) {
            Optional<Table> head = head(line.text(), known);
            if (head.isPresent()) {
                open = head;
                tables.others.add(line.number());
            } else if (line.text().isBlank()) {
                open = Optional.empty();
            } else if (open.isPresent() && isRule(line.text())) {
                tables.others.add(line.number());
            } else if (open.isPresent()
                    && cells(line.text(), open.get().bars()).size()
                            == open.get().sorts().size()) {
                tables.rows.put(line.number(), open.get());
            } else {
                open = Optional.empty();
            }
        }
        return tables;
    }

    boolean holds(Line line) {
        return rows.containsKey(line.number()) || others.contains(line.number());
    }

    Optional<Claim> row(Line line, Origin origin) {
        Table table = rows.get(line.number());
        if (table == null) {
            return Optional.empty();
        }
        List<Token> cells = cells(line.text(), table.bars());
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Token cell = cells.get(i);
            Set<Sort> sorts = table.sorts().get(i);
            boolean named = known.test(cell.text())
                    || cell.isNameLike()
                    || (!sorts.isEmpty() && cell.text().matches("[A-Za-z][\\w.:@-]{1,62}"));
            if (named) {
                words.add(new Word(cell.text(), cell.column(), sorts));
            }
        }
        boolean seen = words.stream().anyMatch(word -> known.test(word.text()));
        return words.size() > 1 && seen
                ? Optional.of(new Claim(origin, joined(words), Claim.Form.ROW, words))
                : Optional.empty();
    }

    private static String joined(List<Word> words) {
        return String.join(" | ", words.stream().map(Word::text).toList());
    }

    private static Optional<Table> head(String text, Predicate<String> known) {
        boolean bars = text.contains("|");
        List<Token> cells = cells(text, bars);
        List<Set<Sort>> sorts = new ArrayList<>();
        int heads = 0;
        for (Token cell : cells) {
            String word = cell.text().toLowerCase(Locale.ROOT);
            if (known.test(cell.text()) && !HEADS.containsKey(word)) {
                return Optional.empty();
            }
            heads += HEADS.containsKey(word) ? 1 : 0;
            sorts.add(HEADS.getOrDefault(word, Set.of()));
        }
        boolean table = heads >= 2 && (bars || heads == cells.size());
        return table ? Optional.of(new Table(bars, sorts)) : Optional.empty();
    }

    private static boolean isRule(String text) {
        return text.chars().allMatch(c -> "|-=+: \t".indexOf(c) >= 0);
    }

    private static List<Token> cells(String text, boolean bars) {
        if (!bars) {
            return Token.of(text);
        }
        List<Token> cells = new ArrayList<>();
        int from = 0;
        int end = text.stripTrailing().length();
        while (from <= end) {
            int bar = text.indexOf('|', from);
            int to = bar < 0 ? end : bar;
            boolean outer = (from == 0 && text.substring(0, to).isBlank())
                    || (bar < 0 && text.substring(Math.min(from, end), end).isBlank());
            if (!outer) {
                cells.add(cell(text.substring(from, to), from));
            }
            from = to + 1;
        }
        return cells;
    }

    private static Token cell(String text, int from) {
        List<Token> words = Token.of(text);
        if (words.size() != 1) {
            return new Token(
                    text.strip(), from + text.length() - text.stripLeading().length(), text);
        }
        Token word = words.getFirst();
        return new Token(word.text(), from + word.column(), word.raw());
    }

    private static Map<String, Set<Sort>> heads() {
        Map<String, Set<Sort>> heads = new HashMap<>();
        List.of("nic", "guest", "guest nic", "guest interface", "vm nic", "vm interface", "guest device", "nics")
                .forEach(head -> heads.put(head, GUEST));
        List.of("interface", "device", "port", "link", "alias").forEach(head -> heads.put(head, Set.of()));
        List.of("tap", "tap device", "vnet").forEach(head -> heads.put(head, Set.of(Sort.TAP)));
        List.of("veth", "host veth", "node veth").forEach(head -> heads.put(head, Set.of(Sort.VETH)));
        List.of("bridge", "node bridge", "linux bridge").forEach(head -> heads.put(head, BRIDGES));
        List.of("uplink", "node nic", "physical", "physical nic", "pnic", "host nic")
                .forEach(head -> heads.put(head, Set.of(Sort.NODE_LINK)));
        List.of("pod", "launcher", "pod interface")
                .forEach(head -> heads.put(head, EnumSet.of(Sort.POD, Sort.POD_LINK)));
        List.of("network", "net").forEach(head -> heads.put(head, EnumSet.of(Sort.NETWORK, Sort.POD_LINK)));
        List.of("node", "worker", "hypervisor").forEach(head -> heads.put(head, Set.of(Sort.NODE)));
        List.of("vm", "machine", "controller", "instance", "host")
                .forEach(head -> heads.put(head, EnumSet.of(Sort.MACHINE, Sort.NODE)));
        List.of("mac", "mac address").forEach(head -> heads.put(head, Set.of(Sort.MAC)));
        List.of("ip", "address", "ip address").forEach(head -> heads.put(head, Set.of(Sort.ADDRESS)));
        return Map.copyOf(heads);
    }
}
