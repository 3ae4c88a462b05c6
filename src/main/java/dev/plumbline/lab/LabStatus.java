package dev.plumbline.lab;

import dev.plumbline.lab.ground.LabName;

/**
 * How it stands with a lab.
 *
 * @param stands whether its anchor lives
 * @param building whether another process builds it just now
 * @param anchor the anchor's process number; 0 where none is known
 */
public record LabStatus(LabName name, boolean stands, boolean building, long anchor, LabDescription description) {

    /** One word: up, building or dead. */
    public String word() {
        return building ? "building" : stands ? "up" : "dead";
    }
}
