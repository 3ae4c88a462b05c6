package dev.plumbline.systems;

import java.util.List;

/** The readers of every system, for tests that go over all of them. */
final class AllReaders {

    private AllReaders() {}

    static List<Reader> all() {
        return Readers.all();
    }

    static Reader named(String id) {
        return all().stream()
                .filter(reader -> reader.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reader has the id " + id));
    }
}
