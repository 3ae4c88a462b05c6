package dev.plumbline.sources.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A captured output's file name back into the command's words: spaces were written as {@code _}, slashes as {@code .}.
 * The way back is not unique; capture.json has the words themselves.
 */
final class CommandName {

    private static final Set<String> PROGRAMS = Set.of(
            "arp",
            "brctl",
            "bridge",
            "cat",
            "conntrack",
            "crictl",
            "ethtool",
            "hostname",
            "hostnamectl",
            "ifconfig",
            "ip",
            "ip6tables",
            "ip6tables-save",
            "iptables",
            "iptables-save",
            "kubectl",
            "lldpctl",
            "ls",
            "lsns",
            "lspci",
            "networkctl",
            "nft",
            "nmcli",
            "nmstatectl",
            "oc",
            "os-net-config",
            "podman",
            "readlink",
            "route",
            "sysctl",
            "tc",
            "uname",
            "virsh",
            "virtctl");
    private static final Set<String> SUFFIXES = Set.of("txt", "out", "json", "log", "yaml", "yml", "xml");
    private static final Set<String> FILE_TYPES =
            Set.of("json", "yaml", "yml", "conf", "conflist", "log", "txt", "xml", "cfg", "service", "nmconnection");
    private static final Pattern PREFIX_LENGTH =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,8})\\.(\\d{1,3})");

    private CommandName() {}

    /** The words of a command whose program is known; nothing for any other name. */
    static Optional<List<String>> words(String fileName) {
        List<String> words = new ArrayList<>(Arrays.asList(fileName.split("_")));
        words.removeIf(String::isEmpty);
        if (!words.isEmpty() && words.getFirst().equals("sudo")) {
            words.removeFirst();
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        words.addLast(withoutSuffix(words.removeLast()));
        if (!isProgram(words.getFirst())) {
            return Optional.empty();
        }
        return Optional.of(restored(words));
    }

    static boolean isProgram(String word) {
        return PROGRAMS.contains(word) || word.matches("(ovs|ovn|ovsdb)-[a-z]+");
    }

    /** What collectors append to a command file's name goes; a path's own ending stays. */
    private static String withoutSuffix(String word) {
        int dot = word.lastIndexOf('.');
        return dot > 0 && !isPath(word) && SUFFIXES.contains(word.substring(dot + 1)) ? word.substring(0, dot) : word;
    }

    private static List<String> restored(List<String> words) {
        String program = words.getFirst();
        boolean appctl = program.endsWith("-appctl");
        boolean readsFiles = program.equals("cat") || program.equals("ls") || program.equals("readlink");
        boolean subcommandSeen = false;
        List<String> restored = new ArrayList<>(List.of(program));
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean option = word.startsWith("-");
            boolean optionValue = List.of("-t", "--target").contains(words.get(i - 1));
            if (isPath(word)) {
                restored.add(path(word));
            } else if (readsFiles && !option && restored.getLast().startsWith("/")) {
                // boot_id: of the words of a path, the underscore was its own.
                restored.addLast(restored.removeLast() + "_" + word.replace('.', '/'));
            } else if (appctl && !option && !optionValue && !subcommandSeen) {
                subcommandSeen = true;
                restored.add(word.replace('.', '/'));
            } else {
                restored.add(prefix(word));
            }
        }
        return restored;
    }

    private static String prefix(String word) {
        Matcher matcher = PREFIX_LENGTH.matcher(word);
        return matcher.matches() ? matcher.group(1) + "/" + matcher.group(2) : word;
    }

    private static boolean isPath(String word) {
        return word.length() > 1 && word.charAt(0) == '.' && Character.isLetter(word.charAt(1));
    }

    /**
     * {@code .etc.os-net-config.config.json} is /etc/os-net-config/config.json: a known ending and {@code net.d} keep
     * their dots.
     */
    private static String path(String word) {
        String path = word.replace('.', '/').replace("/net/d/", "/net.d/").replaceFirst("/net/d$", "/net.d");
        int slash = path.lastIndexOf('/');
        return slash > 0 && FILE_TYPES.contains(path.substring(slash + 1))
                ? path.substring(0, slash) + "." + path.substring(slash + 1)
                : path;
    }
}
