package dev.plumbline.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Command;
import dev.plumbline.systems.libvirt.LibvirtReaders;
import dev.plumbline.systems.osnetconfig.OsNetConfigReaders;
import dev.plumbline.systems.ovs.OvsReaders;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands the readers of libvirt, Open vSwitch and os-net-config leave to others. */
class GuestReadersTest {

    private static final List<Reader> READERS = Stream.of(
                    LibvirtReaders.all(), OvsReaders.all(), OsNetConfigReaders.all())
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virsh",
                "virsh -c",
                "virsh domiflist",
                "virsh list --uuid",
                "virsh dumpxml 4 --xpath //mac",
                "ovs-vsctl",
                "ovs-vsctl list Interface",
                "ovs-vsctl list-br",
                "ovs-vsctl --format=json list Port",
                "ovs-vsctl show -- list-br",
                "ovs-appctl fdb/show br-x",
                "ovs-ofctl show tcp:192.0.2.1:6640",
                "ovs-ofctl dump-flows br-x",
                "cat",
                "cat /etc/os-net-config/mapping.yaml",
                "jq .network_config[0] /etc/os-net-config/config.json",
                "cat config.json",
                "cat a.xml b.xml",
                "ip link"
            })
    void leavesOtherCommandsAlone(String line) {
        Command command = new Command(List.of(line.split(" ")));
        assertThat(READERS).noneMatch(reader -> reader.reads(command));
    }
}
