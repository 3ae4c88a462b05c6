package dev.plumbline.answers.nics;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code nics}.
 *
 * @param release 16.2, 17.1 or master
 * @param branch os-net-config's
 * @param numbered in natural order of aliases
 * @param unnumbered devices on a bus that have no alias, in the order of the listing
 * @param virtual how many other devices there are, which are never numbered
 * @param strays names in the configuration that look like aliases and are none, in its order
 * @param messages what os-net-config would print of level WARNING and above
 * @param exit with --detailed-exit-codes, but 0 where files change (2)
 * @param code with --detailed-exit-codes
 * @param files path to content of each file that would change, in the order of writing
 * @param network what the configuration asks for; empty where the run fails
 * @param whatIf in the order of the listing, only changes that change something
 * @param premises what had to be taken as given, in sentences
 */
public record NicsAnswer(
        String release,
        String branch,
        List<Numbered> numbered,
        List<Unnumbered> unnumbered,
        int virtual,
        List<Stray> strays,
        List<Message> messages,
        int exit,
        int code,
        Map<String, String> files,
        NetworkAnswer network,
        List<WhatIf> whatIf,
        List<String> premises) {

    /** @param why in a few words @param usedBy what in the configuration names the alias: a bridge, or an object's type */
    public record Numbered(String alias, String device, String why, List<String> usedBy) {}

    public record Unnumbered(String device, String why) {}

    /** @param name as written @param device what os-net-config takes it for, without a word */
    public record Stray(String name, String device, List<String> usedBy) {}

    /** @param level WARNING or ERROR */
    public record Message(String level, String text) {}

    /**
     * @param changes down, gone, up or added; several where they come to the same
     * @param aliases what they would then name, where that differs; empty where nothing
     * @param exit as of the whole answer
     * @param failure why os-net-config would end in an error that it does not end in now; empty where it would not
     */
    public record WhatIf(
            String device, List<String> changes, Map<String, Optional<String>> aliases, int exit, String failure) {}
}
