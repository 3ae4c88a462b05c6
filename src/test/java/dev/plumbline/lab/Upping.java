package dev.plumbline.lab;

import dev.plumbline.lab.build.Switches;
import dev.plumbline.lab.draft.LabBuild;
import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import java.nio.file.Path;
import java.util.List;

/** Raises a small lab as the command line would, and tells on its output what it has come to. For tests that kill it. */
public final class Upping {

    private Upping() {}

    /** @param arguments the folder of labs, the lab's name, and the word after which it stops and waits; or none */
    public static void main(String[] arguments) throws LabException {
        String stop = arguments.length > 2 ? arguments[2] : "";
        tell("started", stop);
        new Labs(Path.of(arguments[0])).up(new LabName(arguments[1]), anchor -> {
            tell("anchored", stop);
            new Batch().add("netns add node.w").add("netns add pod.p").run(anchor);
            tell("namespaces", stop);
            Netns node = new Netns("node.w");
            Batch batch = new Batch();
            for (int i = 0; i < 20; i++) {
                batch.add("link add dev a" + i + " type veth peer name b" + i + " netns pod.p");
            }
            batch.add("link add dev br type bridge").run(anchor, node);
            tell("links", stop);
            LabBuild.Switch one = new LabBuild.Switch(
                    node,
                    "br-x",
                    java.util.Optional.empty(),
                    java.util.OptionalInt.empty(),
                    List.of(),
                    java.util.Optional.empty());
            new Switches(anchor, node, List.of(one)).start();
            tell("daemons", stop);
            return "{}";
        });
        tell("up", stop);
    }

    private static void tell(String word, String stop) {
        System.out.println(word);
        System.out.flush();
        if (word.equals(stop)) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
