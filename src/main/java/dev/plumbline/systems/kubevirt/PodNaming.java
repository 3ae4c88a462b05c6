package dev.plumbline.systems.kubevirt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How KubeVirt names the devices of a launcher pod (pkg/network/namescheme, pkg/network/link/names.go). Ordinal names
 * up to 0.59, hashed ones from 1.0 on; a migrated pod keeps its source's scheme. Names are hints, never proof.
 */
public final class PodNaming {

    /** The MAC of every masquerade bridge since KubeVirt 0.42: no identity. */
    public static final String MASQUERADE_BRIDGE_MAC = "02:00:00:00:00:00";

    /** The pod's first interface under either scheme. */
    public static final String PRIMARY = "eth0";

    /** The tap of the pod's first interface under either scheme. */
    public static final String PRIMARY_TAP = "tap0";

    private static final int HASH_LENGTH = 11;
    private static final Pattern ORDINAL = Pattern.compile("net([1-9][0-9]{0,8})");
    private static final Pattern HASHED = Pattern.compile("pod[0-9a-f]{11}");
    private static final Pattern RENAMED = Pattern.compile("(?:[0-9a-f]{11}|net[1-9][0-9]{0,8}|eth0)-nic");
    private static final Pattern TAP = Pattern.compile("tap(?:0|[1-9][0-9]{0,8}|[0-9a-f]{11})");

    private PodNaming() {}

    /** First 11 digits of the lower-case hexadecimal SHA-256 of the VMI's network name (not the definition's). */
    public static String hash(String network) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(network.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The pod interface of a secondary network from 1.0 on. */
    public static String hashedInterface(String network) {
        return "pod" + hash(network);
    }

    /** @param place 1-based place among the Multus networks in {@code spec.networks} */
    public static String ordinalInterface(int place) {
        return "net" + place;
    }

    /** The bridge between a pod interface and its tap. */
    public static String bridge(String podInterface) {
        return "k6t-" + bare(podInterface);
    }

    /** The tap of a pod interface. */
    public static String tap(String podInterface) {
        return isOrdinal(podInterface) || isHashed(podInterface) ? "tap" + podInterface.substring(3) : PRIMARY_TAP;
    }

    /** The name that the veth gets when a dummy takes its own. */
    public static String renamed(String podInterface) {
        return bare(podInterface) + "-nic";
    }

    private static String bare(String podInterface) {
        return isHashed(podInterface) ? podInterface.substring(3) : podInterface;
    }

    public static boolean isOrdinal(String device) {
        return ORDINAL.matcher(device).matches();
    }

    /** The place of an ordinal interface; empty for any other name. */
    public static OptionalInt place(String device) {
        Matcher matcher = ORDINAL.matcher(device);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    public static boolean isHashed(String device) {
        return HASHED.matcher(device).matches();
    }

    public static boolean isRenamed(String device) {
        return RENAMED.matcher(device).matches();
    }

    public static boolean isTap(String device) {
        return TAP.matcher(device).matches();
    }

    public static boolean isBridge(String device) {
        return device.startsWith("k6t-") && device.length() > 4;
    }
}
