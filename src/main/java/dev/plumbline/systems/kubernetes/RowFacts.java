package dev.plumbline.systems.kubernetes;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Fact;
import dev.plumbline.facts.NetworkDefinition;
import dev.plumbline.facts.NodeSeen;
import dev.plumbline.facts.PodSeen;
import dev.plumbline.facts.VmSeen;
import dev.plumbline.systems.ApiObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One row of a table as a fact, by the resource that its prefix or the command names. */
final class RowFacts {

    private final Observation observation;
    private final Coverage coverage;
    private final Vantage vantage;

    RowFacts(Coverage coverage) {
        this.observation = coverage.observation();
        this.coverage = coverage;
        this.vantage = ApiObject.clusterVantage(observation);
    }

    Optional<Fact> of(Table.Row row) {
        String name = row.name();
        int slash = name.indexOf('/');
        Optional<Resource> resource =
                slash < 0 ? coverage.command().targets().only() : Resource.named(name.substring(0, slash));
        String bare = name.substring(slash + 1);
        return bare.isEmpty() ? Optional.empty() : resource.flatMap(each -> fact(each, bare, row));
    }

    private Optional<Fact> fact(Resource resource, String name, Table.Row row) {
        Origin origin = observation.at(row.line());
        String namespace = namespace(row);
        return switch (resource) {
            case INSTANCE ->
                Optional.of(new VmSeen(
                        vantage,
                        origin,
                        namespace,
                        name,
                        "",
                        row.cell("PHASE"),
                        row.cell("NODENAME"),
                        row.cell("IP"),
                        List.of(),
                        Optional.empty()));
            case MACHINE ->
                Optional.of(new VmSeen(
                        vantage, origin, namespace, name, "", row.cell("STATUS"), "", "", List.of(), Optional.empty()));
            case POD -> Optional.of(pod(origin, namespace, name, row));
            case NODE ->
                Optional.of(new NodeSeen(
                        vantage,
                        origin,
                        name,
                        row.cell("INTERNAL-IP"),
                        labels(row).entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .sorted()
                                .toList()));
            case NETWORK_DEFINITION ->
                Optional.of(new NetworkDefinition(
                        vantage, origin, namespace, name, "", "", "", OptionalInt.empty(), OptionalInt.empty()));
            case MIGRATION, NODE_STATE, POLICY, ENACTMENT -> Optional.empty();
        };
    }

    private PodSeen pod(Origin origin, String namespace, String name, Table.Row row) {
        Map<String, String> labels = labels(row);
        Launched launched = Launched.of(key -> labels.getOrDefault(key, ""), "");
        return new PodSeen(
                vantage,
                origin,
                namespace,
                name,
                "",
                row.cell("NODE"),
                phase(row.cell("STATUS")),
                launched.vm(),
                launched.createdBy(),
                row.cell("IP"),
                launched.migrationTarget());
    }

    /** The STATUS column shows a finished container's reason instead of the phase. */
    static String phase(String status) {
        return switch (status) {
            case "Completed" -> "Succeeded";
            case "Evicted" -> "Failed";
            default -> status;
        };
    }

    private String namespace(Table.Row row) {
        if (coverage.command().allNamespaces()) {
            return row.cell("NAMESPACE");
        }
        return Coverage.isLiteral(coverage.namespace()) ? coverage.namespace() : "";
    }

    private static Map<String, String> labels(Table.Row row) {
        Map<String, String> labels = new HashMap<>();
        for (String pair : row.cell("LABELS").split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                labels.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return labels;
    }
}
