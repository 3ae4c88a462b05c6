package dev.plumbline.lab.vm;

import dev.plumbline.lab.build.Frame;
import dev.plumbline.lab.build.Switches;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a guest makes of itself when it starts: the same operations as another kind of guest gets, for it to do. */
final class GuestConfiguration {

    private final LabBuild build;
    private final Netns guest;
    private final Frame frame;

    GuestConfiguration(LabBuild build, Kernel kernel, Netns guest) {
        this.build = build;
        this.guest = guest;
        this.frame = new Frame(build, kernel, guest);
    }

    List<VmNic> nics() {
        return build.nics().stream().filter(nic -> nic.guest().equals(guest)).toList();
    }

    /** Files under /lab by name. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        StringBuilder names = new StringBuilder();
        nics().forEach(nic ->
                names.append(nic.mac()).append(' ').append(nic.guestDevice()).append('\n'));
        files.put("nics", names.toString());
        files.put("hostname", guest.own() + "\n");
        files.put("settings", """
                net/ipv4/conf/all/arp_ignore 1
                net/ipv4/conf/all/arp_announce 2
                """);
        files.put("links", frame.links().text());
        files.put("vlans", frame.vlans().text());
        Batch addresses = new Batch();
        if (!frame.switches().isEmpty()) {
            StringBuilder script = new StringBuilder();
            Switches.inGuest(guest, frame.switches())
                    .forEach(command ->
                            script.append(GuestConsole.quoted(command)).append('\n'));
            files.put("switches", script.toString());
            files.put("switched", String.join("\n", Switches.devices(frame.switches())) + "\n");
            addresses.addAll(Switches.up(frame.switches()).operations());
        }
        files.put("addresses", addresses.addAll(frame.addresses().operations()).text());
        return files;
    }

    /** The guest's own files by path. */
    Map<String, String> own() {
        Map<String, String> own = new TreeMap<>();
        build.files().stream()
                .filter(file -> file.place().equals(guest))
                .forEach(file -> own.put(file.path(), file.text()));
        return own;
    }

    boolean switched() {
        return !frame.switches().isEmpty();
    }

    /** Modules, beside those that every guest needs. */
    List<String> modules() {
        List<Feature> features = new ArrayList<>();
        if (build.bridges().stream().anyMatch(bridge -> bridge.place().equals(guest))) {
            features.add(Feature.BRIDGE);
        }
        build.uppers().stream()
                .filter(upper -> upper.place().equals(guest))
                .forEach(upper -> features.add(
                        switch (upper) {
                            case LabBuild.Vlan _ -> Feature.VLAN;
                            case LabBuild.Bond _ -> Feature.BOND;
                        }));
        List<String> modules = new ArrayList<>();
        if (switched()) {
            // Its module asks for this by what it does, not by name.
            modules.add("crc32c_generic");
            features.add(Feature.OVS);
        }
        features.stream().distinct().map(GuestKernel::module).forEach(modules::add);
        return modules;
    }
}
