package dev.plumbline.systems;

import java.util.List;
import java.util.stream.Stream;

/** The readers of every system, for tests that go over all of them. */
final class AllReaders {

    private AllReaders() {}

    static List<Reader> all() {
        return Stream.<List<Reader>>of(
                        dev.plumbline.systems.kubernetes.KubernetesReaders.all()
                        )
                .flatMap(List::stream)
                .toList();
    }

    static Reader named(String id) {
        return all().stream()
                .filter(reader -> reader.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reader has the id " + id));
    }
}
