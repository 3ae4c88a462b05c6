package dev.plumbline.lab;

import dev.plumbline.lab.ground.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** A capture written into a folder that holds none yet. */
record CaptureFolder(Path folder) {

    void free() throws LabException {
        if (Files.exists(folder.resolve("capture.json"))) {
            throw new LabException(folder + " holds a capture already");
        }
    }

    /** The index comes last: a capture that was cut short has none. */
    void write(SortedMap<String, String> files) throws LabException {
        free();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().equals("capture.json")) {
                write(file.getKey(), file.getValue());
            }
        }
        write("capture.json", files.getOrDefault("capture.json", ""));
    }

    private void write(String file, String text) throws LabException {
        try {
            Path path = folder.resolve(file).normalize();
            if (!path.startsWith(folder.normalize())) {
                throw new LabException(file + " would lie outside of " + folder);
            }
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new LabException(folder.resolve(file) + " cannot be written: " + e, e);
        }
    }
}
