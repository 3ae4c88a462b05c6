package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Problem;
import org.junit.jupiter.api.Test;

class NicListingTest {

    private static NicListing listing(String text) {
        return NicListing.of(YamlFile.of("links", text)).orElseThrow();
    }

    @Test
    void ipJsonTellsNicsByTheirBus() {
        NicListing listing = listing("""
                [{"ifname":"lo","operstate":"UNKNOWN","link_type":"loopback","address":"00:00:00:00:00:00","promiscuity":0},
                 {"ifname":"ens4","operstate":"UP","link_type":"ether","address":"0a:00:5e:00:30:01","promiscuity":0,
                  "linkinfo":{"info_slave_kind":"bond","info_slave_data":{"perm_hwaddr":"0a:00:5e:00:30:02"}},
                  "parentbus":"pci","parentdev":"0000:00:04.0"},
                 {"ifname":"br-x","operstate":"UP","link_type":"ether","address":"0a:00:5e:00:30:03","promiscuity":1}]
                """);
        assertThat(listing.devices().get(1))
                .isEqualTo(new NetDevice(
                        "ens4", "0a:00:5e:00:30:01", "up", true, false, "0a:00:5e:00:30:02", "0000:00:04.0"));
        assertThat(listing.devices()).filteredOn(NetDevice::available).hasSize(1);
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void olderIpWithoutBusesTellsThemByTheLackOfAKind() {
        NicListing listing = listing("""
                [{"ifname":"ens4","operstate":"UP","link_type":"ether","address":"0a:00:5e:00:30:01","promiscuity":0},
                 {"ifname":"ens4.7","link":"ens4","operstate":"UP","link_type":"ether","promiscuity":0},
                 {"ifname":"tap0","operstate":"UP","link_type":"ether","promiscuity":1,"linkinfo":{"info_kind":"tun"}}]
                """);
        assertThat(listing.devices())
                .filteredOn(NetDevice::onBus)
                .extracting(NetDevice::name)
                .containsExactly("ens4");
    }

    @Test
    void ipJsonWithoutDetailsIsNoListingOfNics() {
        NicListing listing = listing("[{\"ifname\":\"ens4\",\"operstate\":\"UP\",\"link_type\":\"ether\"}]");
        assertThat(listing.devices()).isEmpty();
        assertThat(listing.problems())
                .extracting(Problem::message)
                .containsExactly("links:1: no details of ens4; expected the output of ip -j -d link");
    }

    @Test
    void lsTellsBusesAndNothingElse() {
        NicListing listing = listing("""
                total 0
                lrwxrwxrwx. 1 root root 0 Jan  9 08:00 br-x -> ../../devices/virtual/net/br-x
                lrwxrwxrwx. 1 root root 0 Jan  9 08:00 ens4 -> ../../devices/pci0000:00/0000:00:04.0/virtio1/net/ens4
                """);
        assertThat(listing.devices())
                .filteredOn(NetDevice::onBus)
                .containsExactly(new NetDevice("ens4", "?", "up", true, false, "", "0000:00:04.0"));
        assertThat(listing.addresses()).isFalse();
        assertThat(listing.premises()).first().asString().contains("no operstate", "taken as up");
    }

    @Test
    void aTableHasMissingFilesAndProblems() {
        NicListing listing = listing("""
                # my machine
                ens4   0a:00:5e:00:30:01   up   0000:00:04.0   driver=virtio_net
                ens5   -                   -    -
                ens4   0a:00:5e:00:30:01   up   0000:00:04.0
                ens6 up
                """);
        assertThat(listing.devices()).extracting(NetDevice::name).containsExactly("ens4", "ens5");
        assertThat(listing.devices().getLast().available()).isFalse();
        assertThat(listing.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "links:4: a device listed twice; expected each name once",
                        "links:5: 'ens6 up'; expected NAME MAC OPERSTATE PCI [KEY=VALUE]...");
    }

    @Test
    void anythingElseIsLeftToTheSources() {
        assertThat(NicListing.of(YamlFile.of("x", "[root@vm ~]# ip link\n1: lo: <LOOPBACK,UP>")))
                .isEmpty();
        assertThat(NicListing.of(YamlFile.of("x", "")).isEmpty()).isTrue();
    }

    @Test
    void netaddrsFormsOfAMac() {
        assertThat(java.util.stream.Stream.of(
                        "0a:00:5e:00:30:01",
                        "A:0:5E:0:30:1",
                        "0a-00-5e-00-30-01",
                        "0a00.5e00.3001",
                        "0a005e:003001",
                        "0a005e003001"))
                .allMatch(text -> new MappingFile.Entry("nic1", text, true).isMac());
        assertThat(java.util.stream.Stream.of(
                        "ens4", "0a:00:5e:00:30", "0a:00:5e:00:30:01:02", "0a 00", "0g:00:5e:00:30:01"))
                .noneMatch(text -> new MappingFile.Entry("nic1", text, true).isMac());
    }
}
