package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.Reading;

/** A configuration that a deployment will put into a guest, before there is a file. */
public final class PlannedConfig {

    /** Where TripleO puts the file; its name ends json or yaml. */
    public static final String FOLDER = "/etc/os-net-config/";

    private PlannedConfig() {}

    /** Whether a guest's file is os-net-config's configuration rather than a mapping or a state of its own. */
    public static boolean isOne(String path) {
        return path.startsWith(FOLDER + "config.");
    }

    /** @param guest the guest that will have it */
    public static Reading read(Vantage guest, Tree root) {
        return ConfigFile.read(guest, root);
    }
}
