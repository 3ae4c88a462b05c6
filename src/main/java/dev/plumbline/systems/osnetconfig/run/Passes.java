package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.systems.osnetconfig.config.Machine;
import dev.plumbline.systems.osnetconfig.config.NetObject;
import dev.plumbline.systems.osnetconfig.config.ObjectReader;
import dev.plumbline.systems.osnetconfig.config.Stop;
import dev.plumbline.systems.osnetconfig.config.Value;
import dev.plumbline.systems.osnetconfig.ifcfg.Changed;
import dev.plumbline.systems.osnetconfig.ifcfg.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects are made twice: physical functions of SR-IOV are applied after the first time, all else after the second
 * (cli.py {@code main}).
 */
final class Passes {

    private final Machine machine;
    private final boolean persist;
    private final Map<String, String> existing;
    private final Provider provider;
    private final Map<String, String> counted = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    /** The object made last: it is taken once more where the next one's virtual function is not there. */
    private Optional<NetObject> last = Optional.empty();

    Passes(Machine machine, boolean persist, Map<String, String> existing) {
        this.machine = machine;
        this.persist = persist;
        this.existing = existing;
        this.provider = new Provider(machine);
    }

    /** @throws Stop what ends the run */
    void run(List<Value> objects) {
        ObjectReader first = new ObjectReader(machine, persist, 1);
        boolean physical = false;
        for (Value json : objects) {
            if (made(first, json) && holdsPhysical(last)) {
                physical = true;
                last.ifPresent(provider::add);
            }
        }
        if (physical) {
            apply();
        }
        ObjectReader second = new ObjectReader(machine, persist, 2);
        for (Value json : objects) {
            made(second, json);
            if (!holdsPhysical(last)) {
                last.ifPresent(provider::add);
            }
        }
        apply();
    }

    private boolean made(ObjectReader reader, Value json) {
        try {
            last = reader.read(json);
            return true;
        } catch (Stop stop) {
            // A virtual function that is not there yet is no failure under --noop.
            if (!stop.isNoFunction()) {
                throw stop;
            }
            return false;
        }
    }

    private void apply() {
        Changed changed = Changed.of(provider, existing);
        counted.putAll(changed.counted());
        files.putAll(changed.counted());
        files.putAll(changed.uncounted());
    }

    /** As os-net-config asks: only the last member that is no physical function itself decides. */
    private static boolean holdsPhysical(Optional<NetObject> object) {
        boolean found = object.filter(NetObject.SriovPf.class::isInstance).isPresent();
        if (object.isEmpty() || found) {
            return found;
        }
        for (Optional<NetObject> member : object.get().members()) {
            if (member.filter(NetObject.SriovPf.class::isInstance).isPresent()) {
                return true;
            }
            found = holdsPhysical(member);
        }
        return found;
    }

    Provider provider() {
        return provider;
    }

    boolean changed() {
        return !counted.isEmpty();
    }

    Map<String, String> files() {
        return files;
    }
}
