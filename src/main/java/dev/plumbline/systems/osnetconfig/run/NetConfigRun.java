package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.NicMapping;
import dev.plumbline.systems.osnetconfig.PythonError;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.config.Machine;
import dev.plumbline.systems.osnetconfig.config.Stop;
import dev.plumbline.systems.osnetconfig.config.Value;
import dev.plumbline.systems.osnetconfig.ifcfg.NetworkOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A run of os-net-config with the provider ifcfg and {@code --noop --detailed-exit-codes} (cli.py). */
public final class NetConfigRun {

    /** Bits of master's exit code. */
    private static final int NETWORK_CONFIG_FAILED = 4;

    private static final int FALLBACK_FAILED = 8;

    private final Host host;
    private final Configuration config;
    private final Release release;
    private final NicMapping mapping;
    private final List<LogMessage> log = new ArrayList<>();

    private NetConfigRun(Host host, Configuration config, Release release) {
        this.host = host;
        this.config = config;
        this.release = release;
        this.mapping = NicMapping.of(host.nics(), host.mapping(), release);
    }

    public static Outcome of(Host host, Configuration config, Release release) {
        return new NetConfigRun(host, config, release).outcome();
    }

    private Outcome outcome() {
        if (host.mapping().error().isPresent()) {
            return uncaught(host.mapping().error().get());
        }
        if (release == Release.MASTER) {
            // The others map when the first object asks for it.
            log.addAll(mapping.messages());
            if (mapping.error().isPresent()) {
                return uncaught(mapping.error().get());
            }
        }
        return unread().orElseGet(this::read);
    }

    /** A configuration without a list of objects. */
    private Optional<Outcome> unread() {
        if (config.error().isPresent()) {
            PythonError error = config.error().get();
            log.add(
                    release == Release.MASTER
                            ? LogMessage.error("Invalid YAML in config file " + config.name() + ": " + error.text())
                            : LogMessage.error(error.line()));
            return Optional.of(Outcome.failed(mapping, log, 1));
        }
        Value root = config.root();
        if (!(root instanceof Value.Fields)) {
            return Optional.of(uncaught(PythonError.noAttribute(root.type(), "get")));
        }
        Value list = config.section("network_config");
        if (!(list instanceof Value.Items)) {
            // master tells it on level INFO.
            if (release != Release.MASTER) {
                log.add(LogMessage.error("No interfaces defined in config: " + config.name()));
            }
            return Optional.of(Outcome.failed(mapping, log, 1));
        }
        return release == Release.MASTER && !list.truthy()
                ? Optional.of(Outcome.failed(mapping, log, 1))
                : Optional.empty();
    }

    private Outcome read() {
        List<Value> objects = objects("network_config");
        if (release != Release.MASTER) {
            Optional<Value> stray = objects.stream()
                    .filter(object -> !(object instanceof Value.Fields))
                    .findFirst();
            if (stray.isPresent()) {
                return uncaught(PythonError.noAttribute(stray.get().type(), "get"));
            }
        }
        log.addAll(config.schema());
        boolean refused = !config.schema().isEmpty() || objects.isEmpty();
        if (release == Release.WALLABY && refused) {
            return Outcome.failed(mapping, log, 1);
        }
        Machine machine = new Machine(host.nics(), mapping, release, host.openVswitch());
        if (release == Release.MASTER) {
            machine.takeMapping();
        }
        Passes passes = new Passes(machine, host.persists(), host.files());
        try {
            passes.run(objects);
            log.addAll(machine.log());
        } catch (Stop stop) {
            log.addAll(machine.log());
            return failed(stop.error());
        }
        return done(passes, passes.changed() ? Outcome.CHANGED : 0);
    }

    private Outcome done(Passes passes, int code) {
        return new Outcome(
                mapping,
                List.copyOf(log),
                code,
                Collections.unmodifiableMap(passes.files()),
                NetworkOf.of(passes.provider()));
    }

    private List<Value> objects(String section) {
        return config.section(section) instanceof Value.Items list ? list.items() : List.of();
    }

    private Outcome failed(PythonError error) {
        return switch (release) {
            case TRAIN -> uncaught(error);
            case WALLABY -> {
                log.add(LogMessage.error("***Failed to configure with ifcfg provider***\n" + error.text()));
                yield uncaught(error);
            }
            case MASTER -> {
                log.add(LogMessage.error("ifcfg: ***Failed to configure network_config ***\n" + error.text()));
                log.add(LogMessage.error("ifcfg: Network config failed"));
                yield fallback();
            }
        };
    }

    /** What master applies in the place of a network_config that failed. */
    private Outcome fallback() {
        List<Value> objects = objects("fallback_config");
        if (objects.isEmpty()) {
            return Outcome.failed(mapping, log, NETWORK_CONFIG_FAILED);
        }
        Machine machine = new Machine(host.nics(), mapping, release, host.openVswitch());
        machine.takeMapping();
        Passes passes = new Passes(machine, host.persists(), host.files());
        try {
            passes.run(objects);
            log.addAll(machine.log());
        } catch (Stop stop) {
            log.addAll(machine.log());
            log.add(LogMessage.error("ifcfg: ***Failed to configure fallback_config ***\n"
                    + stop.error().text()));
            return Outcome.failed(mapping, log, NETWORK_CONFIG_FAILED | FALLBACK_FAILED);
        }
        return done(passes, NETWORK_CONFIG_FAILED | (passes.changed() ? Outcome.CHANGED : 0));
    }

    private Outcome uncaught(PythonError error) {
        return Outcome.uncaught(mapping, log, error);
    }
}
