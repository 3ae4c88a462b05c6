package dev.plumbline.systems.osnetconfig;

import java.util.Optional;
import java.util.stream.Stream;

/** The three branches of os-net-config that are in use; they differ in wording, in exit codes and in one rule. */
public enum Release {
    /** stable/train. */
    TRAIN("16.2", "stable/train"),
    /** stable/wallaby. */
    WALLABY("17.1", "stable/wallaby"),
    /** RHOSO and EDPM. */
    MASTER("master", "master");

    private final String word;
    private final String branch;

    Release(String word, String branch) {
        this.word = word;
        this.branch = branch;
    }

    /** The OpenStack Platform release that has it. */
    public String word() {
        return word;
    }

    public String branch() {
        return branch;
    }

    public static Optional<Release> of(String word) {
        return Stream.of(values()).filter(release -> release.word.equals(word)).findFirst();
    }
}
