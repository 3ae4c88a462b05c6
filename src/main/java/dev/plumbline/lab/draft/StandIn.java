package dev.plumbline.lab.draft;

import dev.plumbline.lab.ground.Netns;

/**
 * What is built in the place of something planned: one attribute of one device.
 *
 * @param device as the lab names it
 * @param attribute in the words of {@code diff}, so that it can be told from a difference
 * @param planned empty where nothing was planned
 * @param built empty where nothing stands for it
 * @param why a sentence, the same for all of one cause
 */
public record StandIn(Netns place, String device, String attribute, String planned, String built, String why)
        implements Comparable<StandIn> {

    /** A device of another sort. */
    public static StandIn kind(Netns place, String device, String planned, String built, String why) {
        return new StandIn(place, device, "kind", planned, built, why);
    }

    /** No device at all. */
    public static StandIn missing(Netns place, String device, String why) {
        return new StandIn(place, device, "device", "there", "", why);
    }

    /** A VLAN of a port that no bridge keeps apart. */
    public static StandIn flat(LabBuild.Tag tag, String why) {
        return tag.pvid()
                ? new StandIn(tag.place(), tag.port(), "vlan", String.valueOf(tag.vlan()), "", why)
                : new StandIn(
                        tag.place(),
                        tag.port(),
                        "vlan " + tag.vlan(),
                        tag.untagged() ? "leaves untagged" : "tagged",
                        "",
                        why);
    }

    @Override
    public int compareTo(StandIn other) {
        return java.util.Comparator.comparing(StandIn::why)
                .thenComparing(StandIn::place)
                .thenComparing(StandIn::device)
                .thenComparing(StandIn::attribute)
                .thenComparing(StandIn::planned)
                .compare(this, other);
    }

    /** {@code enp7s0 vlan 20: tagged > -}. */
    public String says() {
        return device + " " + attribute + ": " + or(planned) + " > " + or(built);
    }

    private static String or(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
