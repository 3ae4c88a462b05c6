package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.List;
import java.util.Set;

/**
 * os-net-config's file, always read as YAML as os-net-config itself does, whatever it is called. The mapping file and
 * the two state files beside it are other formats.
 */
public final class ConfigFileReader implements Reader {

    private static final Set<String> SHOWS = Set.of("cat", "less", "more", "head", "jq", "yq");
    private static final Set<String> OTHERS = Set.of("mapping.yaml", "dpdk_mapping.yaml", "sriov_config.yaml");

    @Override
    public String id() {
        return "os-net-config-file";
    }

    @Override
    public boolean reads(Command command) {
        if (!SHOWS.contains(command.program())) {
            return false;
        }
        boolean query = command.program().equals("jq") || command.program().equals("yq");
        // Any other query than "." may have picked a part.
        List<String> files = query
                        && command.operands().size() == 2
                        && command.operands().getFirst().equals(".")
                ? command.operands().subList(1, 2)
                : query ? List.of() : command.operands();
        return files.size() == 1 && isConfig(files.getFirst());
    }

    private static boolean isConfig(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean form = name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
        return form && path.contains("os-net-config") && !OTHERS.contains(name);
    }

    @Override
    public Reading read(Observation observation) {
        boolean readable = switch (observation.filter()) {
            case Filter.None _, Filter.Part _ -> true;
            case Filter.Holding _, Filter.Opaque _ -> false;
        };
        return readable ? ConfigFile.read(observation) : Reading.of(List.of());
    }
}
