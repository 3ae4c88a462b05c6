package dev.plumbline.systems.osnetconfig.ifcfg;

import dev.plumbline.systems.osnetconfig.config.Machine;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.Stop;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** /etc/vpp/startup.conf: what is there stays, sections and lines are put in (utils.py {@code generate_vpp_config}). */
record VppText(Machine machine) {

    static final String PATH = "/etc/vpp/startup.conf";

    private static final int FLAGS = Pattern.MULTILINE | Pattern.UNIX_LINES;
    private static final Pattern DPDK = Pattern.compile("^\\s*+dpdk\\s*+\\{", FLAGS);
    private static final Pattern UNIX = Pattern.compile("^\\s*+unix\\s*+\\{", FLAGS);
    private static final Pattern DRIVER = Pattern.compile("^\\s*+uio-driver.*+$", FLAGS);
    private static final Pattern START =
            Pattern.compile("^\\s*+(?:exec|startup-config).*+$", FLAGS | Pattern.CASE_INSENSITIVE);
    /** Far above any real one; the patterns take the square of its blank lines. */
    private static final int LARGEST = 8 << 10;

    String of(String existing, List<NetObject.VppInterface> ports, List<NetObject.VppBond> bonds) {
        String text = existing.length() > LARGEST ? "" : existing;
        for (NetObject.VppInterface port : ports) {
            text = port(text, port);
        }
        for (NetObject.VppBond bond : bonds) {
            text = bond(text, bond);
        }
        if (!UNIX.matcher(text).find()) {
            text += "\nunix {\n}\n";
        }
        Matcher start = START.matcher(text);
        return start.find()
                ? text.replace(start.group(), "  exec /etc/vpp/vpp-exec")
                : into(UNIX, "\n  exec /etc/vpp/vpp-exec", text);
    }

    private String pci(NetObject.VppInterface port) {
        return machine.host()
                .pci(port.name())
                .orElseThrow(() -> new Stop(
                        "VppException",
                        "Interface " + port.name() + " has no PCI address and is not found in mapping file"));
    }

    private String port(String given, NetObject.VppInterface port) {
        String pci = pci(port);
        String device = port.options().truthy() ? pci + " {" + port.options().str() + "}" : pci;
        String text = DPDK.matcher(given).find() ? given : given + "\ndpdk {\n}\n";
        Matcher line = Pattern.compile(
                        "^\\s*+dev\\s++" + Pattern.quote(pci) + "\\s*(?:\\{[^}]*+\\})?\\s*$",
                        FLAGS | Pattern.CASE_INSENSITIVE)
                .matcher(text);
        text = line.find()
                ? text.replace(line.group(), "  dev " + device + "\n")
                : into(DPDK, "\n  dev " + device + "\n", text);
        if (!port.driver().truthy()) {
            return text;
        }
        String driver = "  uio-driver " + port.driver().str();
        Matcher old = DRIVER.matcher(text);
        return old.find() ? old.replaceAll(Matcher.quoteReplacement(driver)) : into(DPDK, "\n" + driver, text);
    }

    private String bond(String text, NetObject.VppBond bond) {
        StringBuilder slaves = new StringBuilder();
        bond.ports().forEach(port -> slaves.append(",slave=").append(pci(port)));
        String options =
                bond.options().truthy() ? "," + bond.options().str().replaceAll("^[ ,]++|(?<![ ,])[ ,]++$", "") : "";
        if (slaves.isEmpty()) {
            return text;
        }
        String device = "  vdev " + bond.name() + slaves + options;
        Matcher line = Pattern.compile("^\\s*+vdev\\s++" + Pattern.quote(bond.name()) + ".*+$", FLAGS)
                .matcher(text);
        return line.find() ? text.replace(line.group(), device) : into(DPDK, "\n" + device, text);
    }

    private static String into(Pattern section, String line, String text) {
        return section.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group() + line));
    }
}
