package dev.plumbline.systems.ospdirector;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What TripleO's roles_data.yaml says of a role as far as NIC templates ask. A deployment may bring a roles_data.yaml of
 * its own, in a tarball that is no manifest: then this is an assumption.
 *
 * @param externalBridge whether it has the tag external_bridge: the 16.2 template gives it br-ex without External
 * @param defaultRouteNetworks TripleO's network names, ControlPlane among them; empty where the role does not say, which
 *     the 16.2 template reads as ControlPlane
 */
public record TripleoRole(boolean externalBridge, Optional<List<String>> defaultRouteNetworks) {

    /** Roles of tripleo-heat-templates' roles/ whose default route is External's. */
    private static final Set<String> BY_EXTERNAL = Set.of(
            "CellController",
            "Controller",
            "ControllerAllNovaStandalone",
            "ControllerNoCeph",
            "ControllerNovaStandalone",
            "ControllerOpenstack",
            "ControllerSriov",
            "ControllerStorageDashboard",
            "ControllerStorageNfs");

    /** Those beyond them that have the tag but not the network. */
    private static final Set<String> BRIDGED = Set.of(
            "Compute",
            "ComputeAlt",
            "ComputeDVR",
            "ComputeHCI",
            "ComputeInstanceHA",
            "ComputeRealTime",
            "DistributedCompute",
            "DistributedComputeHCI",
            "Networker",
            "NetworkerSriov");

    /** Roles that are known to have neither. */
    private static final Set<String> PLAIN = Set.of(
            "BlockStorage",
            "CephAll",
            "CephFile",
            "CephObject",
            "CephStorage",
            "Database",
            "IronicConductor",
            "Messaging",
            "Novacontrol",
            "ObjectStorage",
            "Telemetry");

    /** What TripleO's own roles say; for any other name, a role that says nothing. */
    public static TripleoRole of(String roleName) {
        if (BY_EXTERNAL.contains(roleName)) {
            return new TripleoRole(true, Optional.of(List.of("External")));
        }
        return new TripleoRole(BRIDGED.contains(roleName), Optional.empty());
    }

    /** Whether TripleO brings a role of this name. */
    public static boolean isKnown(String roleName) {
        return BY_EXTERNAL.contains(roleName) || BRIDGED.contains(roleName) || PLAIN.contains(roleName);
    }

    boolean routesBy(String network) {
        return defaultRouteNetworks.map(names -> names.contains(network)).orElse(network.equals("ControlPlane"));
    }
}
