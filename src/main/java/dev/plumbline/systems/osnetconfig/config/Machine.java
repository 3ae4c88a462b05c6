package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicMapping;
import dev.plumbline.systems.osnetconfig.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machine that the objects are made on, and the log of the run. */
public final class Machine {

    private final NicHost host;
    private final NicMapping mapping;
    private final Release release;
    private final boolean openVswitch;
    private final List<LogMessage> log = new ArrayList<>();
    private boolean mapped;

    public Machine(NicHost host, NicMapping mapping, Release release, boolean openVswitch) {
        this.host = host;
        this.mapping = mapping;
        this.release = release;
        this.openVswitch = openVswitch;
    }

    public Release release() {
        return release;
    }

    public NicHost host() {
        return host;
    }

    public List<LogMessage> log() {
        return List.copyOf(log);
    }

    public void tell(LogMessage message) {
        log.add(message);
    }

    /** The mapping is made when it is first asked for, and kept only where it is not empty. */
    public NicMapping mapping() {
        if (!mapped || mapping.aliases().isEmpty()) {
            log.addAll(mapping.messages());
            mapping.error().ifPresent(error -> {
                throw new Stop(error);
            });
        }
        mapped = true;
        return mapping;
    }

    /** The mapping was made before any object asked for it. */
    public void takeMapping() {
        mapped = true;
    }

    void needsOpenVswitch(String object) {
        if (!openVswitch) {
            throw Stop.invalid(object + " cannot be created as OpenvSwitch is not installed.");
        }
    }

    Identity identity(String name, boolean persist) {
        NicMapping names = mapping();
        String base = names.base(name);
        if (!persist || !names.aliases().containsKey(base)) {
            return new Identity(names.resolve(name), name, Optional.empty());
        }
        String device = names.resolve(name);
        return new Identity(name, name, Optional.of(new Identity.Hardware(device, mac(device))));
    }

    /** Only a whole name counts, without a VLAN suffix. */
    String alias(String name) {
        return mapping().aliases().getOrDefault(name, name);
    }

    public String mac(String device) {
        return host.mac(device).orElseThrow(() -> {
            log.add(LogMessage.error("Unable to read mac address: " + device));
            return new Stop(
                    "FileNotFoundError",
                    "[Errno 2] No such file or directory: '/sys/class/net/" + device + "/address'");
        });
    }

    /** The name of a physical function's virtual one. */
    String function(String device, Value id) {
        return host.virtualFunction(device, id.integer().intValue())
                .orElseThrow(() ->
                        Stop.noFunction("NIC " + device + " with VF id: " + id.integer() + " could not be found"));
    }
}
