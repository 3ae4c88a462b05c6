package dev.plumbline.lab.build;

import dev.plumbline.lab.cni.CniException;
import dev.plumbline.lab.cni.Host;
import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.Feature;
import dev.plumbline.lab.ground.Kernel;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Operation;
import dev.plumbline.lab.ground.Output;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A node of a lab as CNI plugins see it. Not for several threads at once. */
public final class AnchorHost implements Host {

    private final Anchor anchor;
    private final Netns node;
    private final Kernel kernel;
    private final TreeSet<String> remarks = new TreeSet<>();

    public AnchorHost(Anchor anchor, Netns node, Kernel kernel) {
        this.anchor = anchor;
        this.node = node;
        this.kernel = kernel;
    }

    /** Where plugins find a pod's network namespace. */
    public static String path(Netns pod) {
        return "/run/netns/" + pod.name();
    }

    @Override
    public Ran plugin(String type, Map<String, String> environment, String stdin) throws CniException {
        Path program = Kernel.plugin(type).orElseThrow(() -> CniException.of(type + " is not installed"));
        Map<String, String> whole = new LinkedHashMap<>(environment);
        whole.put("CNI_PATH", String.valueOf(program.getParent()));
        try {
            Output output = anchor.run(node, List.of(program.toString()), whole, stdin);
            return new Ran(output.exit(), output.out(), output.err());
        } catch (LabException e) {
            throw CniException.of(e.says());
        }
    }

    @Override
    public boolean installed(String type) {
        return Kernel.plugin(type).isPresent();
    }

    @Override
    public void ip(String netns, List<List<String>> operations) throws CniException {
        Batch batch = new Batch();
        try {
            operations.forEach(words -> batch.addAll(List.of(new Operation(words, Optional.empty()))));
            batch.run(anchor, new Netns(netns.substring(netns.lastIndexOf('/') + 1)));
        } catch (LabException e) {
            throw CniException.of(e.says());
        } catch (IllegalArgumentException e) {
            throw CniException.of("a route that is none: " + e.getMessage());
        }
    }

    @Override
    public boolean filtersVlans() {
        return kernel.has(Feature.VLAN_FILTERING);
    }

    @Override
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    /** What was done otherwise than asked for, sorted. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }
}
