package dev.plumbline.weave;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.facts.Link;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A device as all observations of its place together show it. Each attribute is worked out once: every rule asks for the same
 * few.
 */
final class Sighting {

    /** The kernel's word for "port of nothing", which only a whole line of {@code ip} can say. */
    static final String NO_MASTER = "";

    private final DeviceId id;
    private final List<Link> links;
    private final List<Link> shown;
    private final List<Held<String>> masters;
    private final List<Held<Integer>> indexes;
    private final List<Held<Integer>> peers;
    private final List<Held<Mac>> macs;
    private final Optional<String> kind;
    private final List<Held<String>> bases;
    private final Optional<String> hardware;

    /** @param links what was seen of it, sorted by origin, at least one */
    Sighting(DeviceId id, List<Link> links) {
        this.id = id;
        this.links = List.copyOf(links);
        this.masters = Held.among(
                links, link -> link.master().or(() -> wholeLine(link) ? Optional.of(NO_MASTER) : Optional.empty()));
        this.indexes = Held.among(links, link -> boxed(link.index()));
        this.peers = Held.among(links, link -> boxed(link.peerIndex()).filter(peer -> !isOwnIndex(links, link, peer)));
        boolean sureMac = links.stream().anyMatch(link -> link.mac().isPresent() && !toldApart(link));
        this.shown = sureMac ? links.stream().filter(link -> !toldApart(link)).toList() : this.links;
        this.macs = Held.among(shown, link -> link.permanentMac().or(link::mac));
        boolean peer = links.stream().anyMatch(link -> link.peerIndex().isPresent());
        this.kind = last(link -> link.kind()
                .filter(_ -> peer || link.index().isPresent() || link.vantage().standing() != Standing.ASSUMED));
        this.bases = Held.among(links, Link::base);
        this.hardware = last(Link::hardware);
    }

    DeviceId id() {
        return id;
    }

    /** What was seen of it, sorted by origin. */
    List<Link> links() {
        return links;
    }

    String name() {
        return id.name();
    }

    Scope scope() {
        return id.scope();
    }

    /** Masters as seen; {@link #NO_MASTER} where a whole line shows none. */
    List<Held<String>> masters() {
        return masters;
    }

    List<Held<Integer>> indexes() {
        return indexes;
    }

    List<Held<Integer>> peers() {
        return peers;
    }

    /** The address the NIC was made with, where a listing shows that it was changed since. */
    List<Held<Mac>> macs() {
        return macs;
    }

    /**
     * A kind that was told apart from its head line, because another's may be missing between, counts only where the device
     * shows the index of a peer or a lower device: it then tells which of the two, and not which way the device leads.
     */
    Optional<String> kind() {
        return kind;
    }

    /** Lower devices, or local peers, as seen. */
    List<Held<String>> bases() {
        return bases;
    }

    Optional<String> base() {
        return bases.isEmpty() ? Optional.empty() : Optional.of(bases.getLast().value());
    }

    Optional<String> hardware() {
        return hardware;
    }

    /** sysfs prints a device's own index as iflink where it has no peer; a peer of the same index has a namespace id. */
    private static boolean isOwnIndex(List<Link> links, Link link, int peer) {
        return link.index().isEmpty()
                && link.netnsid().isEmpty()
                && links.stream().anyMatch(other -> other.index().equals(OptionalInt.of(peer)));
    }

    Optional<Mac> mac() {
        List<Held<Mac>> held = Held.among(shown, Link::mac);
        return held.isEmpty() ? Optional.empty() : Optional.of(held.getLast().value());
    }

    /** An address line told apart from its head line, which may be another device's: it yields to one that is surely its own. */
    private static boolean toldApart(Link link) {
        return link.vantage().standing() == Standing.ASSUMED
                && link.index().isEmpty()
                && link.flags().isEmpty();
    }

    OptionalInt mtu() {
        return unboxed(last(link -> boxed(link.mtu())));
    }

    OptionalInt index() {
        return newest(indexes);
    }

    OptionalInt peerIndex() {
        return newest(peers);
    }

    private static OptionalInt newest(List<Held<Integer>> held) {
        return held.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(held.getLast().value());
    }

    Optional<Integer> netnsid() {
        return last(link -> boxed(link.netnsid()));
    }

    Optional<String> netnsName() {
        return last(Link::netnsName);
    }

    OptionalInt vlan() {
        return unboxed(last(link -> boxed(link.vlan())));
    }

    List<String> members() {
        return last(link -> link.members().isEmpty() ? Optional.empty() : Optional.of(link.members()))
                .orElse(List.of());
    }

    /** Whether it surely has no device behind it in another namespace: its whole line shows neither peer nor base. */
    boolean shownWithoutPeer() {
        return links.stream().anyMatch(Sighting::wholeLine) && peerIndex().isEmpty() && base().isEmpty();
    }

    /** A line of {@code ip} that reached its state column has shown a master if there was one. */
    private static boolean wholeLine(Link link) {
        return link.index().isPresent()
                && link.mtu().isPresent()
                && link.state().isPresent()
                && !link.flags().isEmpty();
    }

    /** The newest statement: by time where known, else the last one read. */
    private <T> Optional<T> last(Function<Link, Optional<T>> attribute) {
        List<Held<T>> held = Held.among(links, attribute);
        return held.isEmpty() ? Optional.empty() : Optional.of(held.getLast().value());
    }

    Kind deviceKind() {
        return switch (kind().orElse("")) {
            case "tun" -> new Kind.Tap();
            case "bridge" -> new Kind.Bridge();
            case "ovs-bridge" -> new Kind.OvsBridge();
            case "veth" -> new Kind.Veth(peerIndex(), unboxed(netnsid()));
            case "vlan" -> new Kind.Vlan(vlan(), base());
            case "bond" -> new Kind.Bond(members());
            case "" ->
                hardware()
                        .<Kind>map(Kind.Nic::new)
                        .orElseGet(() -> peerIndex().isPresent()
                                ? new Kind.Veth(peerIndex(), unboxed(netnsid()))
                                : new Kind.Link());
            default -> new Kind.Other(kind().orElseThrow());
        };
    }

    Device device() {
        return device(deviceKind());
    }

    /** The device where its place in the line says what sort it is. */
    Device device(Kind kind) {
        return new Device(
                id,
                kind,
                index(),
                mac(),
                mtu(),
                last(Link::state).map(state -> state.toLowerCase(Locale.ROOT)),
                last(link -> link.flags().isEmpty() ? Optional.empty() : Optional.of(link.flags()))
                        .orElse(List.of()),
                masters().stream()
                        .map(Held::value)
                        .filter(master -> !master.isEmpty())
                        .findFirst(),
                evidence());
    }

    /** Where it was seen, the first places only. */
    List<Origin> evidence() {
        return Held.shown(links);
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static OptionalInt unboxed(Optional<Integer> value) {
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }
}
