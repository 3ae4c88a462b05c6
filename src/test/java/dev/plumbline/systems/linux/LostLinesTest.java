package dev.plumbline.systems.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Link;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A paste lacks lines: an address must not stand with the device above it as if nothing were lost. */
class LostLinesTest {

    private static final String HEAD_2 = "2: ens3: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT";
    private static final String HEAD_3 = "3: ens4: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT";
    private static final String HEAD_4 = "4: ens5: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT";
    private static final String MAC_2 = "    link/ether 0a:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff";
    private static final String MAC_3 = "    link/ether 0a:00:00:00:00:03 brd ff:ff:ff:ff:ff:ff";

    @Test
    void theNextIndexConfirmsTheAddressAbove() {
        assertThat(sure("ip link", HEAD_2, MAC_2, HEAD_3)).containsExactly("ens3 0a:00:00:00:00:02");
    }

    @Test
    void aMissingIndexLeavesItOpenWhoseAddressItIs() {
        // ens3's own address and ens4's head line are lost.
        assertThat(sure("ip link", HEAD_2, MAC_3, HEAD_4)).isEmpty();
        assertThat(assumed("ip link", HEAD_2, MAC_3, HEAD_4)).containsExactly("ens3 0a:00:00:00:00:03");
    }

    @Test
    void behindTheLastLineMayStandAnything() {
        assertThat(sure("ip link", HEAD_2, MAC_2)).isEmpty();
    }

    @Test
    void aLabelBehindTheAddressConfirmsIt() {
        assertThat(sure("ip addr", HEAD_2, MAC_2, "    inet 192.0.2.5/24 brd 192.0.2.255 scope global ens3"))
                .containsExactly("ens3 0a:00:00:00:00:02");
    }

    @Test
    void aLabelBeforeTheAddressDoesNot() {
        assertThat(sure("ip addr", HEAD_2, "    inet 192.0.2.5/24 brd 192.0.2.255 scope global ens3", MAC_3))
                .isEmpty();
    }

    @Test
    void oneDeviceAloneIsItself() {
        assertThat(sure("ip link show ens3", HEAD_2, MAC_2)).containsExactly("ens3 0a:00:00:00:00:02");
    }

    @Test
    void aKindThatNeverHasAPeerIsAnothersBelowAPeer() {
        List<Link> links = links(
                "ip -d link",
                "8: net5@if65: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master k6t-net5 state UP mode DEFAULT",
                "    link/ether 0a:00:00:00:00:08 brd ff:ff:ff:ff:ff:ff link-netnsid 0 promiscuity 1",
                "    tun type tap pi off vnet_hdr on persist on numtxqueues 1 numrxqueues 1");

        assertThat(links).noneMatch(link -> link.kind().isPresent());
    }

    private static List<String> sure(String command, String... lines) {
        return macs(Standing.STATED, command, lines);
    }

    private static List<String> assumed(String command, String... lines) {
        return macs(Standing.ASSUMED, command, lines);
    }

    private static List<String> macs(Standing standing, String command, String... lines) {
        return links(command, lines).stream()
                .filter(link ->
                        link.vantage().standing() == standing && link.mac().isPresent())
                .map(link -> link.name() + " " + link.mac().orElseThrow())
                .toList();
    }

    private static List<Link> links(String command, String... lines) {
        List<Line> numbered = new ArrayList<>();
        for (String line : lines) {
            numbered.add(new Line(numbered.size() + 2, line));
        }
        Observation observation = new Observation(
                "paste.txt",
                "",
                Vantage.of(Scope.host("app-1"), Standing.STATED),
                new Command(List.of(command.split(" "))),
                "",
                Filter.NONE,
                new Line(1, "$ " + command),
                numbered);
        return new IpLinkReader()
                .read(observation).facts().stream()
                        .filter(Link.class::isInstance)
                        .map(Link.class::cast)
                        .toList();
    }
}
