package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The network devices of a machine as one listing shows them.
 *
 * @param devices in the order of the listing
 * @param premises what had to be taken as given because the listing does not show it, in sentences
 * @param problems lines that are not understood
 * @param addresses whether it shows MACs
 */
public record NicListing(List<NetDevice> devices, List<String> premises, List<Problem> problems, boolean addresses) {

    /** The listing of a form that is known; empty for any other text. */
    public static Optional<NicListing> of(YamlFile file) {
        Optional<String> first = file.lines().stream()
                .map(line -> line.text().strip())
                .filter(text -> !text.isEmpty() && !text.startsWith("#"))
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().startsWith("[")) {
            return IpLinkListing.of(file);
        }
        List<Line> lines = file.lines();
        return lines.stream().anyMatch(SysfsListing::isOne)
                ? Optional.of(SysfsListing.of(file))
                : DeviceTable.looksLikeOne(first.get()) ? Optional.of(DeviceTable.of(file)) : Optional.empty();
    }
}
