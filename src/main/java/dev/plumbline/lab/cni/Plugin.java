package dev.plumbline.lab.cni;

import dev.plumbline.evidence.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One plugin of a configuration, called after the CNI specification: the configuration on stdin, the rest in CNI_*. */
final class Plugin {

    static final String ROUTE_OVERRIDE = "route-override";

    /** Inside the lab: plugins keep under /var/lib else, which is this machine's. */
    private static final String STATE = "/run/cni/";

    private static final int LONGEST_RESULT = 1 << 20;

    private final Host host;
    private final Pod pod;
    private final Selection selection;
    private final NetworkConfig config;
    private final Tree tree;

    Plugin(Host host, Pod pod, Selection selection, NetworkConfig config, Tree tree) {
        this.host = host;
        this.pod = pod;
        this.selection = selection;
        this.config = config;
        this.tree = tree;
    }

    enum Verb {
        ADD,
        CHECK,
        DEL
    }

    /** @return the result of ADD; of other verbs, which have none, what came in */
    Optional<ObjectNode> call(Verb verb, Optional<ObjectNode> previous) throws CniException {
        String type = type();
        if (type.equals(ROUTE_OVERRIDE) && !host.installed(type)) {
            if (verb == Verb.ADD) {
                host.remark("plugin route-override is not installed: its routes are set by ip route");
                return new RouteOverride(host, pod, selection, tree).add(previous);
            }
            return previous;
        }
        if (!host.installed(type)) {
            throw CniException.at(config.source(), "the CNI plugin " + type + " is not installed", "");
        }
        Host.Ran ran = host.plugin(type, environment(verb), stdin(previous).toString());
        if (ran.exit() != 0) {
            throw CniException.at(
                    config.source(),
                    verb + " of network " + selection.network() + " on " + pod.name() + " as " + selection.device()
                            + ": plugin " + type + " says " + message(ran),
                    "");
        }
        if (verb != Verb.ADD) {
            return previous;
        }
        return Optional.of(Json.readObject(bounded(ran.out()))
                .orElseThrow(() -> CniException.at(
                        config.source(), "the CNI plugin " + type + " gives no result", "a JSON object")));
    }

    private String type() {
        return type(tree);
    }

    /** OpenShift ships some under names of its own. */
    private static String type(Tree plugin) {
        String type = plugin.at("type").text();
        return type.startsWith("cnv-") ? type.substring(4) : type;
    }

    /** What has to be installed for it; what stands in for one that often is not counts as installed. */
    static List<String> programs(Tree plugin) {
        return Stream.of(type(plugin), plugin.at("ipam", "type").text())
                .filter(type -> !type.isEmpty() && !type.equals(ROUTE_OVERRIDE))
                .toList();
    }

    private Map<String, String> environment(Verb verb) {
        Map<String, String> environment = new LinkedHashMap<>();
        StringBuilder arguments = new StringBuilder(pod.arguments());
        selection.mac().ifPresent(mac -> arguments.append(";MAC=").append(mac));
        if (!selection.ips().isEmpty()) {
            arguments.append(";IP=").append(String.join(",", selection.ips()));
        }
        environment.put("CNI_COMMAND", verb.name());
        environment.put("CNI_CONTAINERID", pod.containerId());
        environment.put("CNI_NETNS", pod.netns());
        environment.put("CNI_IFNAME", selection.device());
        environment.put("CNI_ARGS", arguments.toString());
        return environment;
    }

    private ObjectNode stdin(Optional<ObjectNode> previous) {
        ObjectNode stdin = (ObjectNode) Json.of(tree);
        stdin.put("cniVersion", config.version());
        stdin.put("name", config.name());
        stdin.put("type", type());
        runtimeConfig(stdin);
        selection.cniArgs().ifPresent(args -> {
            ObjectNode cni = Json.object();
            cni.set("cni", Json.of(args));
            stdin.set("args", cni);
        });
        previous.ifPresent(result -> stdin.set("prevResult", result));
        keepInside(stdin);
        boolean tagged =
                tree.at("vlan").integer().orElse(0) > 0 || tree.at("vlanTrunk").present();
        if (!host.filtersVlans() && tagged) {
            stdin.remove(List.of("vlan", "vlanTrunk", "preserveDefaultVlan"));
            host.remark("network " + selection.network() + ": "
                    + (tree.at("vlanTrunk").present()
                            ? "its VLANs are"
                            : "VLAN " + tree.at("vlan").text() + " is")
                    + " left out, for this kernel's bridges filter none");
        }
        return stdin;
    }

    /** What the pod asks for goes only to plugins that say they can take it. */
    private void runtimeConfig(ObjectNode stdin) {
        ObjectNode runtime = Json.object();
        Tree capabilities = tree.at("capabilities");
        if (capabilities.at("mac").isTrue()) {
            selection.mac().ifPresent(mac -> runtime.put("mac", mac.text()));
        }
        if (capabilities.at("ips").isTrue() && !selection.ips().isEmpty()) {
            var ips = Json.array();
            selection.ips().forEach(ips::add);
            runtime.set("ips", ips);
        }
        stdin.remove("capabilities");
        if (!runtime.isEmpty()) {
            stdin.set("runtimeConfig", runtime);
        }
    }

    /** No path of a configuration leads out of the lab. */
    private void keepInside(ObjectNode stdin) {
        stdin.put("dataDir", STATE + type());
        if (stdin.get("ipam") instanceof ObjectNode ipam) {
            ipam.remove("resolvConf");
            if (ipam.path("type").asString("").toLowerCase(Locale.ROOT).equals("host-local")) {
                ipam.put("dataDir", STATE + "networks");
            }
        }
    }

    private static String message(Host.Ran ran) {
        JsonNode error = Json.read(bounded(ran.out())).orElseGet(Json::object);
        String said = error.path("msg").asString("");
        String details = error.path("details").asString("");
        String words = said.isEmpty() ? (ran.err().isBlank() ? ran.out() : ran.err()).strip() : said;
        String whole = words + (details.isEmpty() ? "" : " (" + details + ")");
        String line = whole.replaceAll("\\s+", " ");
        return line.isEmpty()
                ? "nothing, with exit code " + ran.exit()
                : line.substring(0, Math.min(400, line.length()));
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_RESULT ? "" : text;
    }
}
