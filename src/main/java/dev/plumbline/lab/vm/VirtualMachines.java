package dev.plumbline.lab.vm;

import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.LabMachine;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Crew;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import dev.plumbline.lab.ground.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What this machine has for guests of kind vm, and their start. */
public final class VirtualMachines {

    /** Unless more are asked for: each is a process that emulates a processor. */
    public static final int MOST = 3;

    private static final String EMULATOR = "qemu-system-x86_64";

    private record Needed(String program, String debian) {}

    private static final List<Needed> NEEDED = List.of(
            new Needed(EMULATOR, "qemu-system-x86"),
            new Needed("libvirtd", "libvirt-daemon"),
            new Needed("virsh", "libvirt-clients"),
            new Needed("busybox", "busybox-static"),
            new Needed("ping", "iputils-ping"),
            new Needed("ldd", "libc-bin"));

    /** Emulated, with the rest of a test suite beside it. */
    private static final Duration START = Duration.ofSeconds(180);

    /** Beside a guest's memory: its files, its emulator, its daemon; MiB. */
    private static final int OVERHEAD = 150;

    private static final Duration COMMAND = Duration.ofSeconds(30);
    private static final String KERNEL = "/run/lab/vm/vmlinuz";

    private final GuestKernel kernel;
    private final KernelModules modules;

    private final int most;

    private VirtualMachines(GuestKernel kernel, KernelModules modules, int most) {
        this.most = most;
        this.kernel = kernel;
        this.modules = modules;
    }

    /**
     * Looks for all that they need.
     *
     * @throws LabException naming everything that is missing, with Debian's packages
     */
    public static VirtualMachines ready(VmOptions options) throws LabException {
        List<String> missing = new ArrayList<>();
        if (!"amd64".equals(System.getProperty("os.arch", ""))) {
            missing.add("a machine of amd64");
        }
        for (Needed needed : NEEDED) {
            if (Programs.find(needed.program()).isEmpty()) {
                missing.add(needed.program() + " (package " + needed.debian() + ")");
            }
        }
        Optional<GuestKernel> kernel = GuestKernel.find(List.of(options.unpacked(), Path.of("/")));
        if (kernel.isEmpty()) {
            missing.add(
                    "a kernel with its modules (package linux-image-cloud-amd64, installed, or that which it depends "
                            + "on unpacked in " + options.unpacked() + ")");
        }
        if (!missing.isEmpty()) {
            throw new LabException("guests of kind vm need " + String.join(", ", missing));
        }
        return new VirtualMachines(kernel.orElseThrow(), kernel.orElseThrow().found(), options.most());
    }

    /** What guests can do. */
    public Kernel can() {
        return kernel.can(modules);
    }

    /** @throws LabException where these are too many for this machine, or one is too large */
    public void check(List<LabMachine> machines) throws LabException {
        if (machines.size() > most) {
            throw new LabException("the plan has " + machines.size() + " VMs, and no more than " + most
                    + " are started as machines unless --max-vms allows them");
        }
        for (LabMachine machine : machines) {
            if (machine.taps().size() > DomainXml.MOST_NICS) {
                throw new LabException(machine.name() + " has " + machine.taps().size() + " NICs, and a machine has "
                        + DomainXml.MOST_NICS + " at most");
            }
        }
        long needed = (long) machines.size() * (DomainXml.MEMORY + OVERHEAD);
        long free = free();
        if (free < needed) {
            throw new LabException(
                    machines.size() + " VMs take " + needed + " MiB of memory, and " + free + " are free");
        }
    }

    /** MiB; without a word of the kernel's, more than anyone takes. */
    private static long free() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) >> 10)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException _) {
            return Long.MAX_VALUE;
        }
    }

    /** Starts those that were planned, and waits until all are as planned. */
    public void start(Anchor anchor, LabBuild build, List<LabMachine> machines) throws LabException {
        try {
            Files.createDirectories(anchor.inside("/run/lab/vm"));
            Files.copy(kernel.image(), anchor.inside(KERNEL), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LabException("a guest's kernel: " + e, e);
        }
        Crew.each(machines, machine -> start(anchor, build, machine));
    }

    private void start(Anchor anchor, LabBuild build, LabMachine machine) throws LabException {
        Netns guest = new Netns(machine.guest());
        Netns pod = new Netns(machine.pod());
        VmFolder folder = VmFolder.of(guest);
        GuestConfiguration configuration = new GuestConfiguration(build, can(), guest);
        PrivateLibvirt libvirt = new PrivateLibvirt(anchor, pod);
        try {
            Files.createDirectories(anchor.inside(folder.path()));
            Files.createDirectories(anchor.inside(VmFolder.of(pod).path()));
            new GuestImage(modules, configuration.switched())
                    .write(
                            anchor.inside(folder.image()),
                            configuration.files(),
                            configuration.own(),
                            configuration.modules());
            DomainXml domain = new DomainXml(
                    "qemu",
                    Programs.find(EMULATOR).map(Path::toString).orElse(EMULATOR),
                    machine.namespace() + "_" + machine.name(),
                    KERNEL,
                    folder,
                    configuration.nics());
            Files.writeString(anchor.inside(folder.domain()), domain.text());
        } catch (IOException e) {
            throw new LabException("a guest's files: " + e, e);
        }
        libvirt.start();
        libvirt.create(folder.domain());
        awaited(anchor, guest, folder);
    }

    private static void awaited(Anchor anchor, Netns guest, VmFolder folder) throws LabException {
        try (GuestConsole console = GuestConsole.open(anchor.inside(folder.agent()), START)) {
            Output faults = console.run(List.of("sh", "-c", "cat /lab/faults 2>/dev/null || :"), COMMAND);
            if (!faults.out().isBlank()) {
                throw new LabException("in " + guest + ": " + faults.complaint());
            }
        } catch (LabException e) {
            Output wrote = anchor.run(List.of("tail", "-n", "5", folder.console()), "");
            throw new LabException(e.says() + "; its console: " + wrote.complaint(), e);
        }
    }

    /** The console of a guest of kind vm; empty for every other place. */
    public static Optional<Path> console(Anchor anchor, Netns place) {
        return Optional.of(anchor.inside(VmFolder.of(place).agent())).filter(Files::exists);
    }

    /** A pod's libvirt daemon, by its number inside the lab; empty for every other place. */
    static Optional<String> daemon(Anchor anchor, Netns place) {
        try {
            String pid =
                    Files.readString(anchor.inside(VmFolder.of(place).daemon())).strip();
            return Optional.of(pid).filter(text -> text.matches("\\d{1,10}"));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** How a command runs in a pod with a libvirt daemon, from within the lab; empty for every other place. */
    public static Optional<List<String>> beside(Anchor anchor, Netns place, List<String> command) {
        return daemon(anchor, place).map(pid -> PrivateLibvirt.entering(pid, command));
    }
}
