package dev.plumbline.cli;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.answers.plan.PlanAnswer;
import dev.plumbline.answers.plan.Remark;
import dev.plumbline.facts.Mac;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.views.ManifestsView;
import dev.plumbline.views.NameView;
import dev.plumbline.views.OverTreeView;
import dev.plumbline.views.OverView;
import dev.plumbline.views.PlanTreeView;
import dev.plumbline.views.PlanView;
import dev.plumbline.views.TableStyle;
import dev.plumbline.views.TreeView;
import dev.plumbline.views.View;
import dev.plumbline.views.picture.HtmlView;
import dev.plumbline.views.picture.SvgView;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code plan}. */
record PlanCommand(RulePages pages) implements CliCommand {

    static final String KUBEVIRT = "--kubevirt";
    private static final String OVER = "--over";
    private static final String NODES = "--nodes";
    private static final String FIRST_MAC = "--first-mac";

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Group group() {
        return Group.PLAN;
    }

    @Override
    public String summary() {
        return "What resources will become: every object, device, name, address and MTU";
    }

    @Override
    public String operands() {
        return "RESOURCES|TARGET";
    }

    @Override
    public String operandsMean() {
        return "Files, folders or archives with manifests: OSP director's, or VirtualMachines with their definitions and "
                + "policies; - is standard input. Anything else is a target, as for map.";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "wide", "tree", "name", "objects", "json", "yaml", "svg", "html");
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = assumptions();
        options.put(
                OVER, "What is there: a capture, a must-gather, a session. What will applying the manifests do to it?");
        return options;
    }

    /** What manifests leave open, for every command that plans. */
    static Map<String, String> assumptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(KUBEVIRT, "The KubeVirt version, which names the pods' devices: 0.49 (default), 1.0, 1.6 ...");
        options.put(NODES, "Names of the nodes, parted by commas, where no manifest of a Node tells them.");
        options.put(FIRST_MAC, "The MAC of the first VM's first NIC, from which kubemacpool counts on.");
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline plan manifests/                       # the objects, the lines, what is wrong",
                "plumbline plan manifests/ -o objects            # every derived object as YAML",
                "plumbline plan manifests/ controller-0 -o tree",
                "plumbline plan vm.yaml nad.yaml nncp.yaml --kubevirt 1.6 --nodes worker-0",
                "kustomize build . | plumbline plan - -o svg > plan.svg");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        PlanOptions options = options(call.options().own());
        Optional<String> over = Optional.ofNullable(call.options().own().get(OVER));
        if (over.isPresent()) {
            return over(call, over.get(), options);
        }
        Survey survey = call.plan(options);
        MapAnswer map = call.map(survey);
        PlanAnswer answer = survey.planned(map);
        view(call).draw(answer, call.out());
        return codes(call, answer.remarks());
    }

    private static Set<ExitCode> over(Call call, String there, PlanOptions options) throws IOException, Refusal {
        Survey seen = call.survey(List.of(there), Survey::problems);
        OverAnswer answer = call.over(seen, options);
        switch (call.options().output()) {
            case "json" -> OverTreeView.JSON.draw(answer, call.out());
            case "yaml" -> OverTreeView.YAML.draw(answer, call.out());
            case "text" -> new OverView(call.ink(), call.options().headers()).draw(answer, call.out());
            default ->
                throw usage(OVER + " goes with -o text, json or yaml, not "
                        + call.options().output());
        }
        return codes(call, answer.remarks());
    }

    /** What a webhook refuses does not come to be. */
    private static Set<ExitCode> codes(Call call, List<Remark> remarks) {
        Set<ExitCode> codes = call.codes();
        if (remarks.stream().anyMatch(Remark::refused)) {
            codes.add(ExitCode.INCOMPLETE);
        }
        return codes;
    }

    /** What the command line says of what manifests leave open. */
    static PlanOptions options(Map<String, String> own) throws Refusal {
        String version = own.getOrDefault(KUBEVIRT, "");
        KubevirtVersion kubevirt = version.isEmpty()
                ? KubevirtVersion.DEFAULT
                : KubevirtVersion.parse(version)
                        .orElseThrow(
                                () -> usage(KUBEVIRT + " " + version + ": expected a version such as 0.49 or 1.6"));
        List<String> nodes = Stream.of(own.getOrDefault(NODES, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        String first = own.getOrDefault(FIRST_MAC, "");
        Optional<Mac> mac = Mac.parse(first);
        if (mac.isEmpty() && !first.isEmpty()) {
            throw usage(FIRST_MAC + " " + first + ": expected a MAC such as 02:00:00:00:00:01");
        }
        return new PlanOptions(kubevirt, nodes, mac);
    }

    private static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message, List.of("see plumbline plan --help"));
    }

    private View<PlanAnswer> view(Call call) {
        TableStyle style = new TableStyle(call.ink(), call.options().headers(), Optional.empty());
        return switch (call.options().output()) {
            case "wide" -> new PlanView(style, true);
            case "tree" -> (answer, out) -> new TreeView(call.ink()).draw(answer.map(), out);
            case "name" -> (answer, out) -> new NameView().draw(answer.map(), out);
            case "objects" -> new ManifestsView();
            case "json" -> PlanTreeView.JSON;
            case "yaml" -> PlanTreeView.YAML;
            case "svg" -> (answer, out) -> out.append(SvgView.draw(answer.map()));
            case "html" -> (answer, out) -> out.append(HtmlView.draw(answer.map(), RuleSentences.of(pages)));
            default -> new PlanView(style, false);
        };
    }
}
