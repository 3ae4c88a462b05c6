package dev.plumbline.lab.ground;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a network namespace inside a lab, a file's under /run/netns.
 *
 * @param name {@code fabric}, {@code node.worker-1}, {@code pod.openstack.launcher-x} or {@code guest.openstack.controller-0}
 */
public record Netns(String name) implements Comparable<Netns> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-zA-Z0-9._-]{0,199}");

    public static final Netns FABRIC = new Netns("fabric");

    public Netns {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a network namespace's name");
        }
    }

    public static Optional<Netns> parse(String name) {
        return FORM.matcher(name).matches() ? Optional.of(new Netns(name)) : Optional.empty();
    }

    /** The own name of what it stands for; that of a pod, a guest or a node may hold dots, a Kubernetes namespace not. */
    public String own() {
        int first = name.indexOf('.');
        int second = name.indexOf('.', first + 1);
        return name.startsWith("node.") || second < 0 ? name.substring(first + 1) : name.substring(second + 1);
    }

    @Override
    public int compareTo(Netns other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
