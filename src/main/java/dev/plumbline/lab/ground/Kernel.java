package dev.plumbline.lab.ground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What this machine's kernel and packages can do. Found out by trying, in namespaces that end with the trial: neither a
 * kernel's configuration nor its list of modules tells what a user may make.
 *
 * @param lacks what is missing, with the kernel's own words
 */
public record Kernel(Map<Feature, String> lacks) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern FAILED = Pattern.compile("Command failed -:(\\d+)");

    /** Where distributions and the plugins' own releases put them. */
    private static final List<Path> CNI_FOLDERS =
            List.of(Path.of("/usr/lib/cni"), Path.of("/opt/cni/bin"), Path.of("/usr/libexec/cni"));

    /** What an Open vSwitch database is made from. */
    public static final Path OVS_SCHEMA = Path.of("/usr/share/openvswitch/vswitch.ovsschema");

    private static final Set<Feature> OF_IP = EnumSet.of(
            Feature.VETH,
            Feature.BRIDGE,
            Feature.DUMMY,
            Feature.VLAN,
            Feature.BOND,
            Feature.VLAN_FILTERING,
            Feature.TAP);

    private static final String NAT_RULES = """
            table ip nat {
                chain prerouting { type nat hook prerouting priority -100; iifname "eth0" dnat to 10.0.2.2; }
                chain postrouting { type nat hook postrouting priority 100; ip saddr 10.0.2.2 masquerade; }
            }
            """;

    public Kernel {
        lacks = Map.copyOf(lacks);
    }

    public boolean has(Feature feature) {
        return !lacks.containsKey(feature);
    }

    /** One line each for what is missing of these, in the order of {@link Feature}. */
    public List<String> words(Set<Feature> wanted) {
        return wanted.stream()
                .sorted()
                .filter(lacks::containsKey)
                .map(this::words)
                .toList();
    }

    /** What is missing, why, and what is built instead: one sentence. */
    public String words(Feature missing) {
        return "no " + missing.title() + " (" + lacks.getOrDefault(missing, "not used") + ")"
                + (missing.instead().isEmpty() ? "" : ": " + missing.instead());
    }

    /** Where a CNI plugin lies. @param type a name without a slash */
    public static Optional<Path> plugin(String type) {
        return CNI_FOLDERS.stream()
                .map(folder -> folder.resolve(type))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Tries everything. @throws LabException where not even namespaces can be had */
    public static Kernel look() throws LabException {
        Map<Feature, String> lacks = new EnumMap<>(Feature.class);
        lacks.putAll(links());
        if (Programs.find("nft").isEmpty()) {
            lacks.put(Feature.NAT, "nft is not installed: package nftables");
        } else {
            Output nat = apart(List.of("nft", "-f", "-"), NAT_RULES);
            if (!nat.fine()) {
                lacks.put(Feature.NAT, firstLine(nat.err()));
            }
        }
        boolean switches = Programs.find("ovs-vswitchd").isPresent()
                && Programs.find("ovsdb-server").isPresent()
                && Files.exists(OVS_SCHEMA);
        if (!switches) {
            lacks.put(Feature.OVS, "package openvswitch-switch is not installed");
        } else if (lacks.containsKey(Feature.TAP)) {
            lacks.put(Feature.OVS, "its bridges in user space are tap devices: " + lacks.get(Feature.TAP));
        }
        if (Programs.find("ethtool").isEmpty()) {
            lacks.put(Feature.ETHTOOL, "not installed");
        }
        for (Feature feature :
                List.of(Feature.CNI_BRIDGE, Feature.CNI_TUNING, Feature.CNI_STATIC, Feature.CNI_HOST_LOCAL)) {
            String type = feature.title().substring(feature.title().lastIndexOf(' ') + 1);
            if (plugin(type).isEmpty()) {
                lacks.put(feature, "not installed: package containernetworking-plugins");
            }
        }
        return new Kernel(lacks);
    }

    private static Map<Feature, String> links() throws LabException {
        List<Feature> asked = new ArrayList<>(OF_IP);
        StringBuilder batch = new StringBuilder();
        asked.forEach(feature -> batch.append(feature.trial().getFirst()).append('\n'));
        Output output = apart(List.of("ip", "-force", "-batch", "-"), batch.toString());
        Map<Feature, String> lacks = new EnumMap<>(Feature.class);
        String cause = "";
        for (String line : output.err().lines().toList()) {
            Matcher failed = FAILED.matcher(line);
            if (failed.matches()) {
                lacks.put(asked.get(Integer.parseInt(failed.group(1)) - 1), cause);
                cause = "";
            } else if (cause.isEmpty()) {
                cause = line.strip()
                        .replaceFirst("^(?:RTNETLINK answers|Error): ", "")
                        .replaceFirst("\\.$", "");
            }
        }
        if (!output.fine() && lacks.isEmpty()) {
            throw new LabException("this machine cannot hold a lab: " + output.complaint());
        }
        return lacks;
    }

    private static Output apart(List<String> command, String input) throws LabException {
        List<String> whole = new ArrayList<>(List.of("unshare", "-m", "-n"));
        if (!Anchor.isRoot()) {
            whole.addAll(List.of("-U", "-r"));
        }
        whole.addAll(command);
        return Programs.run(whole, Map.of(), input, PATIENCE);
    }

    private static String firstLine(String text) {
        return text.lines().map(String::strip).findFirst().orElse("no reason given");
    }
}
