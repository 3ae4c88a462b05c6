package dev.plumbline.systems.osnetconfig.run;

import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.MappingFile;
import dev.plumbline.systems.osnetconfig.Release;
import dev.plumbline.systems.osnetconfig.YamlFile;
import java.util.List;

/** What a release's schema has against a configuration, as the release tells it. */
@FunctionalInterface
public interface Schema {

    /** Nothing is ever found. */
    Schema NONE = (_, _, _, _) -> List.of();

    /**
     * @param file what older releases put into every object before they judge it
     * @param persists whether the run has --persist-mapping and a mapping file
     */
    List<LogMessage> messages(YamlFile config, MappingFile file, boolean persists, Release release);
}
