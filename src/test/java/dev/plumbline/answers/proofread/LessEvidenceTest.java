package dev.plumbline.answers.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.answers.proofread.Ruling.Truth;
import dev.plumbline.evidence.Line;
import dev.plumbline.sources.Gathered;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.weave.Weaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Less evidence may only leave a claim open: what was not collected proves nothing against a human. */
class LessEvidenceTest {

    private static final Pattern PROMPT = Pattern.compile("(?:\\[[^]]{1,80}]|sh-[0-9.]{1,8})?[#$] (.*)");
    private static final Pattern SHELL = Pattern.compile("(?:oc (?:debug|rsh)|ssh|virtctl ssh|chroot|exit)\\b.*");

    /** A transcript cut at its prompts. @param places numbers each command's stretch between two changes of shell; -1 for a change */
    private record Session(
            List<List<String>> commands, List<Integer> places, List<String> claims, Map<String, Truth> whole) {

        static Session of(String example) throws IOException {
            List<List<String>> commands = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            int place = 0;
            for (String line : Files.readAllLines(Path.of("examples", example))) {
                var prompt = PROMPT.matcher(line);
                if (prompt.matches()) {
                    boolean shell = SHELL.matcher(prompt.group(1)).matches();
                    place += shell ? 1 : 0;
                    commands.add(new ArrayList<>());
                    places.add(shell ? -1 : place);
                }
                commands.getLast().add(line);
            }
            List<String> all = commands.stream().flatMap(List::stream).toList();
            List<String> claims = LessEvidenceTest.claims(all);
            return new Session(commands, places, claims, judged(claims, all));
        }

        /** Without all outputs of some places, and without some outputs of others. */
        List<String> less(Random random) {
            Set<Integer> gone = new LinkedHashSet<>();
            places.stream().distinct().filter(_ -> random.nextInt(3) == 0).forEach(gone::add);
            List<String> left = new ArrayList<>();
            for (int i = 0; i < commands.size(); i++) {
                boolean kept = places.get(i) < 0 || (!gone.contains(places.get(i)) && random.nextInt(12) > 0);
                left.addAll(kept ? commands.get(i) : List.of());
            }
            return left;
        }
    }

    private static final Session THREE = session("three-controllers.txt");
    private static final Session ONE = session("controller-0.txt");

    private static Session session(String example) {
        try {
            return Session.of(example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 30)
    void noVerdictTurnsIntoItsOppositeForThreeMachines(@ForAll long seed) {
        holds(THREE, new Random(seed));
    }

    @Property(tries = 20)
    void noVerdictTurnsIntoItsOppositeForOneMachine(@ForAll long seed) {
        holds(ONE, new Random(seed));
    }

    @Test
    void theClaimsAreOfAllSorts() {
        for (Session session : List.of(THREE, ONE)) {
            for (Truth truth : Truth.values()) {
                assertThat(session.whole().values().stream().filter(truth::equals))
                        .as(truth.word())
                        .hasSizeGreaterThan(20);
            }
        }
    }

    private static void holds(Session session, Random random) {
        List<String> left = session.less(random);
        Map<String, Truth> less = judged(session.claims(), left);
        session.whole().forEach((claim, truth) -> {
            Truth now = less.getOrDefault(claim, Truth.UNPROVEN);
            boolean turned = (truth == Truth.TRUE && now == Truth.WRONG) || (truth == Truth.WRONG && now == Truth.TRUE);
            assertThat(turned)
                    .as("%s: %s, and with less %s; prompts left: %s", claim, truth, now, prompts(left))
                    .isFalse();
        });
    }

    private static List<String> prompts(List<String> lines) {
        return lines.stream().filter(line -> PROMPT.matcher(line).matches()).toList();
    }

    /** Pairs and rows that hold, and the same names thrown together at random. */
    private static List<String> claims(List<String> evidence) {
        Random random = new Random(7);
        Chart chart = new Chart(Weaver.weave(Evidence.of(read(evidence)).facts()));
        Set<String> claims = new LinkedHashSet<>();
        List<List<String>> lines = chart.lines().stream()
                .map(line -> line.stops().stream()
                        .filter(stop -> stop.sort().isDevice() || stop.sort() == Sort.ALIAS)
                        .map(Stop::name)
                        .toList())
                .filter(names -> names.size() > 2)
                .toList();
        for (List<String> names : lines) {
            for (int i = 1; i < names.size(); i++) {
                claims.add(names.get(i - 1) + " -- " + names.get(i));
                claims.add(names.get(i) + " -- " + names.get(i - 1));
                claims.add(names.get(random.nextInt(i)) + " -> " + names.get(i));
                claims.add(names.get(i) + " = " + names.get(random.nextInt(i)));
                claims.add(names.get(i - 1) + " -- " + any(lines, random));
                claims.add(any(lines, random) + " = " + names.get(i));
            }
            claims.add(String.join(" -> ", names));
            claims.add(String.join(" -> ", names.reversed()));
            for (int i = 0; i < 3; i++) {
                List<String> other = new ArrayList<>(names);
                other.set(random.nextInt(names.size()), any(lines, random));
                claims.add(String.join(" -> ", other));
            }
        }
        return List.copyOf(claims);
    }

    private static String any(List<List<String>> lines, Random random) {
        List<String> line = lines.get(random.nextInt(lines.size()));
        return line.get(random.nextInt(line.size()));
    }

    private static Map<String, Truth> judged(List<String> claims, List<String> evidence) {
        List<Line> lines = new ArrayList<>();
        claims.forEach(claim -> lines.add(new Line(lines.size() + 1, claim)));
        Gathered prose = new Gathered(
                List.of(new Gathered.Named("notes", "transcript")),
                List.of(),
                List.of(),
                List.of(new Gathered.Prose("notes", "", lines)),
                List.of(),
                List.of());
        Map<String, Truth> judged = new TreeMap<>();
        ProofreadCasesTest.answer(prose.and(read(evidence)), "notes")
                .remarks()
                .forEach(remark ->
                        judged.put(remark.claim().text(), remark.ruling().truth()));
        return judged;
    }

    private static Gathered read(List<String> lines) {
        byte[] text = String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8);
        return TranscriptReader.read("evidence.txt", text, List.of());
    }
}
