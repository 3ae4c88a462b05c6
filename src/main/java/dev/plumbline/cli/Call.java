package dev.plumbline.cli;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.answers.NearNames;
import dev.plumbline.answers.Selection;
import dev.plumbline.answers.Target;
import dev.plumbline.answers.TargetException;
import dev.plumbline.answers.TargetParser;
import dev.plumbline.answers.plan.OverAnswer;
import dev.plumbline.evidence.Problem;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.topology.Topology;
import dev.plumbline.views.Clean;
import dev.plumbline.views.Ink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One call of a command: its options, its surroundings, and what every command does the same way. */
final class Call {

    /** The most problems that are printed; {@code sources} prints all. */
    private static final int PROBLEMS = 20;

    /** Before the path of manifests that are to be planned. */
    static final String PLAN = "plan:";

    private final Options options;
    private final Surroundings surroundings;
    private final SurveySource surveys;
    private final PlanSource plans;
    private final Inputs inputs;
    private final Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);

    Call(Options options, Surroundings surroundings, SurveySource surveys, PlanSource plans) {
        this.options = options;
        this.surroundings = surroundings;
        this.surveys = surveys;
        this.plans = plans;
        this.inputs = Inputs.of(options);
    }

    Options options() {
        return options;
    }

    /** The same call with other words. */
    Call with(List<String> words) {
        return new Call(options.with(words), surroundings, surveys, plans);
    }

    Map<String, String> environment() {
        return surroundings.environment();
    }

    /** Runs a program that has this process's own terminal; its exit code. */
    int attached(List<String> command) throws IOException {
        surroundings.out().flush();
        surroundings.err().flush();
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Text on standard output at once: it comes as long as a program runs elsewhere. */
    void say(String text) {
        try {
            surroundings.out().append(text);
            surroundings.out().flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Inputs inputs() {
        return inputs;
    }

    Ink ink() {
        return options.ink(surroundings);
    }

    Appendable out() {
        return surroundings.out();
    }

    /** What has gone wrong on the way to the answer. */
    Set<ExitCode> codes() {
        return EnumSet.copyOf(codes);
    }

    /** Reads the sources. One that is missing costs itself alone, as long as another is left. */
    Survey survey() throws IOException, Refusal {
        return survey(Survey::problems);
    }

    /** @param counted the problems that count for this command */
    Survey survey(Function<Survey, List<Problem>> counted) throws IOException, Refusal {
        if (options.selector().isPresent()) {
            throw new Refusal(
                    ExitCode.USAGE, "-l: this version does not read labels of machines", List.of("use names or -n"));
        }
        if (inputs.sources().isEmpty()) {
            throw noSource();
        }
        for (String missing : inputs.missing()) {
            error(missing);
            codes.add(ExitCode.UNREACHABLE);
        }
        return survey(inputs.sources(), counted);
    }

    /** Plans what the manifests will become. */
    Survey plan(PlanOptions plan) throws IOException, Refusal {
        if (inputs.sources().isEmpty()) {
            throw noManifests();
        }
        for (String missing : inputs.missing()) {
            error(missing);
            codes.add(ExitCode.UNREACHABLE);
        }
        return plan(inputs.sources(), plan);
    }

    /** @param sources paths, with the prefix {@code plan:} or without */
    Survey plan(List<String> sources, PlanOptions plan) throws IOException, Refusal {
        List<String> paths = sources.stream().map(Call::unprefixed).toList();
        try (Progress _ = Progress.start(surroundings, options.quiet())) {
            Survey survey = plans.plan(paths, plan);
            problems(survey.problems());
            return survey;
        } catch (SourceException unreachable) {
            throw new Refusal(ExitCode.UNREACHABLE, String.valueOf(unreachable.getMessage()), List.of());
        }
    }

    /** What applying the manifests will do to what is there. */
    OverAnswer over(Survey there, PlanOptions plan) throws IOException, Refusal {
        if (inputs.sources().isEmpty()) {
            throw noManifests();
        }
        for (String missing : inputs.missing()) {
            error(missing);
            codes.add(ExitCode.UNREACHABLE);
        }
        try {
            List<String> paths = inputs.sources().stream().map(Call::unprefixed).toList();
            PlanSource.Applied applied = plans.over(paths, there, plan);
            problems(applied.planned().problems());
            return applied.answer();
        } catch (SourceException unreachable) {
            throw new Refusal(ExitCode.UNREACHABLE, String.valueOf(unreachable.getMessage()), List.of());
        }
    }

    private static String unprefixed(String source) {
        return source.startsWith(PLAN) ? source.substring(PLAN.length()) : source;
    }

    /** Reads these sources, whatever else the command line names. */
    Survey survey(List<String> sources, Function<Survey, List<Problem>> counted) throws IOException, Refusal {
        Survey survey;
        try (Progress _ = Progress.start(surroundings, options.quiet())) {
            survey = surveys.survey(sources, options.scopes());
        } catch (SourceException unreachable) {
            throw new Refusal(ExitCode.UNREACHABLE, String.valueOf(unreachable.getMessage()), List.of());
        }
        problems(counted.apply(survey));
        return survey;
    }

    private Refusal noManifests() {
        if (!inputs.missing().isEmpty()) {
            return noSource();
        }
        List<String> hints = new ArrayList<>();
        inputs.targets().forEach(word -> hints.add("'" + word + "' is no file or folder here: taken for a target"));
        hints.add("name the files or folders with the manifests; - is standard input");
        return new Refusal(ExitCode.UNREACHABLE, "no manifests given", hints);
    }

    private Refusal noSource() {
        if (!inputs.missing().isEmpty()) {
            List<String> more = inputs.missing().subList(1, inputs.missing().size());
            return new Refusal(ExitCode.UNREACHABLE, inputs.missing().getFirst(), more);
        }
        List<String> hints = new ArrayList<>();
        inputs.targets().forEach(word -> hints.add("'" + word + "' is no file here: taken for a target"));
        hints.add("this version reads no live cluster; give what was collected: -f FILE, or -f - for standard input");
        return new Refusal(ExitCode.UNREACHABLE, "no source given", hints);
    }

    /** The part of the survey that was asked for. */
    MapAnswer map(Survey survey) throws Refusal, IOException {
        try {
            List<Target> targets = new ArrayList<>();
            for (String word : inputs.targets()) {
                targets.add(TargetParser.parse(word));
            }
            Topology part = new Selection(options.namespace(), options.allNamespaces(), targets).of(survey.topology());
            // Pods on secondary networks are shown where they are asked for.
            boolean pods = options.flag("--pods") || !targets.isEmpty();
            MapAnswer answer = survey.map(pods ? part : part.withoutPods(), !targets.isEmpty());
            notes(survey, answer);
            codes.addAll(ExitCode.of(answer, options.requireProven()));
            return answer;
        } catch (TargetException wrong) {
            List<String> hints = new ArrayList<>();
            if (!wrong.names().isEmpty()) {
                hints.add("did you mean: "
                        + String.join(
                                ", ",
                                wrong.names().stream().limit(NearNames.LIMIT).toList()));
            }
            throw new Refusal(ExitCode.USAGE, String.valueOf(wrong.getMessage()), hints);
        }
    }

    private void notes(Survey survey, MapAnswer answer) throws IOException {
        if (survey.blueprint().isEmpty() && survey.gathered().observations().isEmpty()) {
            error("nothing was recognised as an output; see plumbline sources");
            codes.add(ExitCode.INCOMPLETE);
        } else if (answer.topology().machines().isEmpty()) {
            note(
                    inputs.targets().isEmpty()
                            ? (survey.blueprint().isPresent() ? "no machine planned" : "no machine seen")
                                    + options.namespace()
                                            .map(name -> " in namespace " + name)
                                            .orElse("")
                            : "on no path that was seen");
        }
    }

    private void problems(List<Problem> problems) throws IOException {
        for (Problem problem : problems.stream().limit(PROBLEMS).toList()) {
            error(problem.message());
        }
        if (problems.size() > PROBLEMS) {
            error((problems.size() - PROBLEMS) + " more problems; see plumbline sources");
        }
        if (!problems.isEmpty()) {
            codes.add(ExitCode.INCOMPLETE);
        }
    }

    /** For people; silenced by {@code -q}. */
    void note(String text) throws IOException {
        if (!options.quiet()) {
            error(text);
        }
    }

    void error(String text) throws IOException {
        surroundings.err().append("plumbline: ").append(Clean.line(text)).append('\n');
    }
}
