package dev.plumbline.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.OvsPort;
import dev.plumbline.systems.libvirt.LibvirtReaders;
import dev.plumbline.systems.osnetconfig.OsNetConfigReaders;
import dev.plumbline.systems.ovs.OvsReaders;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every reader of libvirt, Open vSwitch and os-net-config. */
class GuestReadersPropertyTest {

    private static final Set<String> IDS = Stream.of(LibvirtReaders.all(), OvsReaders.all(), OsNetConfigReaders.all())
            .flatMap(List::stream)
            .map(Reader::id)
            .collect(Collectors.toSet());
    private static final List<ReaderCase> CASES = ReaderCase.all().stream()
            .filter(each -> IDS.contains(each.readerId()))
            .toList();

    @Property(tries = 2000)
    void damagedInputGivesAReadingWhoseProofsStandInTheInput(
            @ForAll("cases") ReaderCase each, @ForAll("damage") Damage damage) {
        Observation observation = each.observation(damage.on(each.input()));
        Reading reading = AllReaders.named(each.readerId()).read(observation);
        Set<Integer> lines =
                observation.lines().stream().map(line -> line.number()).collect(Collectors.toSet());
        assertThat(reading.facts()).allSatisfy(fact -> {
            String text = fact.origin().text();
            boolean command = fact.origin().line() == 1;
            assertThat(command || lines.contains(fact.origin().line())).isTrue();
            assertThat(command
                            || observation.lines().stream()
                                    .anyMatch(line ->
                                            line.number() == fact.origin().line()
                                                    && line.text().contains(text)))
                    .as("%s stands in the input", text)
                    .isTrue();
        });
    }

    @Property(tries = 1000)
    void aLostLinePutsNoDeviceOnAnotherBridgeAndNoTapOnAnotherMac(@ForAll("nested") ReaderCase each, @ForAll int seed) {
        List<String> lines = each.input().lines().toList();
        int lost = Math.floorMod(seed, lines.size());
        String rest = Stream.concat(lines.subList(0, lost).stream(), lines.subList(lost + 1, lines.size()).stream())
                .collect(Collectors.joining("\n"));
        Reader reader = AllReaders.named(each.readerId());
        Set<String> whole = statements(reader.read(each.observation()));
        assertThat(whole).containsAll(statements(reader.read(each.observation(rest))));
    }

    /** Who hangs on what, without what may be missing beside it. */
    private static Set<String> statements(Reading reading) {
        return reading.facts().stream()
                .filter(fact -> !(fact instanceof Covered))
                .flatMap(GuestReadersPropertyTest::statement)
                .collect(Collectors.toSet());
    }

    private static Stream<String> statement(Fact fact) {
        return switch (fact) {
            case OvsPort p -> Stream.of(p.device() + " on " + p.bridge());
            case DomainNic n ->
                n.mac().stream().filter(_ -> !n.target().isEmpty()).map(mac -> mac + " is " + n.target());
            default -> Stream.of();
        };
    }

    @Provide
    static Arbitrary<ReaderCase> cases() {
        return Arbitraries.of(CASES);
    }

    @Provide
    static Arbitrary<ReaderCase> nested() {
        return Arbitraries.of(CASES.stream()
                .filter(each -> Set.of(
                                "ovs-vsctl-show/bridges",
                                "ovs-vsctl-show/bond-tag-patch-error",
                                "ovs-dpif-show/nested",
                                "domain-xml/every-type",
                                "virsh-domiflist/wide",
                                "ovs-ofctl-show/openflow10")
                        .contains(each.name()))
                .toList());
    }

    /** Cuts, doubles, swaps and overwrites. */
    record Damage(int kind, int at, int length, String junk) {

        String on(String input) {
            int from = input.isEmpty() ? 0 : Math.floorMod(at, input.length());
            int to = Math.min(input.length(), from + length);
            String part = input.substring(from, to);
            return switch (kind) {
                case 0 -> input.substring(0, from);
                case 1 -> input.substring(0, from) + input.substring(to);
                case 2 -> input.substring(0, to) + part + input.substring(to);
                case 3 -> input.substring(0, from) + junk + input.substring(to);
                default -> junk + part;
            };
        }
    }

    @Provide
    static Arbitrary<Damage> damage() {
        Arbitrary<String> junk = Arbitraries.strings()
                .withChars("<>&;\"{}[]:-\n\t \r0x\u0000\u2028!".toCharArray())
                .ofMaxLength(12);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers(),
                        Arbitraries.integers().between(0, 60),
                        junk)
                .as(Damage::new);
    }
}
