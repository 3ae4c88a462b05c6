package dev.plumbline.cli;

import dev.plumbline.plan.Blueprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two plans are of the same resources. */
final class Resources {

    private static final int SHOWN = 16;

    private Resources() {}

    /** Of the planned topology and its facts: of what the resources mean, not of how they are written. */
    static String hash(Survey survey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(survey.topology().toString().getBytes(StandardCharsets.UTF_8));
            survey.blueprint()
                    .map(Blueprint::objects)
                    .ifPresent(objects -> objects.forEach(
                            object -> digest.update(object.label().getBytes(StandardCharsets.UTF_8))));
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
