package dev.plumbline.systems.osnetconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run of os-net-config with the provider ifcfg says of its mapping and of the names in its configuration, and how
 * it ends as far as these decide. What objects ask for besides (schema, addresses, routes, options) is not judged.
 *
 * @param messages WARNING and above, in the log's order; an exception that nothing catches counts as an error
 * @param exit with --detailed-exit-codes, but 0 where files change (2)
 */
public record MappingRun(NicMapping mapping, List<LogMessage> messages, int exit) {

    /** os-net-config of OSP 17.1 and later: network_config failed. */
    private static final int NETWORK_CONFIG_FAILED = 4;

    public static MappingRun of(NicHost host, MappingFile file, YamlFile config, Release release) {
        NicMapping mapping = NicMapping.of(host, file, release);
        if (file.error().isPresent()) {
            return uncaught(mapping, List.of(), file.error().get());
        }
        Optional<MappingRun> unread = unread(mapping, config, release);
        boolean mapsFirst = release == Release.MASTER && mapping.error().isPresent();
        if (unread.isPresent() && !mapsFirst) {
            return unread.get();
        }
        if (mapping.error().isPresent()) {
            List<LogMessage> messages = new ArrayList<>(mapping.messages());
            if (release == Release.WALLABY) {
                messages.add(wallaby(mapping.error().get()));
            }
            return uncaught(mapping, messages, mapping.error().get());
        }
        ConfigNames names = ConfigNames.read(config);
        if (names.error().isPresent()) {
            return failed(mapping, mapping.messages(), names.error().get(), release);
        }
        for (String primary : names.primaries()) {
            String device = mapping.resolve(primary);
            if (host.mac(device).isEmpty()) {
                List<LogMessage> messages = new ArrayList<>(mapping.messages());
                messages.add(LogMessage.error("Unable to read mac address: " + device));
                PythonError error = new PythonError(
                        "FileNotFoundError",
                        "[Errno 2] No such file or directory: '/sys/class/net/" + device + "/address'");
                return failed(mapping, messages, error, release);
            }
        }
        return new MappingRun(mapping, mapping.messages(), 0);
    }

    /** A configuration without a list of objects, for which nothing is mapped. */
    private static Optional<MappingRun> unread(NicMapping mapping, YamlFile config, Release release) {
        if (config.error().isPresent()) {
            PythonError error = config.error().get();
            LogMessage message = release == Release.MASTER
                    ? LogMessage.error("Invalid YAML in config file " + config.name() + ": " + error.text())
                    : LogMessage.error(error.line());
            return Optional.of(new MappingRun(mapping, List.of(message), 1));
        }
        if (config.isEmpty()) {
            PythonError error = PythonError.noAttribute("NoneType", "get");
            return Optional.of(uncaught(mapping, List.of(), error));
        }
        return switch (ConfigNames.read(config).list()) {
            case SOME -> Optional.empty();
            case EMPTY -> Optional.of(new MappingRun(mapping, List.of(), release == Release.TRAIN ? 0 : 1));
            case NONE -> {
                LogMessage message = LogMessage.error("No interfaces defined in config: " + config.name());
                // master tells it on level INFO.
                yield Optional.of(new MappingRun(mapping, release == Release.MASTER ? List.of() : List.of(message), 1));
            }
        };
    }

    private static MappingRun failed(NicMapping mapping, List<LogMessage> before, PythonError error, Release release) {
        List<LogMessage> messages = new ArrayList<>(before);
        return switch (release) {
            case TRAIN -> uncaught(mapping, messages, error);
            case WALLABY -> {
                messages.add(wallaby(error));
                yield uncaught(mapping, messages, error);
            }
            case MASTER -> {
                messages.add(LogMessage.error("ifcfg: ***Failed to configure network_config ***\n" + error.text()));
                messages.add(LogMessage.error("ifcfg: Network config failed"));
                yield new MappingRun(mapping, List.copyOf(messages), NETWORK_CONFIG_FAILED);
            }
        };
    }

    private static LogMessage wallaby(PythonError error) {
        return LogMessage.error("***Failed to configure with ifcfg provider***\n" + error.text());
    }

    private static MappingRun uncaught(NicMapping mapping, List<LogMessage> before, PythonError error) {
        List<LogMessage> messages = new ArrayList<>(before);
        messages.add(LogMessage.error(error.line()));
        return new MappingRun(mapping, List.copyOf(messages), 1);
    }
}
