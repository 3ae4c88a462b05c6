package dev.plumbline.systems.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Address;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.ForwardingEntry;
import dev.plumbline.facts.KernelSetting;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Neighbour;
import dev.plumbline.facts.Route;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Where a corpus of captures lies beside the project: the text and the JSON of one tool in one namespace say the same
 * of every device. {@code -Dplumbline.corpus=FOLDER} names another place.
 */
class TextAndJsonAgreeTest {

    private static final Path CORPUS = Path.of(System.getProperty("plumbline.corpus", "../shared/corpus"));

    @TestFactory
    Stream<DynamicTest> agree() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.of();
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(CORPUS)) {
            files = tree.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains("-j_"))
                    .toList();
        }
        return files.stream()
                .flatMap(json -> text(json).stream()
                        .map(text -> DynamicTest.dynamicTest(
                                CORPUS.relativize(json).toString(), () -> compare(text, json))));
    }

    private static Optional<Path> text(Path json) {
        Path text = json.resolveSibling(json.getFileName().toString().replace("-j_", ""));
        return Files.isRegularFile(text) ? Optional.of(text) : Optional.empty();
    }

    private static void compare(Path text, Path json) throws IOException {
        assertThat(said(json)).containsExactlyElementsOf(said(text));
    }

    /** What an output says, without where it says it. */
    private static List<String> said(Path file) throws IOException {
        List<String> words = List.of(file.getFileName().toString().split("_"));
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(new Line(lines.size() + 1, line));
        }
        Vantage vantage = Vantage.of(Scope.node("n"), Standing.STATED);
        Observation observation = new Observation(
                "corpus", file.toString(), vantage, new Command(words), "", Filter.NONE, new Line(0, ""), lines);
        Reader reader = LinuxReaders.all().stream()
                .filter(each -> each.reads(observation.command()))
                .findFirst()
                .orElseThrow();
        Reading reading = reader.read(observation);
        assertThat(reading.problems()).isEmpty();
        List<Fact> facts = reading.facts();
        return facts.stream()
                // Empty JSON is an answer, empty text is none; a port's settings stand in JSON alone.
                .filter(fact -> !(fact instanceof Covered) && !(fact instanceof KernelSetting) && !isAssumed(fact))
                .map(fact -> withoutOrigin(fact, facts))
                .toList();
    }

    /** An address line that the text cannot tie to its head line for sure is told apart, as assumed. */
    private static boolean isAssumed(Fact fact) {
        return fact instanceof Link && fact.vantage().standing() == Standing.ASSUMED;
    }

    private static <T> Optional<T> also(Link link, List<Fact> facts, Function<Link, Optional<T>> which) {
        return which.apply(link)
                .or(() -> facts.stream()
                        .filter(fact -> isAssumed(fact) && ((Link) fact).name().equals(link.name()))
                        .flatMap(fact -> which.apply((Link) fact).stream())
                        .findFirst());
    }

    private static String withoutOrigin(Fact fact, List<Fact> facts) {
        Origin none = new Origin("", "", 0, "", "");
        return switch (fact) {
            // The text names a peer's namespace where the JSON numbers it.
            case Link l ->
                List.of(
                                l.name(),
                                l.index(),
                                also(l, facts, Link::mac),
                                also(l, facts, Link::permanentMac),
                                l.mtu(),
                                l.state(),
                                l.flags(),
                                also(l, facts, Link::kind),
                                also(l, facts, Link::hardware),
                                l.master(),
                                l.peerIndex(),
                                l.base(),
                                l.vlan(),
                                l.altNames())
                        .toString();
            case Address a -> new Address(a.vantage(), none, a.device(), a.cidr(), a.basis()).toString();
            case Route r ->
                new Route(r.vantage(), none, r.destination(), r.gateway(), r.device(), r.basis()).toString();
            case Neighbour n -> new Neighbour(n.vantage(), none, n.address(), n.mac(), n.device()).toString();
            case ForwardingEntry e ->
                new ForwardingEntry(
                                e.vantage(), none, e.mac(), e.device(), e.bridge(), e.vlan(), e.learned(), e.state())
                        .toString();
            default -> fact.getClass().getSimpleName();
        };
    }
}
