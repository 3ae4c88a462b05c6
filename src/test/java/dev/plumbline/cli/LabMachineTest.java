package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Ground;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Output;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example with a virtual machine for its controller: what virsh, the guest's kernel and a capture of both show. */
class LabMachineTest {

    private static final LabName NAME = new LabName("test-machine");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void ground() {
        Ground.forMachines();
    }

    @AfterEach
    void down() {
        plumbline("lab", "down", "--name", NAME.text());
    }

    private int plumbline(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Map<String, String> environment = Map.of(
                "XDG_STATE_HOME",
                folder.resolve("state").toString(),
                "XDG_CACHE_HOME",
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(""),
                "HOME",
                System.getProperty("user.home"));
        return new Plumbline(Wiring.parts(), new Surroundings(out, err, false, false, environment))
                .run(List.of(words))
                .number();
    }

    private int lab(String... words) {
        List<String> all = new ArrayList<>(List.of("lab", "--name", NAME.text()));
        all.addAll(List.of(words));
        return plumbline(all.toArray(String[]::new));
    }

    private String inPod(String... command) throws LabException {
        Labs labs = Labs.of(folder.resolve("state").toString(), "/");
        String pod = labs.status(NAME).description().machines().getFirst().pod();
        Output output = labs.run(NAME, pod, List.of(command), PATIENCE);
        assertThat(output.fine()).as(output.complaint()).isTrue();
        return output.out();
    }

    /** One machine takes seconds to start: so all is seen on one. */
    @Test
    void aMachineIsSeenByVirshItsOwnKernelItsGatewaysAndItsCapture() throws Exception {
        assertThat(lab("up", "examples/seed-environment", "--guest", "vm", "--first-mac", "02:7e:90:00:00:4d"))
                .as(err.toString())
                .isZero();

        assertThat(inPod("virsh", "list")).isEqualTo("""
                 Id   Name                     State
                ----------------------------------------
                 1    openstack_controller-0   running

                """);
        assertThat(inPod("virsh", "domiflist", "1")).isEqualTo("""
                 Interface   Type       Source   Model                     MAC
                ------------------------------------------------------------------------------
                 tap0        ethernet   -        virtio-non-transitional   02:7e:90:00:00:4d
                 tap1        ethernet   -        virtio-non-transitional   02:7e:90:00:00:4e
                 tap2        ethernet   -        virtio-non-transitional   02:7e:90:00:00:4f
                 tap3        ethernet   -        virtio-non-transitional   02:7e:90:00:00:50
                 tap4        ethernet   -        virtio-non-transitional   02:7e:90:00:00:51
                 tap5        ethernet   -        virtio-non-transitional   02:7e:90:00:00:52
                 tap6        ethernet   -        virtio-non-transitional   02:7e:90:00:00:53

                """);

        assertThat(lab("exec", "controller-0", "--", "ip", "link")).isZero();
        List<String> mtus = List.of("1400", "1500", "1500", "1500", "9000", "1500", "9000");
        List<String> masters = List.of("", "", "master ovs-system ", "", "", "", "master ovs-system ");
        for (int i = 0; i < 7; i++) {
            assertThat(out.toString())
                    .containsPattern((i + 2) + ": enp" + (i + 1) + "s0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu "
                            + mtus.get(i) + " qdisc \\S+ " + masters.get(i) + "state UP .*\n"
                            + "    link/ether 02:7e:90:00:00:" + Integer.toHexString(0x4d + i) + " ");
        }
        assertThat(out.toString()).contains("ovs-system: ", "br-ex: ", "br-tenant: ");

        String pings = "for to in 172.22.0.1:1472 10.0.0.1:1472 172.17.0.1:1472 172.18.0.1:8972 172.20.0.1:8972 "
                + "172.30.0.1:1372; do ping -q -c 1 -W 5 -M do -s ${to#*:} ${to%:*} >/dev/null "
                + "|| ping -q -c 1 -W 5 -M do -s ${to#*:} ${to%:*} >/dev/null || echo $to; done";
        assertThat(lab("exec", "controller-0", "--", "sh", "-c", pings)).isZero();
        assertThat(out.toString()).as("gateways that do not answer").isEmpty();
        assertThat(lab("exec", "controller-0", "--", "ping", "-c", "1", "-M", "do", "-s", "1473", "172.17.0.1"))
                .isOne();
        assertThat(lab("exec", "controller-0", "--", "sh", "-c", "printf 'no end'; exit 7"))
                .isOne();
        assertThat(out.toString()).isEqualTo("no end");

        Path capture = folder.resolve("capture");
        assertThat(lab("capture", "--dest", capture.toString())).isZero();
        assertThat(plumbline("map", "-o", "json", capture.toString())).isZero();
        assertThat(out.toString().split("\"rule\" ?: ?\"domain-mac\"", -1))
                .as("steps from a guest's NIC to its tap")
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void howManyMachinesIsANumber() {
        assertThat(lab("up", "examples/seed-environment", "--guest", "vm", "--max-vms", "none"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("expected a number");
    }
}
