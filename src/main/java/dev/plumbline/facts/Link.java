package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network device of one namespace, or as much of it as one output shows. Indexes are those of the scope's own network
 * namespace.
 *
 * @param name the device's name without {@code @...}
 * @param index ifindex
 * @param mac link-layer address
 * @param permanentMac the address it was made with, where the output shows it: a bond gives its ports another
 * @param mtu bytes
 * @param state operstate in upper case: UP, DOWN, UNKNOWN, LOWERLAYERDOWN ...
 * @param flags in the order shown: BROADCAST, UP, LOWER_UP, NO-CARRIER ...
 * @param kind the kernel's link kind: veth, bridge, tun, vlan, bond, openvswitch ...
 * @param hardware evidence that it is a device of its machine's hardware (a bus parent, a sysfs device, nmstate's
 *     ethernet, a detailed listing without link kind), in a few words
 * @param master the device it is a port of
 * @param peerIndex {@code @ifN}, {@code link_index}, iflink: for a veth the peer's ifindex in the peer's namespace, for a
 *     vlan or macvlan its lower device's
 * @param base {@code @NAME}: lower device or veth peer in the same namespace
 * @param netnsid the peer's namespace as this namespace numbers it
 * @param netnsName the same by the name iproute2 knows
 * @param vlan VLAN id of a vlan device
 * @param members ports or bond members that the output names, in its order
 * @param altNames alternative names
 */
public record Link(
        Vantage vantage,
        Origin origin,
        String name,
        OptionalInt index,
        Optional<Mac> mac,
        Optional<Mac> permanentMac,
        OptionalInt mtu,
        Optional<String> state,
        List<String> flags,
        Optional<String> kind,
        Optional<String> hardware,
        Optional<String> master,
        OptionalInt peerIndex,
        Optional<String> base,
        OptionalInt netnsid,
        Optional<String> netnsName,
        OptionalInt vlan,
        List<String> members,
        List<String> altNames)
        implements Fact {

    public Link {
        flags = List.copyOf(flags);
        members = List.copyOf(members);
        altNames = List.copyOf(altNames);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects what one output says of one device. */
    public static final class Builder {
        private final String name;
        private OptionalInt index = OptionalInt.empty();
        private Optional<Mac> mac = Optional.empty();
        private Optional<Mac> permanentMac = Optional.empty();
        private OptionalInt mtu = OptionalInt.empty();
        private Optional<String> state = Optional.empty();
        private List<String> flags = List.of();
        private Optional<String> kind = Optional.empty();
        private Optional<String> hardware = Optional.empty();
        private Optional<String> master = Optional.empty();
        private OptionalInt peerIndex = OptionalInt.empty();
        private Optional<String> base = Optional.empty();
        private OptionalInt netnsid = OptionalInt.empty();
        private Optional<String> netnsName = Optional.empty();
        private OptionalInt vlan = OptionalInt.empty();
        private List<String> members = List.of();
        private List<String> altNames = List.of();

        private Builder(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public Optional<String> kind() {
            return kind;
        }

        public Builder index(int value) {
            index = OptionalInt.of(value);
            return this;
        }

        public Builder mac(Optional<Mac> value) {
            mac = value;
            return this;
        }

        public Builder permanentMac(Optional<Mac> value) {
            permanentMac = value;
            return this;
        }

        public Builder mtu(int value) {
            mtu = OptionalInt.of(value);
            return this;
        }

        public Builder state(String value) {
            state = Optional.of(value);
            return this;
        }

        public Builder flags(List<String> value) {
            flags = value;
            return this;
        }

        public Builder kind(String value) {
            kind = Optional.of(value);
            return this;
        }

        public Builder hardware(String value) {
            hardware = Optional.of(value);
            return this;
        }

        public Builder master(String value) {
            master = Optional.of(value);
            return this;
        }

        public Builder peerIndex(int value) {
            peerIndex = OptionalInt.of(value);
            return this;
        }

        public Builder base(String value) {
            base = Optional.of(value);
            return this;
        }

        public Builder netnsid(int value) {
            netnsid = OptionalInt.of(value);
            return this;
        }

        public Builder netnsName(String value) {
            netnsName = Optional.of(value);
            return this;
        }

        public Builder vlan(int value) {
            vlan = OptionalInt.of(value);
            return this;
        }

        public Builder members(List<String> value) {
            members = value;
            return this;
        }

        public Builder altNames(List<String> value) {
            altNames = value;
            return this;
        }

        public Link seen(Vantage vantage, Origin origin) {
            return new Link(
                    vantage,
                    origin,
                    name,
                    index,
                    mac,
                    permanentMac,
                    mtu,
                    state,
                    flags,
                    kind,
                    hardware,
                    master,
                    peerIndex,
                    base,
                    netnsid,
                    netnsName,
                    vlan,
                    members,
                    altNames);
        }
    }
}
