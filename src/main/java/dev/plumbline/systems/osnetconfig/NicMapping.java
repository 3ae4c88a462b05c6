package dev.plumbline.systems.osnetconfig;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which NIC is nic5 (objects.py {@code mapped_nics}).
 *
 * @param aliases device by alias: those of the mapping file in its order, then the numbered ones in theirs
 * @param byFile the aliases that the mapping file gave
 * @param active the NICs that have a position, in order: alias K counts through all of them, mapped or not
 * @param messages in the order of the log, but for numbered NICs, which os-net-config takes in random order
 * @param error what ended the mapping; aliases are then those given until there
 */
public record NicMapping(
        Map<String, String> aliases,
        Set<String> byFile,
        List<String> active,
        List<LogMessage> messages,
        Optional<PythonError> error) {

    public static NicMapping of(NicHost host, MappingFile file, Release release) {
        Run run = new Run(host, file, release);
        Optional<PythonError> error = run.stumble();
        return new NicMapping(
                Collections.unmodifiableMap(run.aliases),
                Set.copyOf(run.byFile),
                host.ordered(release, NetDevice::active),
                List.copyOf(run.messages),
                error);
    }

    /** The real device's name, with the VLAN suffix of {@code nic3.20}; a name that is no alias stays as written. */
    public String resolve(String name) {
        String base = base(name);
        String suffix = base.equals(name) ? "" : "." + name.split("\\.", -1)[1];
        return aliases.containsKey(base) ? aliases.getOrDefault(base, base) + suffix : name;
    }

    /** {@code nic3} of {@code nic3.20}; a name whose second part is no number stays whole. */
    public String base(String name) {
        String[] parts = name.split("\\.", -1);
        boolean suffix =
                parts.length > 1 && !parts[1].isEmpty() && parts[1].chars().allMatch(c -> c >= '0' && c <= '9');
        return suffix ? parts[0] : name;
    }

    private static final class Run {
        private final NicHost host;
        private final MappingFile file;
        private final Release release;
        private final Map<String, String> aliases = new LinkedHashMap<>();
        private final Set<String> byFile = new HashSet<>();
        private final Set<String> mapped = new HashSet<>();
        private final Map<String, NetDevice> devices = new HashMap<>();
        private final List<LogMessage> messages = new ArrayList<>();

        Run(NicHost host, MappingFile file, Release release) {
            this.host = host;
            this.file = file;
            this.release = release;
            host.devices().forEach(device -> devices.putIfAbsent(device.name(), device));
        }

        Optional<PythonError> stumble() {
            Optional<PythonError> unread = file.error()
                    .or(() -> host.dpdk().error())
                    .or(() -> release == Release.TRAIN
                            ? Optional.empty()
                            : host.sriov().error());
            if (unread.isPresent()) {
                return unread;
            }
            List<String> available = host.ordered(release, NetDevice::available);
            for (MappingFile.Entry entry : file.entries()) {
                Optional<PythonError> error = take(entry, available);
                if (error.isPresent()) {
                    return error;
                }
            }
            number();
            return Optional.empty();
        }

        private Optional<PythonError> take(MappingFile.Entry entry, List<String> available) {
            Optional<String> found = entry.isMac()
                    ? available.stream()
                            .filter(name -> has(name, entry.value()))
                            .findFirst()
                    : Optional.of(entry.value()).filter(name -> entry.text() && available.contains(name));
            if (found.isEmpty()) {
                String list = String.join(", ", available);
                messages.add(LogMessage.error((entry.isMac() ? "mac " : "nic ") + entry.value()
                        + " not found in available nics " + (release == Release.TRAIN ? "(" + list + ")" : list)));
                return Optional.empty();
            }
            String nic = found.get();
            if (!mapped.add(nic)) {
                return Optional.of(
                        PythonError.invalid("interface " + nic + " already mapped, check mapping file for duplicates"));
            }
            Optional<NetDevice> namesake = Optional.ofNullable(devices.get(entry.alias()));
            if (namesake.filter(NetDevice::active).isPresent()) {
                return Optional.of(PythonError.invalid(
                        "cannot map " + nic + " to alias " + entry.alias() + ", alias overlaps with active NIC."));
            }
            if (entry.alias().equals("lo") || namesake.filter(NetDevice::real).isPresent()) {
                messages.add(
                        LogMessage.warning("Mapped nic " + entry.alias() + " overlaps with name of inactive NIC."));
            }
            aliases.put(entry.alias(), nic);
            byFile.add(entry.alias());
            return Optional.empty();
        }

        /** Compared as text with the kernel's lower case. */
        private boolean has(String nic, String mac) {
            Optional<String> own = host.mac(nic);
            if (own.isEmpty()) {
                messages.add(LogMessage.error("Unable to read mac address: " + nic));
            }
            return own.equals(Optional.of(mac));
        }

        private void number() {
            List<String> active = host.ordered(release, NetDevice::active);
            for (int i = 0; i < active.size(); i++) {
                String nic = active.get(i);
                String alias = "nic" + (i + 1);
                String holder = aliases.getOrDefault(alias, "");
                if (mapped.contains(nic)) {
                    continue;
                }
                if (holder.isEmpty()) {
                    aliases.put(alias, nic);
                } else {
                    messages.add(LogMessage.warning(
                            "no mapping for interface " + nic + " because " + alias + " is mapped to " + holder));
                }
            }
            if (aliases.isEmpty()) {
                messages.add(LogMessage.warning("No active nics found."));
            }
        }
    }
}
