package dev.plumbline.lab;

import dev.plumbline.lab.build.Switches;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabMachine;
import dev.plumbline.lab.ground.Crew;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a lab shows of itself, as the files that a collector would bring from a cluster (docs/formats/capture.md). */
final class Capture {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final List<String> LINKS = List.of("ip", "-j", "-d", "link");
    private static final List<String> ADDRESSES = List.of("ip", "-j", "addr");
    private static final List<String> ROUTES = List.of("ip", "-j", "route");
    private static final List<String> INTERFACES = List.of("virsh", "domiflist", "1");
    private static final List<String> RULES = List.of("nft", "list", "ruleset");
    private static final List<String> SETTINGS =
            List.of("sysctl", "net.ipv4.ip_forward", "net.ipv4.conf.all.arp_ignore", "net.ipv4.conf.all.rp_filter");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Labs labs;
    private final LabName lab;
    private final LabDescription built;
    private final StandIns standIns;
    private final Map<String, ObjectNode> listed = new TreeMap<>();
    private final SortedMap<String, String> files = new TreeMap<>();

    private Capture(Labs labs, LabName lab, LabDescription built) {
        this.labs = labs;
        this.lab = lab;
        this.built = built;
        this.standIns = new StandIns(built);
    }

    /** The capture's files, by path below its root. */
    static SortedMap<String, String> of(Labs labs, LabName lab, LabDescription built) throws LabException {
        return new Capture(labs, lab, built).files();
    }

    private SortedMap<String, String> files() throws LabException {
        List<String> places = new ArrayList<>(built.places().keySet());
        Crew.each(places, this::place);
        for (LabMachine machine : built.machines()) {
            keep(
                    scopes(machine.pod()),
                    INTERFACES,
                    built.guests() == GuestKind.VM ? said(machine.pod(), INTERFACES) : domiflist(machine));
            files.putAll(new ApiObjects(machine).files());
        }
        built.pods().forEach(pod -> files.putAll(new ApiObjects(pod).files()));
        if (built.unbuilt().isEmpty()) {
            files.put("cluster/oc_get_vmi_-A", ApiObjects.listed(built.machines()));
            list("cluster/oc_get_vmi_-A", "cluster", List.of("oc", "get", "vmi", "-A"));
        }
        files.put("lab.json", built.json());
        list("lab.json", "cluster", List.of("plumbline", "lab", "status", "-o", "json"));
        ObjectNode index = MAPPER.createObjectNode();
        index.put("apiVersion", "plumbline.dev/v1").put("kind", "Capture").put("tool", "plumbline lab " + lab);
        ArrayNode list = index.putArray("files");
        listed.values().forEach(list::add);
        files.put("capture.json", index.toPrettyString() + "\n");
        return files;
    }

    private void place(String place) throws LabException {
        String scope = scopes(place);
        if (scope.isEmpty()) {
            return; // the fabric: no cluster has a way to look there
        }
        keep(scope, LINKS, standIns.shown(place, said(place, LINKS)));
        keep(scope, ADDRESSES, standIns.shown(place, said(place, ADDRESSES)));
        keep(scope, ROUTES, said(place, ROUTES));
        keep(scope, SETTINGS, said(place, SETTINGS));
        if (scope.startsWith("node/") || scope.startsWith("pod/")) {
            List<String> stations = List.of("bridge", "-j", "fdb", "show");
            keep(scope, stations, said(place, stations));
            Output rules = labs.run(lab, place, RULES, PATIENCE);
            if (rules.fine()) {
                keep(scope, RULES, rules.out()); // else this machine has no nft, and the lab no rules
            }
        }
        if (scope.startsWith("node/")) {
            List<String> vlans = List.of("bridge", "-j", "vlan", "show");
            keep(scope, vlans, said(place, vlans));
        }
        Optional<String> config = Optional.ofNullable(built.configs().get(place));
        if (config.isPresent()) {
            List<String> shown = List.of("cat", config.get());
            Output file = labs.run(lab, place, shown, PATIENCE);
            if (file.fine()) {
                keep(scope, shown, file.out()); // else someone has removed it
            }
        }
        if (switched(place)) {
            List<String> switches = List.of("ovs-vsctl", "show");
            keep(scope, switches, said(place, switches));
        }
    }

    private boolean switched(String place) throws LabException {
        return labs.console(lab, place).isPresent()
                ? labs.run(lab, place, List.of("test", "-S", "/var/run/openvswitch/db.sock"), PATIENCE)
                        .fine()
                : Files.isDirectory(labs.standing(lab).inside(Switches.folder(new Netns(place))));
    }

    private String scopes(String place) {
        return built.scope(place);
    }

    private String said(String place, List<String> command) throws LabException {
        Output output = labs.run(lab, place, command, PATIENCE);
        if (!output.fine()) {
            throw new LabException("in " + place + ": " + String.join(" ", command) + ": " + output.complaint());
        }
        return output.out();
    }

    /** As virsh prints the interfaces of a domain, which a lab without machines has not: what it was built from stands in its place. */
    private static String domiflist(LabMachine machine) {
        StringBuilder text = new StringBuilder(" Interface   Type       Source   Model                     MAC\n");
        text.append("-".repeat(78)).append('\n');
        machine.taps()
                .forEach((tap, mac) -> text.append(String.format(
                        Locale.ROOT, " %-11s ethernet   -        virtio-non-transitional   %s%n", tap, mac)));
        return text.append('\n').toString();
    }

    private synchronized void keep(String scope, List<String> command, String output) {
        int slash = scope.indexOf('/');
        String file = scope.substring(0, slash) + "s" + scope.substring(slash) + "/"
                + String.join("_", command).replace('/', '.');
        list(file, scope, command);
        files.put(file, output);
    }

    private void list(String file, String scope, List<String> command) {
        ObjectNode entry = MAPPER.createObjectNode();
        entry.put("file", file);
        command.forEach(entry.putArray("argv")::add);
        entry.put("scope", scope);
        entry.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("status", 0);
        listed.put(file, entry);
    }
}
