package dev.plumbline.cli;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.views.JsonView;
import dev.plumbline.views.NameView;
import dev.plumbline.views.ReadSummary;
import dev.plumbline.views.TableStyle;
import dev.plumbline.views.TableView;
import dev.plumbline.views.TreeView;
import dev.plumbline.views.View;
import dev.plumbline.views.WideView;
import dev.plumbline.views.YamlView;
import dev.plumbline.views.picture.HtmlView;
import dev.plumbline.views.picture.SvgView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code map}. */
record MapCommand(RulePages pages) implements CliCommand {

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Group group() {
        return Group.FOLLOW;
    }

    @Override
    public String summary() {
        return "Every NIC's path from the guest to the wire, a row each";
    }

    @Override
    public List<String> forms() {
        return List.of("table", "wide", "tree", "name", "json", "yaml", "svg", "html");
    }

    @Override
    public Map<String, String> flags() {
        return Map.of("--pods", "Pods on secondary networks as well: openstackclient and its like.");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline map session.txt                     # what was pasted from some shells",
                "plumbline map -n openstack must-gather.tar.gz # one namespace",
                "plumbline map controller-0 session.txt -o wide",
                "plumbline map session.txt -o svg > lines.svg   # the picture; -o html to search it and to see evidence",
                "plumbline map net/storage session.txt -o json | jq '.machines[].nics[].hops[].name'",
                "ssh node ip a | plumbline map -f -");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        Survey survey = call.survey();
        MapAnswer answer = call.map(survey);
        view(call, survey).draw(answer, call.out());
        return call.codes();
    }

    private View<MapAnswer> view(Call call, Survey survey) {
        // No output was read for a plan.
        Optional<ReadSummary> read =
                survey.blueprint().isPresent() ? Optional.empty() : Optional.of(ReadSummary.of(survey.gathered()));
        TableStyle style = new TableStyle(call.ink(), call.options().headers(), read);
        return switch (call.options().output()) {
            case "wide" -> new WideView(style);
            case "tree" -> new TreeView(call.ink());
            case "name" -> new NameView();
            case "json" -> new JsonView();
            case "yaml" -> new YamlView();
            case "svg" -> (answer, out) -> out.append(SvgView.draw(answer));
            case "html" -> (answer, out) -> out.append(HtmlView.draw(answer, RuleSentences.of(pages)));
            default -> new TableView(style);
        };
    }
}
