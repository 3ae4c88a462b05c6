package dev.plumbline.answers.check;

import dev.plumbline.answers.Scene;
import dev.plumbline.facts.NetworkDefinition;
import java.util.Optional;

/** What a NIC's network asks for. */
final class Expected {

    private Expected() {}

    /** The definition of the NIC's network, where both are known. */
    static Optional<NetworkDefinition> definition(Scene scene, Scene.Owned owned) {
        return owned.nic().network().name().flatMap(name -> {
            int slash = name.indexOf('/');
            String namespace = slash < 0 ? owned.machine().namespace() : name.substring(0, slash);
            String own = name.substring(slash + 1);
            return scene.facts(NetworkDefinition.class).stream()
                    .filter(one -> one.name().equals(own)
                            && (one.namespace().isEmpty() || one.namespace().equals(namespace)))
                    .max(java.util.Comparator.comparing(
                                    (NetworkDefinition one) -> !one.bridge().isEmpty())
                            .thenComparing(one -> !one.resource().isEmpty()));
        });
    }

    /** The node bridge that the network's configuration names; the scheduling hint where only that was seen. */
    static Optional<String> bridge(Scene scene, Scene.Owned owned) {
        return definition(scene, owned)
                .map(one -> one.bridge().isEmpty() ? one.resource() : one.bridge())
                .filter(bridge -> !bridge.isEmpty());
    }
}
