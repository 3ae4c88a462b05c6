package dev.plumbline.lab;

import dev.plumbline.evidence.Scope;
import dev.plumbline.lab.build.Builder;
import dev.plumbline.lab.build.GuestFolders;
import dev.plumbline.lab.build.Switches;
import dev.plumbline.lab.draft.Fingerprint;
import dev.plumbline.lab.draft.GuestKind;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.LabMachine;
import dev.plumbline.lab.draft.Limits;
import dev.plumbline.lab.draft.PlacedFile;
import dev.plumbline.lab.draft.PodNetwork;
import dev.plumbline.lab.draft.TopologyBuild;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import dev.plumbline.lab.ground.ProcessIdentity;
import dev.plumbline.lab.ground.Programs;
import dev.plumbline.lab.vm.GuestConsole;
import dev.plumbline.lab.vm.VirtualMachines;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The labs of one user on this machine, by name. */
public final class Labs {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Held while the faults of a lab are being changed. */
    public static final String FAULTS_LOCK = LabFolder.FAULTS_LOCK;

    private final Path labs;

    /** @param labs the folder that holds a folder for each */
    public Labs(Path labs) {
        this.labs = labs;
    }

    /** @param stateHome the value of XDG_STATE_HOME, empty where not set @param home the user's home folder */
    public static Labs of(String stateHome, String home) {
        return new Labs(LabFolder.labs(stateHome, home));
    }

    /** What builds into a lab that is not yet kept. */
    @FunctionalInterface
    public interface Work {
        /** @return what was built, as JSON */
        String into(Anchor anchor) throws LabException;
    }

    /** Raises a lab; whatever goes wrong, even this process's sudden death, nothing of it stays. */
    public void up(LabName name, Work work) throws LabException {
        LabFolder folder = new LabFolder(labs, name);
        try (FileChannel _ = folder.claim()
                .orElseThrow(() -> new LabException("lab " + name + " is being built by another process"))) {
            if (folder.anchor().filter(ProcessIdentity::alive).isPresent()) {
                throw new LabException("lab " + name + " stands already; end it with plumbline lab down " + name
                        + ", or build another with --name OTHER");
            }
            Anchor anchor = Anchor.start(name);
            try {
                folder.anchor(anchor.identity());
                folder.description(work.into(anchor));
                anchor.keep();
            } catch (LabException | RuntimeException e) {
                anchor.end();
                folder.delete();
                throw e;
            }
        } catch (IOException e) {
            throw new LabException("the lab's lock: " + e.getMessage(), e);
        }
    }

    /**
     * A lab that stands.
     *
     * @param already whether it stood before, of the same build, and was left as it is
     */
    public record Raised(LabDescription description, boolean already) {}

    /** Builds a planned topology; leaves a lab alone that was built from the same in the same way. */
    public Raised up(LabName name, LabRequest request) throws LabException {
        Kernel kernel = Kernel.look();
        if (request.guests() != GuestKind.NETNS && !kernel.has(Feature.TAP)) {
            throw new LabException("guests of kind " + request.guests().word() + " need " + Feature.TAP.title() + ": "
                    + kernel.lacks().get(Feature.TAP) + "; those of kind netns do without");
        }
        if (request.switched() && !kernel.has(Feature.OVS)) {
            throw new LabException("VLANs by Open vSwitch: " + kernel.words(Feature.OVS));
        }
        PodLinks.Choice choice = PodLinks.choose(request);
        Optional<VirtualMachines> virtual = request.guests() == GuestKind.VM
                ? Optional.of(VirtualMachines.ready(request.machines()))
                : Optional.empty();
        TopologyBuild.Result planned = TopologyBuild.of(
                request.topology(),
                request.kubevirt(),
                request.guests(),
                kernel,
                virtual.map(VirtualMachines::can).orElse(kernel),
                choice.definitions(),
                request.switched());
        if (virtual.isPresent()) {
            virtual.get().check(planned.machines());
        }
        if (planned.build().nics().isEmpty() && planned.build().wires().isEmpty()) {
            throw new LabException("nothing to build: the plan has neither a NIC nor a link");
        }
        LabBuild build = planned.build().with(configs(request, planned.machines()));
        Optional<String> exceeded = Limits.exceeded(planned.build());
        if (exceeded.isPresent()) {
            throw new LabException("too large for a lab: " + exceeded.get());
        }
        Set<String> instead = new TreeSet<>(planned.remarks());
        Set<Feature> wanted = planned.wanted();
        if (request.switched()) {
            wanted.remove(Feature.VLAN_FILTERING);
        }
        instead.addAll(kernel.words(wanted));
        choice.remark().ifPresent(instead::add);
        Map<String, String> places = new TreeMap<>();
        planned.build()
                .places()
                .forEach(place -> places.put(
                        place.name(),
                        Optional.ofNullable(planned.places().get(place))
                                .map(Scope::path)
                                .orElse("")));
        String fingerprint = Fingerprint.of(build);
        Optional<LabDescription> stands = standsAlready(name, fingerprint);
        if (stands.isPresent()) {
            return new Raised(stands.get(), true);
        }
        AtomicReference<LabDescription> built = new AtomicReference<>(LabDescription.NONE);
        up(name, anchor -> {
            instead.addAll(new Builder(anchor, build, kernel).run().remarks());
            Map<String, String> configs = new TreeMap<>();
            build.files().forEach(file -> configs.put(file.place().name(), file.path()));
            if (virtual.isPresent()) {
                virtual.get().start(anchor, build, planned.machines());
            } else {
                Optional<String> hidden = GuestFolders.make(anchor, build.files());
                hidden.ifPresent(instead::add);
                hidden.ifPresent(_ -> configs.clear());
            }
            List<String> unbuilt = unbuilt(request, planned.machines());
            unbuilt.forEach(vm -> instead.add(vm + ": no NIC of it is planned, and it is not built"));
            built.set(new LabDescription(
                    request.resources(),
                    fingerprint,
                    request.kubevirt().major() + "." + request.kubevirt().minor(),
                    request.guests(),
                    choice.links().word(),
                    places,
                    planned.machines().stream()
                            .map(machine -> machine.naming(request.interfaces()
                                    .getOrDefault(machine.namespace() + "/" + machine.name(), List.of())))
                            .toList(),
                    unbuilt,
                    planned.pods(),
                    configs,
                    hardware(planned.build()),
                    planned.standIns(),
                    List.copyOf(instead)));
            return built.get().json();
        });
        return new Raised(built.get(), false);
    }

    private static List<String> unbuilt(LabRequest request, List<LabMachine> built) {
        Set<String> names = built.stream()
                .map(machine -> machine.namespace() + "/" + machine.name())
                .collect(Collectors.toSet());
        return request.topology().machines().stream()
                .filter(machine -> machine.kind().equals("vm"))
                .map(machine -> machine.namespace() + "/" + machine.name())
                .filter(name -> !names.contains(name))
                .toList();
    }

    private static List<PlacedFile> configs(LabRequest request, List<LabMachine> machines) {
        return machines.stream()
                .flatMap(machine ->
                        Optional.ofNullable(request.configs().get(machine.namespace() + "/" + machine.name())).stream()
                                .map(config ->
                                        new PlacedFile(new Netns(machine.guest()), config.path(), config.text())))
                .toList();
    }

    private Optional<LabDescription> standsAlready(LabName name, String fingerprint) throws LabException {
        if (!new LabFolder(labs, name).exists()) {
            return Optional.empty();
        }
        LabStatus status = status(name);
        if (!status.word().equals("up")) {
            return Optional.empty();
        }
        if (!status.description().build().equals(fingerprint)) {
            throw new LabException("lab " + name + " stands already, built from something else or in another way;"
                    + " end it with plumbline lab down " + name + ", or build another with --name OTHER");
        }
        return Optional.of(status.description());
    }

    /** Wires into the fabric stand for nodes' NICs, the guest's ends of taps for virtual ones. */
    private static Map<String, List<String>> hardware(LabBuild build) {
        Map<String, List<String>> hardware = new TreeMap<>();
        build.wires().stream()
                .filter(wire -> wire.other().place().equals(Netns.FABRIC)
                        && !wire.one().name().equals(PodNetwork.NODE_DEVICE))
                .map(LabBuild.Wire::one)
                .filter(end -> end.place().name().startsWith("node."))
                .forEach(end -> hardware.computeIfAbsent(end.place().name(), _ -> new ArrayList<>())
                        .add(end.name()));
        build.nics().stream()
                .filter(_ -> build.guests() != GuestKind.VM)
                .forEach(nic -> hardware.computeIfAbsent(nic.guest().name(), _ -> new ArrayList<>())
                        .add(nic.guestDevice()));
        return hardware;
    }

    public LabStatus status(LabName name) throws LabException {
        LabFolder folder = new LabFolder(labs, name);
        if (!folder.exists()) {
            throw none(name);
        }
        Optional<ProcessIdentity> anchor = folder.anchor();
        return new LabStatus(
                name,
                anchor.filter(ProcessIdentity::alive).isPresent(),
                folder.claimed(),
                anchor.map(ProcessIdentity::pid).orElse(0L),
                LabDescription.read(folder.description()).orElse(LabDescription.NONE));
    }

    /** When its anchor was started; empty where that is not known. */
    public Optional<java.time.Instant> since(LabName name) {
        return new LabFolder(labs, name).since();
    }

    /** Writes what the lab shows of itself into a folder, from which all commands read it as they read a cluster's. */
    public void capture(LabName name, Path folder) throws LabException {
        CaptureFolder capture = new CaptureFolder(folder);
        capture.free();
        capture.write(capture(name));
    }

    /** What the lab shows of itself, laid out as a capture: contents by path. Nothing is written. */
    public SortedMap<String, String> capture(LabName name) throws LabException {
        standing(name);
        return Capture.of(this, name, status(name).description());
    }

    /**
     * The argument list that runs a program in one place of a lab, as if on that machine: with its /sys, and with its own
     * Open vSwitch.
     *
     * @param place a name of {@link LabDescription#places}
     */
    public List<String> entering(LabName name, String place, List<String> command) throws LabException {
        Anchor anchor = standing(name);
        if (console(name, place).isPresent()) {
            throw new LabException(place + " is a machine: no program of this one can be run in it");
        }
        Netns netns = Netns.parse(place)
                .filter(known -> java.nio.file.Files.exists(anchor.inside("/run/netns/" + known)))
                .orElseThrow(() -> new LabException("lab " + name + " has no place " + place));
        List<String> whole = new ArrayList<>(
                List.of("ip", "netns", "exec", netns.name(), "env", "OVS_RUNDIR=" + Switches.folder(netns)));
        whole.addAll(command);
        return anchor.entering(VirtualMachines.beside(anchor, netns, command).orElse(whole));
    }

    /** Where a guest of kind vm takes commands; empty for every other place. */
    public Optional<Path> console(LabName name, String place) throws LabException {
        Anchor anchor = standing(name);
        return Netns.parse(place).flatMap(known -> VirtualMachines.console(anchor, known));
    }

    /** Runs a program in one place of a lab, of whatever kind that is. @return what it left, its exit code too */
    public Output run(LabName name, String place, List<String> command, Duration patience) throws LabException {
        Optional<Path> console = console(name, place);
        if (console.isEmpty()) {
            return Programs.run(entering(name, place, command), Map.of(), "", patience);
        }
        try (GuestConsole guest = GuestConsole.open(console.get(), patience)) {
            return guest.run(command, patience);
        }
    }

    /** Ends a lab and removes what is known of it. @return whether there was anything */
    public boolean down(LabName name) throws LabException {
        LabFolder folder = new LabFolder(labs, name);
        if (!folder.exists()) {
            return false;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<Anchor> anchor = folder.anchor().flatMap(Anchor::of);
            if (anchor.isPresent()) {
                anchor.get().end();
            }
            if (System.nanoTime() > deadline) {
                throw new LabException("lab " + name + " is being built by another process, which does not give up");
            }
            // A builder that was killed holds no lock; one that lives sees its anchor die, and clears up itself.
        } while (folder.claimed() && paused());
        folder.delete();
        return true;
    }

    private static boolean paused() throws LabException {
        try {
            Thread.sleep(20);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted while a lab was being ended", e);
        }
    }

    /** Where the faults of a lab are written down; goes with it. */
    public Path faults(LabName name) {
        return new LabFolder(labs, name).faults();
    }

    /** All that have a folder, also those whose anchor has died, sorted. */
    public List<LabName> names() throws LabException {
        return LabFolder.names(labs);
    }

    /** The anchor of a lab that stands. */
    public Anchor standing(LabName name) throws LabException {
        LabFolder folder = new LabFolder(labs, name);
        if (!folder.exists()) {
            throw none(name);
        }
        return folder.anchor()
                .flatMap(Anchor::of)
                .orElseThrow(() -> new LabException(
                        "lab " + name + " is dead; remove what is left of it with plumbline lab down " + name));
    }

    private static LabException none(LabName name) {
        return new LabException("there is no lab " + name + "; plumbline lab list shows those there are");
    }
}
