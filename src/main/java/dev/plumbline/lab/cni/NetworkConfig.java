package dev.plumbline.lab.cni;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.multus.InlineJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The CNI configuration of a NetworkAttachmentDefinition, as libcni reads it.
 *
 * @param version {@code cniVersion}; 0.1.0 where not given, after the specification
 * @param name the network's, which names the definition where it is not given, as Multus has it
 * @param plugins in the order of their ADD; a configuration of one plugin is a list of one
 * @param source the definition's {@code spec.config}, for errors
 */
record NetworkConfig(String version, String name, boolean disableCheck, List<Tree> plugins, Tree source) {

    private static final int LONGEST = 1 << 16;
    private static final int MOST_PLUGINS = 16;
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,252}");

    /** Those whose work stays in the lab's namespaces, and the names that OpenShift gives to them. */
    private static final Set<String> KNOWN =
            Set.of("bridge", "cnv-bridge", "tuning", "cnv-tuning", Plugin.ROUTE_OVERRIDE, "loopback", "sbr", "vrf");

    static NetworkConfig of(Tree definition) throws CniException {
        Tree config = definition.at("spec", "config");
        if (config.text().length() > LONGEST) {
            throw CniException.at(config, "spec.config is longer than a lab takes", LONGEST + " characters at most");
        }
        Tree root = InlineJson.parse(config.text())
                .filter(tree -> tree instanceof Tree.Mapping)
                .orElseThrow(() -> CniException.at(config, "spec.config is not JSON", "a CNI configuration"));
        boolean single = !root.at("type").text().isEmpty();
        List<Tree> plugins = single ? List.of(root) : root.at("plugins").items();
        if (plugins.isEmpty() || plugins.size() > MOST_PLUGINS) {
            throw CniException.at(
                    config,
                    "spec.config has " + plugins.size() + " plugins",
                    "a plugin's type, or 1 to " + MOST_PLUGINS + " plugins");
        }
        for (Tree plugin : plugins) {
            check(plugin, config);
        }
        String version = text(root, "cniVersion", "0.1.0");
        if (!VERSION.matcher(version).matches()) {
            throw CniException.at(config, "cniVersion is " + shown(version), "a version such as 0.3.1");
        }
        String name = text(root, "name", definition.at("metadata", "name").text());
        if (!NAME.matcher(name).matches()) {
            throw CniException.at(config, "the network's name is " + shown(name), "letters, digits, '.', '_' and '-'");
        }
        return new NetworkConfig(version, name, root.at("disableCheck").isTrue(), new ArrayList<>(plugins), config);
    }

    private static void check(Tree plugin, Tree config) throws CniException {
        String type = plugin.at("type").text();
        if (!KNOWN.contains(type)) {
            throw CniException.at(
                    config,
                    "a lab has no plugin of type " + shown(type),
                    "one of " + String.join(", ", KNOWN.stream().sorted().toList()));
        }
        Tree ipam = plugin.at("ipam", "type");
        if (ipam.present() && !List.of("", "static", "host-local").contains(ipam.text())) {
            throw CniException.at(config, "a lab has no ipam of type " + shown(ipam.text()), "static or host-local");
        }
        for (String key : plugin.at("sysctl").fields().keySet()) {
            // All others are the whole machine's.
            if (!key.replace('/', '.').startsWith("net.") || key.contains("..")) {
                throw CniException.at(config, "sysctl " + shown(key) + " is not a network namespace's", "net.*");
            }
        }
    }

    private static String text(Tree root, String key, String otherwise) {
        String text = root.at(key).text();
        return text.isEmpty() ? otherwise : text;
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "\"";
    }

    /** Whether the version knows CHECK and hands results to DEL: 0.4.0 and later. */
    boolean knowsCheck() {
        String[] numbers = version.split("\\.", -1);
        return !numbers[0].equals("0") || Integer.parseInt(numbers[1]) >= 4;
    }
}
