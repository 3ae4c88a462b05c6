package dev.plumbline.sources.transcript;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a command from a comment or a heading after a bare {@code #} or {@code $}. */
final class Programs {

    /** Programs whose names are no English words. */
    private static final Set<String> NAMES =
            words("oc kubectl omc omg virtctl virsh brctl ovs-vsctl ovs-appctl ovs-ofctl ovs-dpctl ovsdb-client"
                    + " ovn-nbctl ovn-sbctl"
                    + " os-net-config egrep fgrep ethtool sudo ssh chroot nsenter crictl podman docker nmcli nmstatectl lldpctl"
                    + " lldptool tcpdump arp arping tracepath traceroute ifconfig iptables nft systemctl journalctl"
                    + " hostnamectl lspci lsmod uname awk jq yq curl python python3 ansible ansible-playbook clush pdsh"
                    + " openstack"
                    + " pcs etcdctl rpm dnf yum apt ps ls cd pwd whoami sysctl dmesg lsblk su bash sh env kubens kubectx helm"
                    + " iperf iperf3 nc ncat dig nslookup getent ss netstat vim vi tmux conntrack bridge-utils rpm-ostree"
                    + " sshpass scp rsync tar sha256sum mkdir chmod tee xargs seq zcat teamdctl nmap udevadm lshw dmidecode"
                    + " ip bridge cat grep exit logout ping hostname export echo source uptime timeout");

    /** Programs whose names are English words: only with words behind them that no sentence has. */
    private static final Set<String> ENGLISH =
            words("ip bridge cat grep exit logout ping hostname export echo source uptime timeout date time"
                    + " watch while for if"
                    + " host"
                    + " route head tail less more sort find which who id test top kill set script column history clear tc sed"
                    + " man file stat service python last true read do printf id make");

    private static final Set<String> STOPWORDS = words(
            "of the is are was this that these those and or to we you it its be has have had with into each all an a"
                    + " not"
                    + " our your from see here there can will should must in on by as at for when if then address. than");

    private static final int LONGEST = 400;

    private Programs() {}

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the first word is a program that we know, or nothing stands there. */
    static boolean isKnown(String rest) {
        String word = firstWord(rest);
        return word.isEmpty() || NAMES.contains(word) || ENGLISH.contains(word);
    }

    /** Whether what follows this bare sign is a command and no comment. */
    static boolean isCommand(String rest, String sign) {
        String head = rest.strip();
        head = head.length() > LONGEST ? head.substring(0, LONGEST) : head;
        String word = firstWord(head);
        boolean path = head.matches("(?s)\\.{0,2}/[\\w./-]+(?:\\s.*)?");
        if (!path && !NAMES.contains(word) && !ENGLISH.contains(word)) {
            return false;
        }
        if (!sign.equals("#")) {
            return true;
        }
        return ENGLISH.contains(word) ? !isEnglish(head, word) : !STOPWORDS.contains(second(head));
    }

    /** Whether it might be some program that we do not know. */
    static boolean isPlausible(String rest) {
        return rest.matches("(?s)[a-z./_~][\\w./+-]{0,100}(?:[ ;|&>].*)?");
    }

    private static boolean isEnglish(String head, String word) {
        if (word.equals("for")) {
            return !head.matches("(?s)for +\\w{1,60} +in\\s.*|for +\\(\\(.*");
        }
        if (word.equals("while") || word.equals("if")) {
            return !head.contains(";") && !head.matches("(?s)(while|if) +(\\[|true|!).*");
        }
        if (head.endsWith(".") && head.indexOf(' ') > 0 && !head.endsWith(" .") || head.endsWith(":")) {
            return true;
        }
        String plain = head.replaceAll("\"[^\"]{0,200}\"|'[^']{0,200}'", "_");
        String[] words = plain.split("\\s+", 7);
        for (int i = 1; i < Math.min(words.length, 6); i++) {
            if (words[i].startsWith("|") || words[i].startsWith(">") || words[i].startsWith(";")) {
                return false;
            }
            boolean preposition = words[i].equals("to") || words[i].equals("from") || words[i].equals("all");
            boolean ofIp = (word.equals("ip") || word.equals("bridge")) && preposition;
            if (STOPWORDS.contains(words[i].toLowerCase(Locale.ROOT)) && !ofIp && !word.equals("echo")) {
                return true;
            }
        }
        return false;
    }

    private static String second(String head) {
        String[] words = head.split("\\s+", 3);
        return words.length > 1 ? words[1] : "";
    }

    /** The program's name: assignments in front and folders taken off, a pipe or semicolon glued to it too. */
    private static String firstWord(String rest) {
        String text = rest.strip();
        for (int i = 0; i < 5 && text.matches("(?s)[A-Za-z_]\\w{0,60}=\\S{0,200}\\s.*"); i++) {
            text = text.replaceFirst("^\\S+\\s+", "");
        }
        int end = 0;
        while (end < text.length() && " \t;|&>()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(0, end);
        return word.substring(word.lastIndexOf('/') + 1);
    }
}
