package dev.plumbline.plan.review;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.Derived;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rules look at.
 *
 * @param inputs by namespace, sorted
 * @param derived what the operator makes of them, one for each of the inputs
 * @param given all resources that are to be applied
 * @param existing resources as the cluster has them now; empty where it is not known
 */
public record Reviewed(
        List<DirectorInputs> inputs, List<Derived> derived, List<ApiResource> given, List<ApiResource> existing) {

    static final String GROUP = "osp-director.openstack.org";

    public Reviewed {
        inputs = List.copyOf(inputs);
        derived = List.copyOf(derived);
        given = List.copyOf(given);
        existing = List.copyOf(existing);
    }

    /** The resource of this kind and name that the cluster has now. */
    Optional<Tree> before(String kind, Tree tree) {
        return existing.stream()
                .filter(each -> each.is(GROUP, kind)
                        && each.name().equals(tree.at("metadata", "name").text())
                        && isNamespace(
                                each.namespace(),
                                tree.at("metadata", "namespace").text()))
                .map(ApiResource::tree)
                .findFirst();
    }

    /** A net config that is there, but refused, is not missing. */
    Obstacle explained(Obstacle obstacle) {
        if (!obstacle.rule().equals("net-config-missing")) {
            return obstacle;
        }
        List<Tree> refused = given.stream()
                .filter(each -> each.is(GROUP, "OpenStackNetConfig"))
                .map(each -> each.tree().at("metadata", "name"))
                .filter(name -> inputs.stream()
                        .flatMap(each -> each.netConfigs().stream())
                        .noneMatch(each ->
                                each.tree().at("metadata", "name").spot().equals(name.spot())))
                .toList();
        return refused.isEmpty()
                ? obstacle
                : new Obstacle(
                        obstacle.rule(),
                        obstacle.at().text() + " wants networks, and OpenStackNetConfig "
                                + refused.getFirst().text() + " is refused",
                        obstacle.at(),
                        refused);
    }

    /** Given resources of a group and kind, and those that exist. */
    Stream<Tree> all(String group, String kind) {
        return Stream.concat(given.stream(), existing.stream())
                .filter(each -> each.is(group, kind))
                .map(ApiResource::tree);
    }

    /** A manifest that names no namespace goes where it is applied. */
    private static boolean isNamespace(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
