package dev.plumbline.plan;

import java.util.Optional;

/**
 * A KubeVirt version by the two numbers that decide how a launcher names and plumbs a pod's devices.
 *
 * @param major 0 or 1
 * @param minor 49 of 0.49
 */
public record KubevirtVersion(int major, int minor) implements Comparable<KubevirtVersion> {

    /** Of OpenShift Virtualization 4.10, with which OSP director ran first. */
    public static final KubevirtVersion DEFAULT = new KubevirtVersion(0, 49);

    /** Reads {@code 0.49}, {@code v1.0} or {@code 1.6.2}. */
    public static Optional<KubevirtVersion> parse(String text) {
        String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", -1);
        try {
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new KubevirtVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                            .filter(version -> version.major() >= 0 && version.minor() >= 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    public boolean atLeast(int otherMajor, int otherMinor) {
        return compareTo(new KubevirtVersion(otherMajor, otherMinor)) >= 0;
    }

    @Override
    public int compareTo(KubevirtVersion other) {
        int majors = Integer.compare(major, other.major);
        return majors != 0 ? majors : Integer.compare(minor, other.minor);
    }
}
