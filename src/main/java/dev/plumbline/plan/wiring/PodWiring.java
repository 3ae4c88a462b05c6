package dev.plumbline.plan.wiring;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Attachment;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.NetworkDefinition.Config;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.plan.wiring.Manifests.Pod;
import dev.plumbline.plan.wiring.Placing.Place;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Nic.NicAddress;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** One pod on secondary networks: an interface for each attachment, in the order of its annotation. */
final class PodWiring {

    private final ClusterWiring all;
    private final PodSeen pod;
    private final List<Attachment> attachments;
    private final Place place;
    private final Scope scope;

    PodWiring(ClusterWiring all, Pod pod) {
        this.all = all;
        this.pod = pod.seen();
        this.attachments = pod.attachments();
        this.place = all.placing().of(this.pod.node(), this.pod.nodeSelector());
        this.scope = Scope.pod(this.pod.namespace(), this.pod.name())
                .inCluster(all.cluster().cluster());
    }

    Machine machine() {
        return new Machine(
                "pod",
                pod.namespace(),
                pod.name(),
                "planned",
                List.of(place.placement(pod.name(), pod.origin())),
                attachments.stream().map(this::nic).toList());
    }

    private Nic nic(Attachment attachment) {
        Optional<NetworkDefinition> definition = all.manifests().definition(pod.namespace(), attachment.network());
        OptionalInt mtu = definition.map(NodeSide::mtu).orElse(OptionalInt.empty());
        Device device = all.drawing()
                .add(Drawing.device(
                        new DeviceId(scope, attachment.device()),
                        definition.map(NodeSide::kind).orElse(new Kind.Link()),
                        attachment.mac(),
                        mtu,
                        Optional.empty(),
                        List.of(attachment.origin())));
        NicPath path = path(attachment, device, definition);
        String own = pod.namespace() + "/";
        String network = attachment.network();
        return new Nic(
                attachment.device(),
                Optional.empty(),
                Optional.of(attachment.device()),
                attachment.mac(),
                Line.lowestMtu(path),
                addresses(attachment, device, definition),
                new Nic.Network(
                        Optional.of(network.startsWith(own) ? network.substring(own.length()) : network),
                        Verdict.INFERRED,
                        Rule.POD_ANNOTATION.id(),
                        List.of(),
                        List.of(attachment.origin())),
                path,
                List.of());
    }

    private NicPath path(Attachment attachment, Device device, Optional<NetworkDefinition> definition) {
        Line line = new Line();
        line.step(Step.MEMBER, device, Rule.POD_INTERFACE, List.of(attachment.origin()), List.of());
        if (definition.isEmpty()) {
            line.gap(
                    place.node(),
                    Step.PEER,
                    all.missing(pod.namespace(), attachment.network()),
                    List.of(attachment.origin()));
            return line.end("unknown");
        }
        String port = all.label("pod", pod.namespace(), pod.name()) + "." + attachment.device();
        return line.end(all.nodeSide(place, pod.namespace(), definition.get())
                .follow(line, definition.get(), port, attachment.origin()));
    }

    /** Those that the annotation asks for; else those that the definition gives every pod. */
    private List<NicAddress> addresses(Attachment attachment, Device device, Optional<NetworkDefinition> definition) {
        Optional<Config> config = definition.flatMap(NetworkDefinition::config);
        List<String> given = config.map(Config::addresses).orElse(List.of());
        TreeSet<String> addresses = new TreeSet<>(attachment.addresses().isEmpty() ? given : attachment.addresses());
        config.map(Config::routes)
                .orElse(List.of())
                .forEach(route -> all.drawing()
                        .route(
                                scope,
                                route.destination(),
                                route.gateway(),
                                attachment.device(),
                                definition.map(NetworkDefinition::origin).orElse(attachment.origin())));
        return addresses.stream()
                .map(cidr -> {
                    all.drawing().address(device.id(), cidr, attachment.origin());
                    return new NicAddress(cidr, attachment.device(), "planned", List.of(attachment.origin()));
                })
                .toList();
    }
}
