package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that a configuration's network_config uses for devices. What else its objects ask for is not looked at.
 *
 * @param uses in depth-first order, each once
 * @param primaries members whose MAC is read and given to the bridge, bond or team around them, in that order
 * @param error two primaries in one bridge, bond or team
 * @param list whether there is a list network_config at all, and whether anything stands in it
 */
public record ConfigNames(List<Use> uses, List<String> primaries, Optional<PythonError> error, Objects list) {

    /** What network_config is. */
    public enum Objects {
        NONE,
        EMPTY,
        SOME
    }

    /** @param name as written @param by {@code br-ex} for a member, else the object's type */
    public record Use(String name, String by) {}

    private static final int DEEPEST = 16;
    private static final Set<String> BRIDGES = Set.of("ovs_bridge", "ovs_user_bridge", "linux_bridge");
    private static final Set<String> TAKES_MAC = Set.of("ovs_bridge", "linux_bridge", "linux_bond", "team");
    private static final Set<String> HOLDERS =
            Set.of("ovs_bridge", "ovs_user_bridge", "linux_bridge", "ovs_bond", "linux_bond", "team");

    /** Parsers that read the key primary; those of bridges, bonds and teams drop it. */
    private static final Set<String> MAY_BE_PRIMARY = Set.of(
            "interface",
            "vlan",
            "ovs_tunnel",
            "ovs_patch_port",
            "ib_interface",
            "ib_child_interface",
            "sriov_pf",
            "sriov_vf",
            "ovs_dpdk_port",
            "vpp_interface");

    /** Their names are found on the machine or made by rules that are not followed here. */
    private static final Set<String> NAMED_ELSEWHERE = Set.of("sriov_vf", "ib_child_interface", "ovs_dpdk_port");

    private static final Pattern ALIAS_LIKE = Pattern.compile("(?i)nic ?\\d+");

    public static ConfigNames read(YamlFile file) {
        Tree list = file.root().at("network_config");
        if (!(list instanceof Tree.Sequence)) {
            return new ConfigNames(List.of(), List.of(), Optional.empty(), Objects.NONE);
        }
        Walk walk = new Walk();
        list.items().forEach(object -> walk.take(object, "", 0));
        return new ConfigNames(
                List.copyOf(walk.uses),
                List.copyOf(walk.primaries),
                walk.error,
                list.items().isEmpty() ? Objects.EMPTY : Objects.SOME);
    }

    /** Whether a person meant an alias; os-net-config takes what is none for a device's name and says nothing. */
    public static boolean looksLikeAlias(String name) {
        return ALIAS_LIKE.matcher(base(name)).matches();
    }

    /** {@code nic3} of {@code nic3.20}. */
    public static String base(String name) {
        return name.split("\\.", -1)[0];
    }

    private static final class Walk {
        private final List<Use> uses = new ArrayList<>();
        private final List<String> primaries = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private Optional<PythonError> error = Optional.empty();

        void take(Tree object, String holder, int depth) {
            String type = object.at("type").text();
            String name = type.equals("vlan")
                    ? "vlan" + object.at("vlan_id").text()
                    : object.at("name").text();
            if (depth > DEEPEST || type.isEmpty()) {
                return;
            }
            if (!type.equals("vlan")) {
                use(name, holder.isEmpty() ? type : holder);
            }
            use(
                    object.at("device").text(),
                    type + (type.equals("vlan") ? " " + object.at("vlan_id").text() : ""));
            List<Tree> first =
                    object.at("members").items().stream().filter(Walk::primary).toList();
            if (HOLDERS.contains(type)) {
                if (first.size() > 1 && error.isEmpty()) {
                    error = Optional.of(
                            PythonError.invalid("Only one primary interface allowed per " + word(type) + "."));
                }
                if (TAKES_MAC.contains(type)) {
                    first.stream().limit(1).filter(Walk::named).forEach(member -> primaries.add(nameOf(member)));
                }
            }
            for (Tree member : object.at("members").items()) {
                take(member, name, depth + 1);
            }
        }

        private void use(String name, String by) {
            if (!name.isEmpty() && seen.add(name + "\n" + by)) {
                uses.add(new Use(name, by));
            }
        }

        private static boolean primary(Tree member) {
            return MAY_BE_PRIMARY.contains(member.at("type").text())
                    && OsloBool.isTrue(member.at("primary").text());
        }

        private static boolean named(Tree member) {
            return !NAMED_ELSEWHERE.contains(member.at("type").text())
                    && !nameOf(member).isEmpty();
        }

        private static String nameOf(Tree member) {
            String vlan = member.at("vlan_id").text();
            boolean isVlan = member.at("type").text().equals("vlan");
            return isVlan
                    ? (vlan.isEmpty() ? "" : "vlan" + vlan)
                    : member.at("name").text();
        }

        private static String word(String type) {
            return BRIDGES.contains(type)
                    ? "bridge"
                    : type.replaceFirst("^(ovs|linux)_", "").toLowerCase(Locale.ROOT);
        }
    }
}
