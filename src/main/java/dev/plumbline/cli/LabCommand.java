package dev.plumbline.cli;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.LabException;
import dev.plumbline.lab.LabName;
import dev.plumbline.lab.LabStatus;
import dev.plumbline.lab.Labs;
import dev.plumbline.plan.PlanOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code lab}: its verbs are words, as those of kubectl are. */
final class LabCommand implements CliCommand {

    private static final String NAME = "--name";
    private static final String DEST = "--dest";
    private static final String CNI = "--cni";

    @Override
    public String name() {
        return "lab";
    }

    @Override
    public Group group() {
        return Group.PLAN;
    }

    @Override
    public String summary() {
        return "The planned network as the real thing, in namespaces of this machine";
    }

    @Override
    public String operands() {
        return "up RESOURCES|list|status|exec PLACE -- COMMAND|capture|down";
    }

    @Override
    public String operandsMean() {
        return "RESOURCES are manifests as for plan. PLACE is a VM by its name or vm/NAME, node/NAME, pod/NAME, fabric, "
                + "or a place that status shows. Nothing of this machine is changed; down leaves nothing.";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "json");
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(NAME, "Which lab: 1 to 32 of a-z, 0-9 and the hyphen. Without it, lab.");
        options.put(DEST, "Where capture writes: a folder, made where it is not there.");
        options.putAll(PlanCommand.assumptions());
        return options;
    }

    @Override
    public Map<String, String> flags() {
        return Map.of(
                CNI,
                "Let the CNI plugins of this machine make the pods' interfaces: slower, and what they do is real.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline lab up manifests/                     # build it",
                "plumbline lab exec controller-0 -- ping -c 1 172.18.0.1",
                "plumbline lab exec node/worker-1 -- bridge link",
                "plumbline lab status                            # its places, and what was built instead of what",
                "plumbline lab down                              # end it");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        List<String> words = call.options().words();
        String verb = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
        Labs labs = Labs.of(
                call.environment().getOrDefault("XDG_STATE_HOME", ""),
                call.environment().getOrDefault("HOME", "/"));
        try {
            return switch (verb) {
                case "up" -> up(call, labs, rest);
                case "list" -> list(call, labs);
                case "status" -> status(call, labs);
                case "exec" -> exec(call, labs, rest);
                case "capture" -> capture(call, labs);
                case "down" -> down(call, labs, rest);
                case "" -> throw usage("lab takes a verb: up, list, status, exec, capture or down");
                default ->
                    throw usage("'" + verb + "' is no verb of lab: expected up, list, status, exec, capture or down");
            };
        } catch (LabException failed) {
            throw new Refusal(ExitCode.UNREACHABLE, failed.says(), List.of());
        }
    }

    private static LabName named(Call call) throws Refusal {
        String name = call.options().own().getOrDefault(NAME, LabName.DEFAULT.text());
        return LabName.parse(name)
                .orElseThrow(() -> usage(NAME + " " + name + ": expected 1 to 32 of a-z, 0-9 and the hyphen"));
    }

    private static Set<ExitCode> up(Call call, Labs labs, List<String> words)
            throws IOException, Refusal, LabException {
        if (words.isEmpty() && call.options().files().isEmpty()) {
            throw usage("lab up takes RESOURCES");
        }
        LabName name = named(call);
        PlanOptions options = PlanCommand.options(call.options().own());
        Survey survey = call.with(words).plan(options);
        LabDescription built =
                labs.up(name, survey.topology(), options.kubevirt(), Resources.hash(survey), definitions(call, survey));
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
        } else {
            call.out().append("lab " + name + " is up: " + built.places().size() + " places\n");
            instead(call, built);
        }
        return call.codes();
    }

    private static Map<String, Tree> definitions(Call call, Survey survey) {
        Map<String, Tree> definitions = new TreeMap<>();
        if (call.options().flag(CNI)) {
            survey.blueprint().stream()
                    .flatMap(blueprint -> blueprint.objects().stream())
                    .filter(object -> object.kind().equals("NetworkAttachmentDefinition"))
                    .forEach(object -> definitions.put(object.namespace() + "/" + object.name(), object.tree()));
        }
        return definitions;
    }

    private static Set<ExitCode> capture(Call call, Labs labs) throws IOException, Refusal, LabException {
        String folder = Optional.ofNullable(call.options().own().get(DEST))
                .orElseThrow(() -> usage("lab capture takes " + DEST + " FOLDER"));
        labs.capture(named(call), Path.of(folder));
        call.note(folder + " is written");
        return call.codes();
    }

    private static void instead(Call call, LabDescription built) throws IOException {
        if (!built.instead().isEmpty()) {
            call.out().append("\nBUILT INSTEAD\n");
            for (String line : built.instead()) {
                call.out().append("  ").append(line).append('\n');
            }
        }
    }

    private static Set<ExitCode> list(Call call, Labs labs) throws IOException, LabException {
        for (LabName name : labs.names()) {
            LabStatus status = labs.status(name);
            call.out()
                    .append(name + "  " + status.word() + "  "
                            + status.description().places().size() + " places\n");
        }
        return call.codes();
    }

    private static Set<ExitCode> status(Call call, Labs labs) throws IOException, Refusal, LabException {
        LabStatus status = labs.status(named(call));
        LabDescription built = status.description();
        if (call.options().output().equals("json")) {
            call.out().append(built.json());
            return call.codes();
        }
        call.out().append("lab " + status.name() + ": " + status.word());
        call.out().append(status.stands() ? ", anchor process " + status.anchor() + "\n" : "\n");
        call.out().append("resources " + built.resources() + ", KubeVirt " + built.kubevirt() + "\n\nPLACES\n");
        for (Map.Entry<String, String> place : built.places().entrySet()) {
            String meaning = place.getValue().isEmpty() ? "" : "  " + place.getValue();
            call.out().append("  ").append(place.getKey()).append(meaning).append('\n');
        }
        instead(call, built);
        return call.codes();
    }

    private static Set<ExitCode> exec(Call call, Labs labs, List<String> words)
            throws IOException, Refusal, LabException {
        if (words.size() < 2) {
            throw usage("lab exec takes PLACE -- COMMAND");
        }
        LabName name = named(call);
        String place = place(labs.status(name).description(), words.getFirst());
        List<String> command = labs.entering(name, place, words.subList(1, words.size()));
        int code = call.attached(command);
        return code == 0 ? call.codes() : Set.of(ExitCode.FOUND);
    }

    /** What a person calls a place: the whole of a scope's words, or what stands at their end. */
    private static String place(LabDescription lab, String word) throws Refusal {
        if (lab.places().containsKey(word)) {
            return word;
        }
        String asked = word.startsWith("vm/") ? "guest/" + word.substring(3) : word;
        int slash = asked.indexOf('/');
        String kind = slash < 0 ? "guest" : asked.substring(0, slash);
        String last = asked.substring(slash + 1);
        Map<String, String> found = new TreeMap<>();
        lab.places().forEach((place, scope) -> {
            boolean named = scope.equals(asked)
                    || scope.startsWith(kind + "/") && (scope.endsWith("/" + last) || place.endsWith("." + last));
            if (named) {
                found.put(place, scope);
            }
        });
        if (found.size() != 1) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "'" + word + "' names " + (found.isEmpty() ? "no place" : found.size() + " places")
                            + " of this lab",
                    List.copyOf((found.isEmpty() ? lab.places() : found).keySet()));
        }
        return found.keySet().iterator().next();
    }

    private static Set<ExitCode> down(Call call, Labs labs, List<String> words)
            throws IOException, Refusal, LabException {
        LabName name = words.isEmpty()
                ? named(call)
                : LabName.parse(words.getFirst()).orElseThrow(() -> usage(words.getFirst() + " is no lab's name"));
        if (!labs.down(name)) {
            throw new Refusal(ExitCode.UNREACHABLE, "there is no lab " + name, List.of("see plumbline lab list"));
        }
        call.note("lab " + name + " is down");
        return call.codes();
    }

    private static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message, List.of("see plumbline lab --help"));
    }
}
