package dev.plumbline.lab;

import dev.plumbline.answers.Need;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Output;
import dev.plumbline.lab.ground.Programs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evidence of a lab that grows by what is asked: commands are run in the lab's places; what an API server or libvirt would
 * answer is taken from the lab's own capture.
 */
final class Asked {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Labs labs;
    private final LabName lab;
    private final SortedMap<String, String> whole;
    private final Map<String, ObjectNode> entries = new TreeMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();

    Asked(Labs labs, LabName lab, SortedMap<String, String> whole) {
        this.labs = labs;
        this.lab = lab;
        this.whole = whole;
        MAPPER.readTree(whole.get("capture.json"))
                .path("files")
                .forEach(entry -> entries.put(entry.path("file").asString(""), (ObjectNode) entry));
    }

    /** What was captured, and could be given from the start. */
    List<String> captured() {
        return whole.keySet().stream()
                .filter(path -> !path.equals("capture.json"))
                .toList();
    }

    void give(String path) {
        files.put(path, whole.getOrDefault(path, ""));
    }

    /** What is known so far, laid out as a capture. */
    SortedMap<String, byte[]> known() {
        ObjectNode index = MAPPER.createObjectNode();
        index.put("apiVersion", "plumbline.dev/v1").put("kind", "Capture");
        ArrayNode list = index.putArray("files");
        SortedMap<String, byte[]> known = new TreeMap<>();
        files.forEach((path, text) -> {
            Optional.ofNullable(entries.get(path)).ifPresent(list::add);
            known.put(path, text.getBytes(StandardCharsets.UTF_8));
        });
        known.put("capture.json", index.toString().getBytes(StandardCharsets.UTF_8));
        return known;
    }

    /** Runs a need's command where it belongs. */
    void ask(Need need) throws LabException {
        List<String> words = List.of(need.command().split(" ", -1));
        if (need.scope().equals("cluster")) {
            objects(words);
        } else if (words.getFirst().equals("virsh")) {
            libvirt(need.scope(), words);
        } else {
            run(need.scope(), words);
        }
    }

    /** {@code oc get -n shop vmi/web pod/virt-launcher-web-x -o yaml}: by name, or all of a kind. */
    private void objects(List<String> words) {
        String namespace = words.contains("-n") ? words.get(words.indexOf("-n") + 1) : "";
        for (String word : words) {
            for (String one : word.split(",", -1)) {
                String kind = one.startsWith("vmi") ? "/virtualmachineinstances/" : "/core/pods/";
                String name = one.indexOf('/') > 0 ? one.substring(one.indexOf('/') + 1) + ".json" : "";
                if (one.matches("(vmis?|pods?)(/.*)?")) {
                    whole.keySet().stream()
                            .filter(path -> path.startsWith("namespaces/" + namespace))
                            .filter(path -> path.contains(kind) && (name.isEmpty() || path.endsWith("/" + name)))
                            .forEach(this::give);
                }
            }
        }
    }

    private void libvirt(String scope, List<String> words) {
        String folder = scope.replaceFirst("/", "s/") + "/";
        if (words.get(1).equals("domiflist")) {
            give(folder + "virsh_domiflist_1");
        } else {
            String domain = whole.keySet().stream()
                    .filter(path -> path.contains("/core/pods/"))
                    .filter(path -> path.endsWith(scope.substring(scope.lastIndexOf('/')) + ".json"))
                    .map(path -> MAPPER.readTree(whole.get(path)).path("metadata"))
                    .map(metadata -> metadata.path("namespace").asString("") + "_"
                            + metadata.path("annotations")
                                    .path("kubevirt.io/domain")
                                    .asString(""))
                    .collect(Collectors.joining());
            add(scope, words, " Id   Name   State\n-----\n 1   " + domain + "   running\n\n", 0);
        }
    }

    private void run(String scope, List<String> words) throws LabException {
        LabDescription built = labs.status(lab).description();
        String place = built.places().keySet().stream()
                .filter(name -> scopeOf(built, name).equals(scope))
                .findFirst()
                .orElseThrow(() -> new LabException("no place of the lab is " + scope));
        Output output = Programs.run(labs.entering(lab, place, words), Map.of(), "", Duration.ofSeconds(20));
        boolean links =
                output.fine() && words.contains("-j") && words.getFirst().equals("ip");
        add(scope, words, links ? new StandIns(built).shown(place, output.out()) : output.out(), output.exit());
    }

    private static String scopeOf(LabDescription built, String place) {
        String scope = built.places().getOrDefault(place, "");
        return scope.endsWith("*")
                ? scope.substring(0, scope.lastIndexOf('/') + 1) + new dev.plumbline.lab.ground.Netns(place).own()
                : scope;
    }

    private void add(String scope, List<String> words, String output, int status) {
        String path = scope.replaceFirst("/", "s/") + "/asked_"
                + String.join("_", words).replace('/', '.');
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("file", path).put("scope", scope).put("status", status);
        new ArrayList<>(words).forEach(entry.putArray("argv")::add);
        entries.put(path, entry);
        files.put(path, output);
    }
}
