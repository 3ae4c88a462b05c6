package dev.plumbline.lab.draft;

import dev.plumbline.facts.Mac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Addresses in the place of those that the real systems draw at random: the same for the same lab. */
public final class Macs {

    private Macs() {}

    /** A locally administered address. @param seed what it is for */
    public static Mac local(String seed) {
        return new Mac("02:" + tail(seed, 5));
    }

    /** One that keeps the maker's three bytes of another. */
    public static Mac beside(Mac other, String seed) {
        return new Mac(other.text().substring(0, 9) + tail(seed, 3));
    }

    private static String tail(String seed, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.ofDelimiter(":").formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
