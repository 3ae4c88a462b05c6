package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that a configuration's network_config uses for devices. What else its objects ask for is not looked at.
 *
 * @param uses in depth-first order, each once
 */
public record ConfigNames(List<Use> uses) {

    /** @param name as written @param by {@code br-ex} for a member, else the object's type */
    public record Use(String name, String by) {}

    private static final int DEEPEST = 16;
    private static final Pattern ALIAS_LIKE = Pattern.compile("(?i)nic ?\\d+");

    public static ConfigNames read(YamlFile file) {
        Walk walk = new Walk();
        file.root().at("network_config").items().forEach(object -> walk.take(object, "", 0));
        return new ConfigNames(List.copyOf(walk.uses));
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
        private final Set<Use> seen = new HashSet<>();

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
            for (Tree member : object.at("members").items()) {
                take(member, name, depth + 1);
            }
        }

        private void use(String name, String by) {
            Use use = new Use(name, by);
            if (!name.isEmpty() && seen.add(use)) {
                uses.add(use);
            }
        }
    }
}
