package dev.plumbline.systems.ospdirector;

import java.util.List;

/**
 * What the operator makes of its resources in one namespace, once it has come to rest.
 *
 * @param objects those that it makes, sorted by kind, namespace and name; one that is among the given resources too
 *     takes its place
 * @param completed the given resources as the API server then holds them: with the webhooks' defaults and a status
 * @param addresses of all hosts
 * @param removedHosts VMs among the resources that it deletes, sorted
 * @param obstacles what it cannot do, in the order of places
 */
public record Derived(
        List<DerivedObject> objects,
        List<DerivedObject> completed,
        HostAddresses addresses,
        List<String> removedHosts,
        List<Obstacle> obstacles) {}
