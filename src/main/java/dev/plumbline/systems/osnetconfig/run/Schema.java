package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.YamlFile;
import java.util.List;

/** What a release's schema has against a configuration, as the release tells it. */
@FunctionalInterface
public interface Schema {

    /** Nothing is ever found. */
    Schema NONE = (_, _) -> List.of();

    List<LogMessage> messages(YamlFile config, Release release);
}
