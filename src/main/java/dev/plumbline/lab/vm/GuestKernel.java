package dev.plumbline.lab.vm;

import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kernel that guests run.
 *
 * @param image a file vmlinuz
 * @param modules its folder of modules
 */
record GuestKernel(Path image, Path modules) {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** What a guest of libvirt's q35 with virtio NICs cannot do without. */
    static final List<String> NEEDED = List.of("virtio_pci", "virtio_net");

    /** Modules by what they give. */
    private static final Map<Feature, String> MODULES = new EnumMap<>(Map.of(
            Feature.BRIDGE, "bridge",
            Feature.VLAN, "8021q",
            Feature.BOND, "bonding",
            Feature.DUMMY, "dummy",
            Feature.OVS, "openvswitch"));

    /** @param folders as a kernel's package has them: /boot and /lib/modules below each; the first with a kernel counts */
    static Optional<GuestKernel> find(List<Path> folders) {
        return folders.stream().flatMap(folder -> newest(folder).stream()).findFirst();
    }

    private static Optional<GuestKernel> newest(Path folder) {
        Path boot = folder.resolve("boot");
        if (!Files.isDirectory(boot)) {
            return Optional.empty();
        }
        try (Stream<Path> images = Files.list(boot)) {
            return images.filter(image -> image.getFileName().toString().startsWith("vmlinuz-"))
                    .filter(Files::isReadable)
                    .sorted(Comparator.comparing(GuestKernel::version).reversed())
                    .flatMap(image -> Stream.of("lib/modules", "usr/lib/modules")
                            .map(modules -> folder.resolve(modules)
                                    .resolve(image.getFileName().toString().substring("vmlinuz-".length())))
                            .filter(Files::isDirectory)
                            .limit(1)
                            .map(modules -> new GuestKernel(image, modules)))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Each number in it as wide as the widest: 6.1.0-9 before 6.1.0-10. */
    private static String version(Path image) {
        return DIGITS.matcher(image.getFileName().toString())
                .replaceAll(number -> "0".repeat(Math.max(0, 12 - number.group().length())) + number.group());
    }

    /** What a guest can do with it and with this machine's programs. */
    Kernel can(KernelModules found) {
        Map<Feature, String> lacks = new EnumMap<>(Feature.class);
        MODULES.forEach((feature, module) -> {
            if (!found.has(module)) {
                lacks.put(feature, "the guest's kernel has no module " + module);
            }
        });
        if (!GuestImage.SWITCH_PROGRAMS.stream()
                        .allMatch(program -> Programs.find(program).isPresent())
                || !Files.exists(Kernel.OVS_SCHEMA)) {
            lacks.put(Feature.OVS, "package openvswitch-switch is not installed");
        }
        return new Kernel(lacks);
    }

    /** The module that gives a feature. */
    static String module(Feature feature) {
        return MODULES.getOrDefault(feature, "");
    }

    KernelModules found() throws LabException {
        KernelModules found = new KernelModules(modules);
        for (String needed : NEEDED) {
            if (!found.has(needed)) {
                throw new LabException(modules + " has no module " + needed + ", which guests of kind vm need");
            }
        }
        return found;
    }
}
