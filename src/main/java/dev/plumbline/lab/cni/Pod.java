package dev.plumbline.lab.cni;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A pod to be attached.
 *
 * @param netns the path of its network namespace
 */
public record Pod(String namespace, String name, String netns) {

    /** The sandbox's id: any would do, but the same each time. */
    String containerId() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((namespace + "/" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without a UID, as of a pod that no API server knows. */
    String arguments() {
        return "IgnoreUnknown=true;K8S_POD_NAMESPACE=" + namespace + ";K8S_POD_NAME=" + name
                + ";K8S_POD_INFRA_CONTAINER_ID=" + containerId();
    }
}
