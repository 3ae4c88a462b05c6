package dev.plumbline.cli;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.views.JsonView;
import dev.plumbline.views.TableStyle;
import dev.plumbline.views.TraceView;
import dev.plumbline.views.View;
import dev.plumbline.views.YamlView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code trace}. */
final class TraceCommand implements CliCommand {

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public Group group() {
        return Group.FOLLOW;
    }

    @Override
    public String summary() {
        return "One NIC hop by hop, each hop with its evidence";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "wide", "json", "yaml");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline trace controller-0/nic5 session.txt",
                "plumbline trace 172.18.0.20 session.txt          # whose address is it, and where does it go",
                "plumbline trace node/worker-1:br-osp session.txt # every NIC that crosses this bridge",
                "plumbline trace vm/controller-0:nic5 session.txt -o wide  # with the lines of input themselves");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        if (call.inputs().targets().isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "trace wants a target: a NIC, a device, a network, a MAC or an IP address",
                    List.of("plumbline map -o name lists the NICs"));
        }
        MapAnswer answer = call.map(call.survey());
        view(call).draw(answer, call.out());
        return call.codes();
    }

    private static View<MapAnswer> view(Call call) {
        TableStyle style = new TableStyle(call.ink(), call.options().headers(), Optional.empty());
        return switch (call.options().output()) {
            case "json" -> new JsonView();
            case "yaml" -> new YamlView();
            case "wide" -> new TraceView(style, true);
            default -> new TraceView(style, false);
        };
    }
}
