package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.ifcfg.Provider.Entry;
import dev.plumbline.systems.osnetconfig.ifcfg.Provider.Group;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one file that each of the virtual switches IVS and NFVSwitch has; empty where it has neither uplink nor port. */
final class SwitchText {

    private SwitchText() {}

    static String ivs(Provider provider) {
        String words = words(" -u ", uplinks(provider, "IVS_BRIDGE", Group.INTERFACES, Group.INFINIBAND))
                + words(
                        " --internal-port=",
                        List.copyOf(provider.entries(Group.IVS_PORTS).keySet()));
        return words.isEmpty()
                ? ""
                : "DAEMON_ARGS=\"--hitless --certificate /etc/ivs --inband-vlan 4092" + words + "\"";
    }

    static String nfvswitch(Provider provider) {
        String words = words(" -u ", uplinks(provider, "NFVSWITCH_BRIDGE", Group.INTERFACES))
                + words(
                        " -m ",
                        List.copyOf(provider.entries(Group.NFVSWITCH_PORTS).keySet()));
        return words.isEmpty() ? "" : "SETUP_ARGS=\"" + provider.nfvswitchOptions() + words + "\"";
    }

    /** A file that holds the word anywhere counts. */
    private static List<String> uplinks(Provider provider, String word, Group... groups) {
        return List.of(groups).stream()
                .flatMap(group -> provider.entries(group).entrySet().stream())
                .filter(entry -> isUplink(entry, word))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isUplink(Map.Entry<String, Entry> entry, String word) {
        return entry.getValue().text().contains(word);
    }

    private static String words(String option, List<String> names) {
        return names.stream().map(name -> option + name).collect(Collectors.joining());
    }
}
