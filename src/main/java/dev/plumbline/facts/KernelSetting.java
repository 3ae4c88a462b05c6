package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A setting of the kernel that decides where frames go.
 *
 * @param device empty where it holds for the whole namespace
 * @param name as iproute2's JSON names it ({@code isolated}, {@code state} of a bridge's port, {@code vlan_filtering}), or the
 *     last word of a sysctl ({@code arp_ignore}, {@code ip_forward}); {@code frames-from}, the source MACs that a filter of
 *     bridged frames takes from a port, with commas between, or {@code ?} where its rules are not followed;
 *     {@code ip_rules}, {@code more} where routing asks other tables than the kernel's three
 * @param value as the kernel prints it: {@code true}, {@code forwarding}, {@code 1}
 */
public record KernelSetting(Vantage vantage, Origin origin, String device, String name, String value) implements Fact {

    /** The name of a filter's setting, which no kernel has. */
    public static final String FRAMES_FROM = "frames-from";

    /** The value where a filter's rules are not followed. */
    public static final String UNFOLLOWED = "?";
}
