package dev.plumbline.cli;

import dev.plumbline.answers.TargetException;
import dev.plumbline.answers.reach.Outcome;
import dev.plumbline.answers.reach.Question;
import dev.plumbline.answers.reach.ReachAnswer;
import dev.plumbline.answers.reach.ReachItem;
import dev.plumbline.answers.reach.Reachability;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.ReachTreeView;
import dev.plumbline.views.ReachView;
import dev.plumbline.views.TableStyle;
import dev.plumbline.views.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code reach}. */
final class ReachCommand implements CliCommand {

    private static final String SIZE = "--size";
    private static final String PAIRS = "--pairs";

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public Group group() {
        return Group.FOLLOW;
    }

    @Override
    public String summary() {
        return "Whether a ping will arrive, by which hops, and where and why it dies";
    }

    @Override
    public String operands() {
        return "FROM TO";
    }

    @Override
    public String operandsMean() {
        return "FROM is an end: NAME, NAME/NIC, pod/NAME, node/NAME[:DEVICE], or an address that someone has. "
                + "TO is an address or an end. A path that exists is a source.";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "wide", "json", "yaml");
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(SIZE, "What ping -s takes: bytes of ICMP's payload, never sent in fragments. Without it, 56.");
        options.put(PAIRS, "A file of many: lines FROM,TO or FROM,TO,SIZE; - is standard input.");
        return options;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline reach controller-0 172.18.0.21 --size 8972 -f capture/",
                "plumbline reach controller-0/nic5 controller-1 plan:examples/seed-environment",
                "plumbline reach controller-0 controller-1 capture/     # on every network that both have",
                "plumbline reach --pairs pairs.csv capture/ -o json");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        List<String> targets = call.inputs().targets();
        Map<String, String> own = call.options().own();
        Optional<String> pairs = Optional.ofNullable(own.get(PAIRS));
        if (targets.size() != (pairs.isPresent() ? 0 : 2)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "reach wants two ends, FROM and TO" + (pairs.isPresent() ? ", or --pairs alone" : ""),
                    List.of("plumbline map -o name lists the NICs"));
        }
        int size = size(own);
        PairsFile.Read read = pairs.isPresent()
                ? PairsFile.read(pairs.get(), size)
                : PairsFile.Read.of(new Question(targets.getFirst(), targets.getLast(), size));
        Survey survey = call.survey();
        Reachability reachability =
                new Reachability(survey.topology(), call.options().namespace());
        Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
        for (String problem : read.problems()) {
            call.error(problem);
            codes.add(ExitCode.INCOMPLETE);
        }
        List<ReachItem> items = new ArrayList<>();
        for (PairsFile.Asked asked : read.questions()) {
            try {
                items.addAll(reachability.of(asked.question()));
            } catch (TargetException wrong) {
                if (pairs.isEmpty()) {
                    List<String> near = wrong.names().stream().limit(5).toList();
                    throw new Refusal(
                            ExitCode.USAGE,
                            String.valueOf(wrong.getMessage()),
                            near.isEmpty() ? List.of() : List.of("did you mean: " + String.join(", ", near)));
                }
                call.error(asked.at() + ": " + wrong.getMessage());
                codes.add(ExitCode.INCOMPLETE);
            }
        }
        ReachAnswer answer = new ReachAnswer(survey.gathered().sources(), items);
        view(call).draw(answer, call.out());
        codes.addAll(call.codes());
        codes.addAll(codes(answer, call.options().requireProven()));
        return codes;
    }

    private static int size(Map<String, String> own) throws Refusal {
        String text = own.getOrDefault(SIZE, Integer.toString(Question.DEFAULT_SIZE));
        return PairsFile.size(text)
                .orElseThrow(() -> new Refusal(
                        ExitCode.USAGE,
                        SIZE + " " + text + ": expected a number of bytes from 0 to " + Question.LARGEST,
                        List.of()));
    }

    private static Set<ExitCode> codes(ReachAnswer answer, boolean proven) {
        Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
        for (ReachItem item : answer.items()) {
            Outcome outcome = item.outcome();
            if (outcome == Outcome.DIES || outcome == Outcome.UNSTABLE) {
                codes.add(ExitCode.FOUND);
            }
            if (outcome == Outcome.UNKNOWN || proven && item.verdict() != Verdict.PROVEN) {
                codes.add(ExitCode.INCOMPLETE);
            }
        }
        return codes;
    }

    private static View<ReachAnswer> view(Call call) {
        TableStyle style = new TableStyle(call.ink(), call.options().headers(), Optional.empty());
        return switch (call.options().output()) {
            case "json" -> ReachTreeView.JSON;
            case "yaml" -> ReachTreeView.YAML;
            case "wide" -> new ReachView(style, true);
            default -> new ReachView(style, false);
        };
    }
}
