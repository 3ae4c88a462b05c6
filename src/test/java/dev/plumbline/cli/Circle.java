package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.Truth;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.TopologyBuild;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.plan.KubevirtVersion;
import dev.plumbline.plan.PlanOptions;
import dev.plumbline.topology.Topology;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One way round: manifests planned, built, read again, compared; and what is proven held against what was built. */
final class Circle implements AutoCloseable {

    private final Map<String, String> environment;
    private final String name;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Circle(Path folder, String name) {
        this.environment = Map.of("XDG_STATE_HOME", folder.resolve("state").toString());
        this.name = name;
    }

    /** What is said of a way round. @param steps proven ones, each of which is true */
    record Turn(int machines, int steps, String compared) {}

    int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new Plumbline(Wiring.parts(environment), new Surroundings(out, err, false, false, environment))
                .run(List.of(words))
                .number();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** The exit code of {@code lab up}. */
    int up(Path manifests, List<String> nodes, String... more) {
        List<String> words =
                new ArrayList<>(List.of("lab", "up", manifests.toString(), "--name", name, "--wiring", "direct"));
        if (!nodes.isEmpty()) {
            words.addAll(List.of("--nodes", String.join(",", nodes)));
        }
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    /** Compares with the plan, which must find nothing, and proves nothing that was not built. */
    Turn turn(Path manifests, List<String> nodes, boolean switched) throws LabException, SourceException {
        List<String> words = new ArrayList<>(List.of("diff", "plan:" + manifests, "lab:" + name));
        if (!nodes.isEmpty()) {
            words.addAll(List.of("--nodes", String.join(",", nodes)));
        }
        int code = run(words.toArray(String[]::new));
        assertThat(code).as("%s%s", out, err).isIn(0, 3);
        assertThat(out.toString()).contains("\n0 differences, ");
        String compared = out.toString().lines().toList().getLast();
        PlanOptions options = new PlanOptions(KubevirtVersion.DEFAULT, nodes, Optional.empty());
        Topology planned =
                new Plans().plan(List.of(manifests.toString()), options).topology();
        LabBuild build = TopologyBuild.of(
                        planned,
                        KubevirtVersion.DEFAULT,
                        GuestKind.NETNS,
                        Kernel.look(),
                        Kernel.look(),
                        Map.of(),
                        switched)
                .build();
        Labs labs = LabCommand.labs(environment);
        LabDescription lab = labs.status(new LabName(name)).description();
        Topology seen = Wiring.parts(environment)
                .surveys()
                .survey(List.of("lab:" + name), List.of())
                .topology();
        Truth.Steps steps = new Truth(build, lab).steps(seen);
        assertThat(steps.wrong()).isEmpty();
        return new Turn(seen.machines().size(), steps.count(), compared);
    }

    /** The exit code of a program in a guest: 0 where its own is. */
    int inGuest(String guest, String... words) {
        List<String> all = new ArrayList<>(List.of("lab", "exec", "--name", name, guest, "--"));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        run("lab", "down", name);
    }
}
