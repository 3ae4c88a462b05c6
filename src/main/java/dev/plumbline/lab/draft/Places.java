package dev.plumbline.lab.draft;

import dev.plumbline.evidence.Scope;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.topology.DeviceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names that a plan's places and devices have in a lab. Where the real system draws a part of a name at random the lab
 * takes one that is the same each time.
 */
public final class Places {

    /** What Kubernetes makes the random end of a pod's name of. */
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private static final int POD_RANDOM = 5;
    private static final int VETH_RANDOM = 8;

    private final Map<Netns, Scope> known = new TreeMap<>();

    /** The place of a scope; empty where a lab has none for it. */
    public Optional<Netns> of(Scope scope) {
        Optional<Netns> place = switch (scope.kind()) {
            case NODE -> Netns.parse("node." + (scope.name().equals("*") ? "any" : scope.name()));
            case POD -> Netns.parse("pod." + scope.namespace() + "." + pod(scope));
            case GUEST -> Netns.parse("guest." + scope.namespace() + "." + scope.name());
            default -> Optional.empty();
        };
        place.ifPresent(netns -> known.putIfAbsent(netns, scope));
        return place;
    }

    private static String pod(Scope scope) {
        String name = scope.name();
        if (!name.endsWith("*")) {
            return name;
        }
        StringBuilder random = new StringBuilder();
        for (byte one : digest(scope.path(), POD_RANDOM)) {
            random.append(LETTERS.charAt(Byte.toUnsignedInt(one) % LETTERS.length()));
        }
        return name.substring(0, name.length() - 1) + random;
    }

    /** The device's name in the lab; empty where no device can have such a name. */
    public static Optional<String> device(DeviceId id) {
        String name = id.name();
        int random = name.indexOf('*');
        if (random >= 0) {
            StringBuilder hex = new StringBuilder(name.substring(0, random));
            for (byte one : digest(id.toString(), VETH_RANDOM / 2)) {
                hex.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
            }
            name = hex.toString();
        }
        return Optional.of(name).filter(LabBuild::isDevice);
    }

    /** All places asked for so far, with what they stand for. */
    public Map<Netns, Scope> known() {
        return new TreeMap<>(known);
    }

    private static byte[] digest(String text, int bytes) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(all, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
