package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.systems.osnetconfig.NicOrder.Candidate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NicOrderTest {

    private static List<String> ordered(String... names) {
        return List.copyOf(NicOrder.aliases(
                        Stream.of(names).map(n -> new Candidate(n, "up", true)).toList())
                .values());
    }

    @Test
    void digitsCompareAsNumbers() {
        assertThat(ordered("enp10s0", "enp1s10", "enp2s0", "enp1s9", "enp1s0"))
                .containsExactly("enp1s0", "enp1s9", "enp1s10", "enp2s0", "enp10s0");
    }

    @Test
    void functionAndPortSuffixesAreText() {
        assertThat(ordered("ens1f1np1", "ens1f0np0", "ens1")).containsExactly("ens1", "ens1f0np0", "ens1f1np1");
    }

    @Test
    void embeddedComeFirstByPlainPrefix() {
        assertThat(ordered("ens2", "eno3", "em9", "eth1", "ethernet0", "ib0", "emulated5", "enp1s0"))
                .containsExactly("em9", "emulated5", "eno3", "eth1", "ethernet0", "enp1s0", "ens2", "ib0");
    }

    @Test
    void upperCaseSortsFirstAndIsNotEmbedded() {
        assertThat(ordered("ens1", "ETH0", "eth4")).containsExactly("eth4", "ETH0", "ens1");
    }

    @Test
    void equalKeysStayAsGiven() {
        assertThat(ordered("ns01", "ns1")).containsExactly("ns01", "ns1");
        assertThat(ordered("ns1", "ns01")).containsExactly("ns1", "ns01");
    }

    @Test
    void onlyTheOperstateUpIsActive() {
        List<Candidate> nics = List.of(
                new Candidate("ens1", "unknown", true),
                new Candidate("ens2", "UP", true),
                new Candidate("ens3", "down", true),
                new Candidate("ens4", "lowerlayerdown", true),
                new Candidate("ens5", "", true),
                new Candidate("ens6", "up\n", true));
        assertThat(NicOrder.aliases(nics)).isEqualTo(Map.of("nic1", "ens2", "nic2", "ens6"));
    }

    @Test
    void devicesOfNoHardwareHaveNoNumber() {
        List<Candidate> nics = List.of(
                new Candidate("br-wan", "up", false),
                new Candidate("lo", "up", true),
                new Candidate("ens2", "up", true));
        assertThat(NicOrder.aliases(nics)).isEqualTo(Map.of("nic1", "ens2"));
    }

    @Test
    void aMissingNicShiftsAllLaterNumbers() {
        assertThat(NicOrder.aliases(List.of(
                        new Candidate("ens1", "up", true),
                        new Candidate("ens2", "down", true),
                        new Candidate("ens3", "up", true))))
                .containsEntry("nic2", "ens3");
    }

    @Test
    void aliasesAreExact() {
        assertThat(Stream.of("nic1", "nic10", "nic123")).allMatch(NicOrder::isAlias);
        assertThat(Stream.of("nic0", "NIC1", "nic01", "nic", "nic1.20", "nica", ""))
                .noneMatch(NicOrder::isAlias);
    }
}
