package dev.plumbline.systems.ospdirector.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ApiResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The operator's own CRDs and samples. */
@EnabledIf("isThere")
class CrdCorpusTest {

    private static final Path ROOT = Corpus.ROOT.resolve("osp-director");

    static boolean isThere() {
        return Files.isDirectory(ROOT);
    }

    @Test
    void ourShapesAreTheCrds() throws IOException {
        List<String> theirs = new ArrayList<>();
        List<String> ours = new ArrayList<>();
        for (Path file : files("crds")) {
            Tree crd = CrdCheckTest.resources(Files.readString(file)).getFirst().tree();
            String kind = crd.at("spec", "names", "kind").text();
            for (Tree version : crd.at("spec", "versions").items()) {
                String name = version.at("name").text();
                String at = kind + "." + name;
                theirs(at, version.at("schema", "openAPIV3Schema", "properties", "spec"), theirs);
                ours(at, Crds.spec(kind, name).orElseThrow(), ours);
            }
        }

        assertThat(theirs).hasSizeGreaterThan(250);
        assertThat(ours).containsExactlyInAnyOrderElementsOf(theirs);
    }

    /** A line for each value that a schema describes. */
    private static void theirs(String path, Tree schema, List<String> lines) {
        String words = schema.at("enum").items().stream().map(Tree::text).collect(Collectors.joining(" "));
        String type = schema.at("x-kubernetes-preserve-unknown-fields").isTrue()
                ? "free"
                : schema.at("x-kubernetes-int-or-string").isTrue()
                        ? "int|string"
                        : schema.at("type").text();
        lines.add(String.join(
                " ",
                path,
                type,
                words,
                schema.at("minimum").text(),
                schema.at("maximum").text(),
                schema.at("minItems").text(),
                schema.at("format").text(),
                schema.at("pattern").text(),
                schema.at("nullable").text()));
        List<String> required =
                schema.at("required").items().stream().map(Tree::text).toList();
        schema.at("properties").fields().forEach((name, property) -> {
            lines.add(path + "." + name + (required.contains(name) ? " required" : " optional")
                    + (property.at("default").present() ? " " + json(property.at("default")) : ""));
            theirs(path + "." + name, property, lines);
        });
        if (schema.at("items").present()) {
            theirs(path + "[]", schema.at("items"), lines);
        }
        if (schema.at("additionalProperties").present()) {
            theirs(path + "{}", schema.at("additionalProperties"), lines);
        }
    }

    private static void ours(String path, Shape shape, List<String> lines) {
        lines.add(path + " "
                + switch (shape) {
                    case Shape.Text text -> "string " + String.join(" ", text.words()) + "      ";
                    case Shape.Whole whole ->
                        "integer  "
                                + whole.least().stream()
                                        .mapToObj(Long::toString)
                                        .collect(Collectors.joining())
                                + " "
                                + whole.most().stream().mapToObj(Long::toString).collect(Collectors.joining())
                                + "  " + (whole.bits32() ? "int32" : "") + "  ";
                    case Shape.Truth _ -> "boolean       ";
                    case Shape.WholeOrText _ -> "int|string       ";
                    case Shape.Free _ -> "free       ";
                    case Shape.ListOf list -> "array    " + (list.least() > 0 ? list.least() : "") + "   ";
                    case Shape.MapOf _, Shape.Fields _ -> "object       ";
                });
        switch (shape) {
            case Shape.Fields fields ->
                fields.fields().forEach((name, field) -> {
                    lines.add(path + "." + name + (field.required() ? " required" : " optional")
                            + field.fallback().map(value -> " " + value).orElse(""));
                    ours(path + "." + name, field.shape(), lines);
                });
            case Shape.ListOf list -> ours(path + "[]", list.item(), lines);
            case Shape.MapOf map -> ours(path + "{}", map.value(), lines);
            default -> {}
        }
    }

    private static String json(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar.isString() ? "\"" + scalar.text() + "\"" : scalar.text();
            case Tree.Sequence sequence ->
                sequence.items().stream().map(CrdCorpusTest::json).collect(Collectors.joining(",", "[", "]"));
            case Tree.Mapping _ -> "{}";
            case Tree.Missing _ -> "";
        };
    }

    /** Which samples are refused or changed, and where; all others, and all kuttl inputs, are taken as they are. */
    @Test
    void theSamplesThatAreNotOfTheirSchemaAreFound() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (String folder : List.of("samples", "seed-environment", "kuttl/openstacknetconfig_error_validation")) {
            for (Path file : files(folder)) {
                for (ApiResource resource : CrdCheckTest.resources(Files.readString(file))) {
                    // An assert names an object without saying what it holds.
                    List<String> paths = CrdCheck.of(resource).stream()
                            .map(remark -> (remark.refused() ? "!" : "") + remark.path())
                            .toList();
                    if (!paths.isEmpty() && !file.getFileName().toString().endsWith("errors.yaml")) {
                        found.put(file.getFileName().toString().replaceAll("^osp-director_|\\.yaml$", ""), paths);
                    }
                }
            }
        }

        String lines = found.entrySet().stream()
                .map(each -> each.getKey() + " " + String.join(" ", each.getValue()) + "\n")
                .collect(Collectors.joining());
        assertThat(lines).isEqualTo("""
                        v1beta1_openstackcontrolplane spec.domainName
                        v1beta1_openstackcontrolplane_single_net spec.domainName
                        v1beta1_openstacknet spec.domainName
                        v1beta1_openstacknet_ctlplane spec.domainName
                        v1beta1_openstacknet_external spec.domainName
                        v1beta1_openstacknet_internalapi spec.domainName
                        v1beta1_openstacknet_internalapi_routes spec.domainName
                        v1beta1_openstacknet_sriov !spec.attachConfiguration spec.domainName spec.name spec.nameLower
                        v1beta1_openstacknet_storage spec.domainName
                        v1beta1_openstacknet_storagemgmt spec.domainName
                        v1beta1_openstacknet_tenant spec.domainName
                        v1beta1_openstacknetconfig_multi_subnet spec.ovnBridgeMacMappings.preserveReservations
                        v1beta2_openstackcontrolplane spec.virtualMachineRoles.controller.rootDisk.name spec.virtualMachineRoles.controller.additionalDisks[0].baseImageVolumeName
                        v1beta2_openstackcontrolplane_single_net spec.domainName spec.virtualMachineRoles.controller.rootDisk.name
                        v1beta2_openstackvmset spec.rootDisk.name spec.additionalDisks[0].baseImageVolumeName spec.additionalDisks[1].baseImageVolumeName
                        """);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
