package dev.plumbline.systems.ospdirector;

import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import dev.plumbline.systems.ospdirector.DirectorInputs.BaremetalSet;
import dev.plumbline.systems.ospdirector.DirectorInputs.Client;
import dev.plumbline.systems.ospdirector.DirectorInputs.ControlPlane;
import dev.plumbline.systems.ospdirector.DirectorInputs.Existing;
import dev.plumbline.systems.ospdirector.DirectorInputs.VmSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the operator's resources out of all resources. An object that names no namespace is of the one namespace that
 * the operator's other objects name; where they name none, or several, it is of {@value #DEFAULT_NAMESPACE}, where the
 * operator's documentation puts them all.
 */
public final class InputsReader {

    public static final String GROUP = "osp-director.openstack.org";
    public static final String DEFAULT_NAMESPACE = "openstack";

    private static final Set<String> VERSIONS = Set.of("v1beta1", "v1beta2");
    private static final Set<String> INPUTS = Set.of(
            "OpenStackNetConfig",
            "OpenStackControlPlane",
            "OpenStackVMSet",
            "OpenStackBaremetalSet",
            "OpenStackClient");

    private final List<ApiResource> resources;
    private final String home;
    private final Map<Type, SortedMap<String, ApiResource>> byType = new HashMap<>();
    private final Given given = new Given();

    private record Type(String namespace, String group, String kind) {}

    /**
     * @param inputs one for each namespace with a resource that asks for something, sorted by namespace
     * @param problems values that cannot be read, in the order of their places; the defaults hold for them
     */
    public record Result(List<DirectorInputs> inputs, List<Problem> problems) {}

    private InputsReader(List<ApiResource> resources) {
        this.resources = resources.stream()
                .sorted(Comparator.comparing(ApiResource::kind)
                        .thenComparing(ApiResource::name)
                        .thenComparing(each -> each.tree().spot().origin()))
                .toList();
        List<String> named = resources.stream()
                .filter(each -> each.group().equals(GROUP))
                .map(ApiResource::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .toList();
        this.home = named.size() == 1 ? named.getFirst() : DEFAULT_NAMESPACE;
    }

    /** The order of the resources does not matter. */
    public static Result read(List<ApiResource> resources) {
        return new InputsReader(resources).result();
    }

    private Result result() {
        sort();
        TreeSet<String> namespaces = new TreeSet<>();
        for (ApiResource each : resources) {
            boolean ours = each.group().equals(GROUP);
            if (ours && !VERSIONS.contains(each.version())) {
                given.refuse(each.tree().at("apiVersion"), "apiVersion", GROUP + "/v1beta1 or v1beta2");
            } else if (ours && INPUTS.contains(each.kind())) {
                namespaces.add(namespace(each));
            }
        }
        List<DirectorInputs> inputs = namespaces.stream().map(this::inputs).toList();
        List<Problem> problems = given.problems().stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::origin).thenComparing(Problem::found))
                .toList();
        return new Result(inputs, problems);
    }

    private String namespace(ApiResource resource) {
        return resource.namespace().isEmpty() ? home : resource.namespace();
    }

    private DirectorInputs inputs(String namespace) {
        SetsReader sets = new SetsReader(given);
        List<ControlPlane> controlPlanes = ours(namespace, "OpenStackControlPlane").stream()
                .map(each ->
                        sets.controlPlane(each.tree(), namespace, each.version().equals("v1beta1")))
                .toList();
        Set<String> made = controlPlanes.stream()
                .flatMap(plane -> plane.roles().stream())
                .map(Role::setName)
                .collect(Collectors.toSet());
        List<VmSet> vmSets = ours(namespace, "OpenStackVMSet").stream()
                .filter(each -> !made.contains(each.name()))
                .flatMap(each -> sets.vmSet(each.tree(), namespace).stream())
                .toList();
        List<BaremetalSet> baremetalSets = ours(namespace, "OpenStackBaremetalSet").stream()
                .flatMap(each -> sets.baremetalSet(each.tree(), namespace).stream())
                .toList();
        List<Client> clients = ours(namespace, "OpenStackClient").stream()
                .filter(each -> controlPlanes.isEmpty() || !each.name().equals(HostSets.CLIENT))
                .map(each -> sets.client(each.tree(), namespace))
                .toList();
        List<NetConfig> netConfigs = ours(namespace, "OpenStackNetConfig").stream()
                .map(each -> new NetConfigReader(given).read(each.tree(), namespace))
                .toList();
        return new DirectorInputs(
                namespace,
                netConfigs,
                controlPlanes,
                vmSets,
                baremetalSets,
                clients,
                new HeatParameters(given).read(heatMaps(namespace)),
                clusterServiceIp(),
                trees(ours(namespace, "OpenStackNet")),
                new Existing(
                        trees(ours(namespace, "OpenStackIPSet")),
                        trees(ours(namespace, "OpenStackMACAddress")),
                        trees(named(namespace, "kubevirt.io", "VirtualMachine"))));
    }

    private List<ApiResource> ours(String namespace, String kind) {
        return named(namespace, GROUP, kind).stream()
                .filter(each -> VERSIONS.contains(each.version()))
                .toList();
    }

    /** Sorted by name. */
    private List<ApiResource> named(String namespace, String group, String kind) {
        return List.copyOf(byType.getOrDefault(new Type(namespace, group, kind), new TreeMap<>())
                .values());
    }

    /** Of an object given twice the first in the order of places holds. */
    private void sort() {
        for (ApiResource each : resources) {
            Type type = new Type(namespace(each), each.group(), each.kind());
            ApiResource first =
                    byType.computeIfAbsent(type, _ -> new TreeMap<>()).putIfAbsent(each.name(), each);
            if (first != null && each.group().equals(GROUP) && !Alike.are(first.tree(), each.tree())) {
                given.refuse(new Problem(
                        each.tree().at("metadata", "name").spot().origin(),
                        each.kind() + " " + namespace(each) + "/" + each.name() + " is given a second time, first at "
                                + first.tree()
                                        .at("metadata", "name")
                                        .spot()
                                        .origin()
                                        .brief(),
                        "one resource of a name; the first counts"));
            }
        }
    }

    private static List<Tree> trees(List<ApiResource> resources) {
        return resources.stream().map(ApiResource::tree).toList();
    }

    private List<ApiResource> heatMaps(String namespace) {
        List<String> generators = ours(namespace, "OpenStackConfigGenerator").stream()
                .map(each -> each.tree().at("spec", "heatEnvConfigMap").text())
                .filter(name -> !name.isEmpty())
                .toList();
        List<String> names = generators.isEmpty() ? List.of(HeatParameters.DEFAULT_MAP) : generators;
        List<ApiResource> maps = new ArrayList<>(named(namespace, "", "ConfigMap"));
        maps.removeIf(each -> !names.contains(each.name()));
        return maps;
    }

    private Optional<Tree> clusterServiceIp() {
        return Stream.of("default", "")
                .flatMap(namespace -> resources.stream()
                        .filter(each -> each.is("", "Service")
                                && each.name().equals("kubernetes")
                                && each.namespace().equals(namespace)))
                .map(each -> each.tree().at("spec", "clusterIP"))
                .filter(ip -> Ip.parse(ip.text()).isPresent())
                .findFirst();
    }
}
