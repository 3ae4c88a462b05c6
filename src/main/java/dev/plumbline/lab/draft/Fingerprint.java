package dev.plumbline.lab.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Tells whether two builds are the same: of what is built, not of where manifests ask for it. */
public final class Fingerprint {

    private static final int SHOWN = 16;

    private Fingerprint() {}

    public static String of(LabBuild build) {
        StringJoiner text = new StringJoiner("\n");
        text.add(build.kubevirt().toString()).add(build.guests().toString());
        build.places().forEach(place -> text.add(place.name()));
        build.wires()
                .forEach(wire -> text.add(new LabBuild.Wire(wire.one(), wire.other(), Optional.empty()).toString()));
        build.bridges()
                .forEach(one -> text.add(new LabBuild.Bridge(
                                one.place(), one.name(), one.mtu(), one.mac(), one.filtering(), Optional.empty())
                        .toString()));
        build.uppers().forEach(upper -> text.add(upper(upper)));
        build.ports()
                .forEach(port -> text.add(
                        new LabBuild.Port(port.place(), port.device(), port.bridge(), Optional.empty()).toString()));
        build.tags().forEach(tag -> text.add(tag.toString()));
        new TreeMap<>(build.networks())
                .forEach((name, definition) ->
                        text.add(name).add(definition.at("spec", "config").text()));
        build.pods()
                .forEach(pod -> text.add(
                        pod.node() + " " + pod.pod() + " " + pod.annotation().text()));
        build.nics().forEach(nic -> text.add(nic(nic)));
        build.switches()
                .forEach(one -> text.add(new LabBuild.Switch(
                                one.place(), one.name(), one.mac(), one.mtu(), one.ports(), Optional.empty())
                        .toString()));
        build.addresses()
                .forEach(one -> text.add(
                        new LabBuild.Address(one.place(), one.device(), one.address(), Optional.empty()).toString()));
        build.routes()
                .forEach(one -> text.add(
                        new LabBuild.Route(one.place(), one.destination(), one.via(), one.device(), Optional.empty())
                                .toString()));
        build.files().forEach(file -> text.add(file.toString()));
        return digest(text.toString());
    }

    private static String upper(LabBuild.Upper upper) {
        return switch (upper) {
            case LabBuild.Vlan one ->
                new LabBuild.Vlan(one.place(), one.name(), one.base(), one.id(), one.mtu(), Optional.empty())
                        .toString();
            case LabBuild.Bond one ->
                new LabBuild.Bond(one.place(), one.name(), one.mode(), one.members(), one.mtu(), Optional.empty())
                        .toString();
        };
    }

    private static String nic(VmNic nic) {
        return new VmNic(
                        nic.pod(),
                        nic.guest(),
                        nic.binding(),
                        nic.network(),
                        nic.podDevice(),
                        nic.guestDevice(),
                        nic.mac(),
                        nic.mtu(),
                        nic.guestMtu(),
                        nic.renamed(),
                        nic.subnet(),
                        nic.order(),
                        Optional.empty())
                .toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
