package dev.plumbline.lab.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a guest's first file system, and how it is written. */
class GuestImageTest {

    @TempDir
    Path folder;

    /** Names in an archive, as the kernel would find them. */
    private static List<String> listing(byte[] archive) {
        List<String> names = new ArrayList<>();
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < archive.length) {
            assertThat(text.substring(at, at + 6)).isEqualTo("070701");
            int size = Integer.parseInt(text.substring(at + 54, at + 62), 16);
            int name = Integer.parseInt(text.substring(at + 94, at + 102), 16);
            names.add(text.substring(at + 110, at + 110 + name - 1));
            at = aligned(aligned(at + 110 + name) + size);
        }
        return names;
    }

    private static int aligned(int at) {
        return (at + 3) & ~3;
    }

    @Test
    void foldersComeBeforeWhatLiesInThemAndNothingTwice() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Cpio cpio = new Cpio(out);
        cpio.file("lib/x/one.so", new byte[] {1, 2, 3}, true);
        cpio.file("lib/x/two.so", new byte[5], true);
        cpio.file("lib/x/one.so", new byte[9], true);
        cpio.folder("lib");
        cpio.end();
        assertThat(listing(out.toByteArray()))
                .containsExactly("lib", "lib/x", "lib/x/one.so", "lib/x/two.so", "TRAILER!!!");
    }

    @Test
    void librariesAreReadFromWhatTheLoaderSays() {
        assertThat(GuestImage.libraries("""
                \tlinux-vdso.so.1 (0x00007ffc9b5f2000)
                \tlibmnl.so.0 => /lib/x86_64-linux-gnu/libmnl.so.0 (0x00007f1c2a000000)
                \tlibgone.so.1 => not found
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f1c2a400000)
                """))
                .containsExactly("/lib/x86_64-linux-gnu/libmnl.so.0", "/lib64/ld-linux-x86-64.so.2");
    }

    private void module(String name, String depends) throws Exception {
        Path file = folder.resolve("kernel/drivers/" + name);
        Files.createDirectories(folder.resolve("kernel/drivers"));
        Files.writeString(file, "\u007fELF\0license=GPL\0depends=" + depends + "\0vermagic=6\0");
    }

    @Test
    void modulesComeAfterWhatTheyNeed() throws Exception {
        module("virtio_net.ko", "virtio,net_failover");
        module("net_failover.ko", "failover");
        module("failover.ko", "");
        module("virtio.ko", "virtio_ring");
        module("virtio-ring.ko", "");
        Files.writeString(folder.resolve("modules.builtin"), "kernel/drivers/virtio_pci.ko\n");
        KernelModules modules = new KernelModules(folder);
        assertThat(modules.closure(List.of("virtio_pci", "virtio_net")).keySet())
                .containsExactly("virtio_ring.ko", "virtio.ko", "failover.ko", "net_failover.ko", "virtio_net.ko");
        assertThat(modules.has("virtio_pci")).isTrue();
        assertThat(modules.has("bonding")).isFalse();
    }

    @Test
    void theNewestKernelCountsByNumberNotByLetter() throws Exception {
        for (String version : List.of("6.1.0-9-cloud-amd64", "6.1.0-10-cloud-amd64", "6.1.0-11-cloud-amd64")) {
            Files.createDirectories(folder.resolve("boot"));
            Files.writeString(folder.resolve("boot/vmlinuz-" + version), "");
            if (!version.contains("-11-")) {
                Files.createDirectories(folder.resolve("lib/modules/" + version));
            }
        }
        assertThat(GuestKernel.find(List.of(folder.resolve("nothing"), folder)))
                .hasValueSatisfying(kernel -> assertThat(kernel.modules()).hasFileName("6.1.0-10-cloud-amd64"));
    }

    @Test
    void aCommandsWordsStayWords() {
        assertThat(GuestConsole.quoted(List.of("sh", "-c", "echo 'a b' $HOME")))
                .isEqualTo("'sh' '-c' 'echo '\\''a b'\\'' $HOME'");
    }
}
