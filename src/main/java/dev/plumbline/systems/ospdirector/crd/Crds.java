package dev.plumbline.systems.ospdirector.crd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schemas of the operator's networking kinds (config/crd/bases), each in a file of {@link ShapeReader}'s notation. Of
 * a resource only the spec is described: the API server drops a status that is applied.
 */
final class Crds {

    static final String GROUP = "osp-director.openstack.org";

    /** Served versions by kind. */
    static final Map<String, List<String>> VERSIONS = Map.of(
            "OpenStackBaremetalSet", List.of("v1beta1"),
            "OpenStackClient", List.of("v1beta1"),
            "OpenStackControlPlane", List.of("v1beta1", "v1beta2"),
            "OpenStackIPSet", List.of("v1beta1"),
            "OpenStackMACAddress", List.of("v1beta1"),
            "OpenStackNet", List.of("v1beta1"),
            "OpenStackNetAttachment", List.of("v1beta1"),
            "OpenStackNetConfig", List.of("v1beta1"),
            "OpenStackVMSet", List.of("v1beta1", "v1beta2"));

    private Crds() {}

    /** The spec's shape; empty for a kind or version that is not known. */
    static Optional<Shape.Fields> spec(String kind, String version) {
        if (!VERSIONS.getOrDefault(kind, List.of()).contains(version)) {
            return Optional.empty();
        }
        try (InputStream file = Crds.class.getResourceAsStream(kind + "." + version)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(ShapeReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Whether the operator's mutating webhook takes the object through its Go types first: what was not given comes out
     * of them as the empty string, 0 or false, and so is there when the schema is asked.
     */
    static boolean isFilled(String kind) {
        return !kind.equals("OpenStackMACAddress");
    }
}
