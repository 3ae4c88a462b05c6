package dev.plumbline.answers.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.Evidence;
import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Fact;
import dev.plumbline.sources.Sources;
import dev.plumbline.sources.transcript.TranscriptReader;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Topology;
import dev.plumbline.weave.Weaver;
import dev.plumbline.weave.Woven;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A plan is compared like any other side: what it leaves open matches anything, what it fixes does not. */
class PlannedSideTest {

    private static final Woven FOUND = Weaver.weave(Evidence.of(Sources.open(
                    List.of("src/test/resources/diff/base.txt"),
                    (source, _, bytes) -> TranscriptReader.read(source, bytes, List.of()),
                    InputStream.nullInputStream()))
            .facts());

    @Test
    void aPlanThatCameTrueDiffersInNothing() {
        assertThat(differences(9000)).isEmpty();
    }

    @Test
    void whatThePlanFixesIsCompared() {
        assertThat(differences(1500)).containsExactly("node/rack-1 br-data mtu: 1500 > 9000");
    }

    private static List<String> differences(int mtuOfBridge) {
        Side plan = Side.planned("plan", planned(FOUND.topology(), mtuOfBridge), List.<Fact>of());
        return Differ.compare(plan, Side.observed("found", FOUND)).items().stream()
                .map(item -> item.object() + " " + item.what() + ": " + item.a() + " > " + item.b())
                .toList();
    }

    /** The same network as a plan would have it: on any node, with veths and a pod of no certain name. */
    private static Topology planned(Topology found, int mtuOfBridge) {
        return new Topology(
                found.machines().stream().map(PlannedSideTest::machine).toList(),
                List.of(),
                List.of(),
                found.devices().stream()
                        .filter(device -> device.id().scope().is(Scope.Kind.NODE))
                        .filter(device -> device.id().name().startsWith("br-")
                                || device.id().name().startsWith("ens"))
                        .map(device ->
                                device.id().name().equals("br-data") ? device(device, mtuOfBridge) : device(device, 0))
                        .toList());
    }

    private static Device device(Device device, int mtu) {
        return new Device(
                new DeviceId(scope(device.id().scope()), device.id().name()),
                device.kind(),
                OptionalInt.empty(),
                Optional.empty(),
                mtu > 0 ? OptionalInt.of(mtu) : device.mtu(),
                Optional.empty(),
                List.of(),
                device.master(),
                List.of());
    }

    private static Machine machine(Machine machine) {
        return new Machine(
                machine.kind(),
                machine.namespace(),
                machine.name(),
                "",
                List.of(),
                machine.nics().stream().map(PlannedSideTest::nic).toList());
    }

    private static Nic nic(Nic nic) {
        return new Nic(
                nic.ref(),
                nic.alias(),
                Optional.empty(),
                Optional.empty(),
                nic.mtu(),
                List.of(),
                nic.network(),
                new NicPath(
                        "planned",
                        nic.path().hops().stream()
                                .filter(hop -> !hop.scope().is(Scope.Kind.GUEST))
                                .map(PlannedSideTest::hop)
                                .toList(),
                        nic.path().verdict(),
                        nic.path().end()),
                List.of());
    }

    private static Hop hop(Hop hop) {
        boolean veth = hop.scope().is(Scope.Kind.NODE) && hop.kind() instanceof Kind.Veth;
        return new Hop(
                scope(hop.scope()),
                veth ? Optional.of("veth*ctl-0") : hop.name(),
                hop.kind(),
                OptionalInt.empty(),
                Optional.empty(),
                hop.mtu(),
                Optional.empty(),
                hop.step(),
                hop.verdict(),
                hop.rule(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                hop.why());
    }

    private static Scope scope(Scope scope) {
        return switch (scope.kind()) {
            case NODE -> Scope.node("*");
            case POD -> Scope.pod(scope.namespace(), "virt-launcher-ctl-0-*");
            default -> scope;
        };
    }
}
