package dev.plumbline.lab.vm;

import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.systems.kubevirt.PodNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A libvirt domain as KubeVirt's converter writes it (pkg/virt-launcher/virtwrap/converter), where that matters to the
 * network: interfaces of type ethernet on taps that are there, each behind a root port of its own.
 *
 * @param accelerator libvirt's type of a domain: {@code qemu} emulates
 */
record DomainXml(String accelerator, String emulator, String name, String kernel, VmFolder folder, List<VmNic> nics) {

    /** MiB. */
    static final int MEMORY = 256;

    /** NICs that a q35 has buses for. */
    static final int MOST_NICS = 28;

    private static final Pattern BY_BUS = Pattern.compile("enp([1-9]\\d?)s0");

    /** @param bus where the guest finds it: enp3s0 on the third */
    record Seat(VmNic nic, int bus) {}

    /** Each NIC on the bus that its planned name tells, where that is free. */
    static List<Seat> seats(List<VmNic> nics) {
        Set<Integer> taken = new TreeSet<>();
        for (VmNic nic : nics) {
            bus(nic).ifPresent(taken::add);
        }
        List<Seat> seats = new ArrayList<>();
        Set<Integer> used = new TreeSet<>();
        for (VmNic nic : nics) {
            int bus = bus(nic).filter(used::add).orElseGet(() -> {
                int free = 1;
                while (taken.contains(free)) {
                    free++;
                }
                taken.add(free);
                used.add(free);
                return free;
            });
            seats.add(new Seat(nic, bus));
        }
        return seats;
    }

    private static Optional<Integer> bus(VmNic nic) {
        Matcher name = BY_BUS.matcher(nic.guestDevice());
        return name.matches()
                ? Optional.of(Integer.valueOf(name.group(1))).filter(bus -> bus <= MOST_NICS)
                : Optional.empty();
    }

    String text() {
        StringBuilder xml =
                new StringBuilder("""
                <domain type='%s'>
                  <name>%s</name>
                  <memory unit='MiB'>%d</memory>
                  <vcpu>1</vcpu>
                  <os>
                    <type arch='x86_64' machine='q35'>hvm</type>
                    <kernel>%s</kernel>
                    <initrd>%s</initrd>
                    <cmdline>console=ttyS0 quiet nokaslr mitigations=off audit=0 apparmor=0</cmdline>
                  </os>
                  <features><acpi/></features>
                  <clock offset='utc'/>
                  <on_poweroff>destroy</on_poweroff>
                  <on_crash>destroy</on_crash>
                  <devices>
                    <emulator>%s</emulator>
                """.formatted(accelerator, escaped(name), MEMORY, kernel, folder.image(), emulator));
        List<Seat> seats = seats(nics);
        int last = seats.stream().mapToInt(Seat::bus).max().orElse(0);
        for (int port = 1; port <= last; port++) {
            xml.append("    <controller type='pci' index='%d' model='pcie-root-port'/>\n".formatted(port));
        }
        seats.forEach(seat -> xml.append(nic(seat)));
        return xml.append("""
                    <serial type='pty'>
                      <log file='%s' append='off'/>
                      <target port='0'/>
                    </serial>
                    <serial type='unix'>
                      <source mode='bind' path='%s'/>
                      <target port='1'/>
                    </serial>
                    <controller type='usb' model='none'/>
                    <memballoon model='none'/>
                    <video><model type='none'/></video>
                  </devices>
                </domain>
                """.formatted(folder.console(), folder.agent())).toString();
    }

    private static String nic(Seat seat) {
        VmNic nic = seat.nic();
        return """
                    <interface type='ethernet'>
                      <mac address='%s'/>
                      <target dev='%s' managed='no'/>
                      <model type='virtio-non-transitional'/>
                      <mtu size='%d'/>
                      <rom enabled='no'/>
                      <address type='pci' domain='0x0000' bus='0x%02x' slot='0x00' function='0x0'/>
                    </interface>
                """.formatted(nic.mac(), PodNaming.tap(nic.podDevice()), nic.mtu(), seat.bus());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
