package dev.plumbline.cli;

import java.util.Objects;

/** Prints the version. */
public final class Plumbline {

    private Plumbline() {}

    public static void main(String[] arguments) {
        String version = Objects.requireNonNullElse(Plumbline.class.getPackage().getImplementationVersion(), "unbuilt");
        System.out.println("plumbline " + version);
    }
}
