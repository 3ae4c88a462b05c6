package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A NIC of a libvirt domain, as domiflist or the domain XML shows it; the scope is that of the libvirt that was
 * asked (the launcher pod).
 *
 * @param domain the domain’s name or id as the command or the XML names it; empty where neither does
 * @param target the host-side device (tap); empty where none
 * @param mac the guest’s MAC
 * @param type ethernet, bridge, user, vhostuser, hostdev ...
 * @param model virtio-non-transitional, virtio, e1000e ...; empty where not shown
 * @param network KubeVirt’s network name from the alias {@code ua-NAME}; empty where not shown
 * @param mtu bytes
 * @param pci guest PCI address {@code 0000:05:00.0} in libvirt’s hexadecimal; empty where not shown
 * @param linkDown whether the XML says {@code <link state='down'/>}
 * @param order 0-based place in the listing
 */
public record DomainNic(
        Vantage vantage,
        Origin origin,
        String domain,
        String target,
        Optional<Mac> mac,
        String type,
        String model,
        String network,
        OptionalInt mtu,
        String pci,
        boolean linkDown,
        int order)
        implements Fact {}
