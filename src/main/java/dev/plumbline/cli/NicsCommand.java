package dev.plumbline.cli;

import dev.plumbline.answers.nics.GuestListing;
import dev.plumbline.answers.nics.NicNumbering;
import dev.plumbline.answers.nics.NicsAnswer;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicListing;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.StateFile;
import dev.plumbline.systems.osnetconfig.YamlFile;
import dev.plumbline.systems.osnetconfig.run.Host;
import dev.plumbline.views.NicsFilesView;
import dev.plumbline.views.NicsTreeView;
import dev.plumbline.views.NicsView;
import dev.plumbline.views.View;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code nics}. */
final class NicsCommand implements CliCommand {

    @Override
    public String name() {
        return "nics";
    }

    @Override
    public Group group() {
        return Group.PLAN;
    }

    @Override
    public String summary() {
        return "Which NIC os-net-config calls nic5, and what would change that";
    }

    @Override
    public String operands() {
        return "CONFIG";
    }

    @Override
    public String operandsMean() {
        return "The configuration that os-net-config is to apply: config.json or config.yaml.";
    }

    @Override
    public List<String> forms() {
        return List.of("text", "json", "yaml", "files");
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(
                "--links",
                "The machine's devices: the output of ip -j -d link or ls -l /sys/class/net, a table of "
                        + "NAME MAC OPERSTATE PCI, or any source that shows one guest.");
        options.put("--mapping", "/etc/os-net-config/mapping.yaml of the machine.");
        options.put("--dpdk-mapping", "/var/lib/os-net-config/dpdk_mapping.yaml of the machine.");
        options.put("--sriov", "/var/lib/os-net-config/sriov_config.yaml of the machine.");
        options.put("--release", "Which os-net-config: 16.2 (the default), 17.1 or master.");
        options.put("--add", "Names of NICs, parted by commas: what if they were added?");
        options.put("--existing", "Folder with the machine's files under their paths: only what changes is written.");
        return options;
    }

    @Override
    public Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("--persist-mapping", "As if os-net-config were called so: aliases become the devices' names.");
        flags.put("--no-ovs", "Open vSwitch is not installed on the machine.");
        return flags;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "plumbline nics config.json --links ip-link.json",
                "plumbline nics config.json --links session.txt          # a session in which one guest is seen",
                "plumbline nics config.json --links nics.txt --mapping mapping.yaml --release 17.1",
                "plumbline nics config.json --links nics.txt --add enp2s1  # what if one were plugged in?",
                "plumbline nics config.json --links nics.txt -o files      # what would be written?",
                "ip -j -d link | plumbline nics config.json --links -");
    }

    @Override
    public Set<ExitCode> run(Call call) throws IOException, Refusal {
        if (call.options().words().size() != 1) {
            throw usage("nics takes one CONFIG");
        }
        Map<String, String> own = call.options().own();
        String word = own.getOrDefault("--release", Release.TRAIN.word());
        Release release =
                Release.of(word).orElseThrow(() -> usage("--release " + word + ": expected 16.2, 17.1, master"));
        String links = Optional.ofNullable(own.get("--links"))
                .orElseThrow(() -> usage("--links is missing: the machine's devices"));
        TextFiles files = new TextFiles(call);
        YamlFile config = files.read(call.options().words().getFirst());
        MappingFile mapping = files.readIfGiven("--mapping", MappingFile::read, MappingFile.NONE);
        StateFile dpdk = files.readIfGiven("--dpdk-mapping", StateFile::dpdk, StateFile.NONE);
        StateFile sriov = files.readIfGiven("--sriov", StateFile::sriov, StateFile.NONE);
        NicListing listing = listing(links, files, call);
        if (!listing.addresses() && mapping.entries().stream().anyMatch(MappingFile.Entry::isMac)) {
            throw new Refusal(
                    ExitCode.INCOMPLETE,
                    links + ": shows no MACs, and the mapping file names NICs by them",
                    List.of("give the output of ip -j -d link"));
        }
        List<String> added = Stream.of(own.getOrDefault("--add", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        NicHost host = new NicHost(listing.devices(), dpdk, sriov);
        Host machine = new Host(
                host,
                mapping,
                own.containsKey("--persist-mapping"),
                !own.containsKey("--no-ovs"),
                files.existing("--existing"));
        NicsAnswer answer = new NicNumbering(machine, config, release, listing.premises(), added).answer();
        view(call).draw(answer, call.out());
        Set<ExitCode> codes = call.codes();
        if (answer.exit() != 0) {
            codes.add(ExitCode.FOUND);
        }
        if (!listing.problems().isEmpty()) {
            codes.add(ExitCode.INCOMPLETE);
        }
        return codes;
    }

    private static View<NicsAnswer> view(Call call) {
        return switch (call.options().output()) {
            case "json" -> NicsTreeView.JSON;
            case "yaml" -> NicsTreeView.YAML;
            case "files" -> NicsFilesView.PLAIN;
            default -> new NicsView(call.ink(), call.options().headers());
        };
    }

    /** A listing of a form that is known, else whatever a source shows of a guest. */
    private static NicListing listing(String links, TextFiles files, Call call) throws IOException, Refusal {
        Optional<NicListing> known = files.isText(links) ? NicListing.of(files.read(links)) : Optional.empty();
        if (known.isPresent()) {
            for (Problem problem : known.get().problems()) {
                call.error(problem.message());
            }
            return known.get();
        }
        Survey survey = call.survey(List.of(links), Survey::problems);
        GuestListing guests = GuestListing.of(survey.topology(), survey.facts());
        if (guests.guests().size() != 1) {
            List<String> hints = guests.guests().isEmpty()
                    ? List.of(
                            "expected the output of ip -j -d link or ls -l /sys/class/net, a table, or a session of a guest")
                    : guests.guests().stream().map(Scope::path).limit(10).toList();
            String found = guests.guests().isEmpty() ? "no guest's links seen" : "links of several guests";
            throw new Refusal(ExitCode.INCOMPLETE, links + ": " + found, hints);
        }
        return guests.listing(guests.guests().getFirst());
    }

    private static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message, List.of("see plumbline nics --help"));
    }
}
