package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.systems.osnetconfig.run.Configuration;
import dev.plumbline.systems.osnetconfig.run.Host;
import dev.plumbline.systems.osnetconfig.run.NetConfigRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NicMappingPropertyTest {

    @Property
    void numbersAreOneToTheCountOfActiveNics(@ForAll("devices") List<NetDevice> devices, @ForAll Release release) {
        Map<String, String> aliases = aliases(devices, release);
        List<String> active =
                devices.stream().filter(NetDevice::active).map(NetDevice::name).toList();
        assertThat(aliases.keySet())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, active.size())
                        .mapToObj(n -> "nic" + n)
                        .toList());
        assertThat(aliases.values()).containsExactlyInAnyOrderElementsOf(active);
    }

    @Property
    void anInactiveNicMightAsWellBeGone(@ForAll("devices") List<NetDevice> devices, @ForAll Release release) {
        List<NetDevice> active = devices.stream().filter(NetDevice::active).toList();
        assertThat(aliases(active, release)).isEqualTo(aliases(devices, release));
    }

    @Property
    void theListingsOrderDecidesAmongEqualNamesOnly(
            @ForAll("devices") List<NetDevice> devices, @ForAll Random random, @ForAll Release release) {
        List<NetDevice> distinct = new ArrayList<>();
        Set<String> keys = new TreeSet<>(NicOrder::compareNaturally);
        devices.stream().filter(device -> keys.add(device.name())).forEach(distinct::add);
        Map<String, String> before = aliases(distinct, release);
        java.util.Collections.shuffle(distinct, random);
        assertThat(aliases(distinct, release)).isEqualTo(before);
    }

    @Property
    void aNicThatGoesDownMovesOnlyLaterOnesAndByOne(@ForAll("devices") List<NetDevice> devices) {
        Map<String, String> before = aliases(devices, Release.TRAIN);
        for (NetDevice gone : devices.stream().filter(NetDevice::active).toList()) {
            List<String> order = new ArrayList<>(before.values());
            order.remove(gone.name());
            List<NetDevice> then = devices.stream()
                    .map(device -> device.equals(gone) ? device.with("down") : device)
                    .toList();
            assertThat(aliases(then, Release.TRAIN).values()).containsExactlyElementsOf(order);
        }
    }

    @Property
    void withAnyMappingFileNoNicHasTwoAliases(
            @ForAll("devices") List<NetDevice> devices, @ForAll("entries") List<MappingFile.Entry> entries) {
        NicMapping mapping =
                NicMapping.of(host(devices), new MappingFile(entries, Optional.empty(), true), Release.MASTER);
        assertThat(new HashSet<>(mapping.aliases().values()))
                .hasSameSizeAs(mapping.aliases().values());
        assertThat(devices.stream().filter(NetDevice::available).map(NetDevice::name))
                .containsAll(mapping.aliases().values());
        mapping.aliases().forEach((alias, device) -> {
            if (!mapping.byFile().contains(alias)) {
                assertThat(alias).isEqualTo("nic" + (mapping.active().indexOf(device) + 1));
            }
        });
    }

    @Property
    void anyTextIsReadToTheEnd(@ForAll("texts") String text, @ForAll Release release) {
        assertThatCode(() -> {
                    YamlFile file = YamlFile.of("any", text);
                    NicHost host = new NicHost(
                            NicListing.of(file).map(NicListing::devices).orElse(List.of()),
                            StateFile.dpdk(file),
                            StateFile.sriov(file));
                    Host machine = Host.of(host, MappingFile.read(file));
                    NetConfigRun.of(machine, Configuration.of(file, machine, release), release);
                })
                .doesNotThrowAnyException();
    }

    private static Map<String, String> aliases(List<NetDevice> devices, Release release) {
        return NicMapping.of(host(devices), MappingFile.NONE, release).aliases();
    }

    private static NicHost host(List<NetDevice> devices) {
        return new NicHost(devices, StateFile.NONE, StateFile.NONE);
    }

    @Provide
    static Arbitrary<List<NetDevice>> devices() {
        Arbitrary<NetDevice> device = Combinators.combine(
                        names(),
                        macs(),
                        Arbitraries.of("up", "UP", "down", "unknown", ""),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(false, false, true))
                .as((name, mac, state, bus, function) -> new NetDevice(name, mac, state, bus, function, "", ""));
        return device.list().uniqueElements(NetDevice::name).ofMaxSize(12);
    }

    private static Arbitrary<String> names() {
        return Combinators.combine(
                        Arbitraries.of("ens", "eth", "eno", "enp1s", "em", "lan0", "lo"),
                        Arbitraries.integers().between(0, 12))
                .as((stem, number) -> stem.equals("lo") ? stem : stem + number);
    }

    private static Arbitrary<String> macs() {
        return Arbitraries.integers().between(0, 9).map(n -> n == 0 ? "" : "0a:00:5e:00:20:0" + n);
    }

    @Provide
    static Arbitrary<List<MappingFile.Entry>> entries() {
        Arbitrary<String> alias =
                Arbitraries.oneOf(Arbitraries.integers().between(1, 6).map(n -> "nic" + n), names());
        return Combinators.combine(alias, Arbitraries.oneOf(names(), macs()))
                .as((name, value) -> new MappingFile.Entry(name, value, true))
                .list()
                .uniqueElements(MappingFile.Entry::alias)
                .ofMaxSize(6);
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                        "interface_mapping:",
                        "network_config:",
                        "\n",
                        "\n  ",
                        "- ",
                        "nic1",
                        ": ",
                        "ens1",
                        "{",
                        "}",
                        "[",
                        "]",
                        "\"",
                        "'",
                        ",",
                        "\t",
                        "name: ",
                        "pci_address: ",
                        "device_type: pf",
                        "type: ovs_bridge",
                        "members: ",
                        "primary: true",
                        "vlan_id: 7",
                        "52:54:00:12:34:56",
                        " up 0000:01:00.0",
                        "~",
                        "&a",
                        "*a",
                        "|\n",
                        "\u0000",
                        "\ufeff",
                        "\"ifname\": \"x\"",
                        " -> ../../devices/pci0000:00/net/",
                        "0x1f",
                        "#")
                .list()
                .ofMaxSize(24)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(60));
    }
}
