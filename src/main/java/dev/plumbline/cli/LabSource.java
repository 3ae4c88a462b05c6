package dev.plumbline.cli;

import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.sources.Held;
import dev.plumbline.sources.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a lab that stands, {@code lab:NAME}, as its capture would be read; {@code lab:} is the one without a name. */
record LabSource(Labs labs) implements Held.Opener {

    static final String LAB = "lab:";

    @Override
    public Optional<Held> open(String spec) {
        if (!spec.startsWith(LAB)) {
            return Optional.empty();
        }
        LabName name = named(spec);
        try {
            SortedMap<String, byte[]> files = new TreeMap<>();
            labs.capture(name).forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new Held(LAB + name, "lab", files));
        } catch (LabException failed) {
            throw new SourceException(spec, failed.says(), "");
        }
    }

    private static LabName named(String spec) {
        String name = spec.substring(LAB.length());
        return name.isEmpty()
                ? LabName.DEFAULT
                : LabName.parse(name)
                        .orElseThrow(() -> new SourceException(
                                spec, "no lab's name", "expected 1 to 32 of a-z, 0-9 and the hyphen"));
    }
}
