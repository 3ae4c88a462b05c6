package dev.plumbline.lab;

import dev.plumbline.lab.ground.Batch;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.tap.TapPair;
import dev.plumbline.lab.tap.TapPump;
import java.nio.file.Path;
import java.util.List;

/** What a user without rights does with a lab: builds, pings, ends it. */
public final class AsUser {

    public static final LabName LAB = new LabName("test-rootless");

    private AsUser() {}

    /** @param arguments the folder of labs; {@code taps} for a link of taps in the place of a pair */
    public static void main(String[] arguments) throws LabException {
        Labs labs = new Labs(Path.of(arguments[0]));
        boolean taps = arguments.length > 1;
        Netns one = new Netns("node.one");
        try {
            labs.up(LAB, anchor -> {
                new Batch().add("netns add node.one").add("netns add node.two").run(anchor);
                if (taps) {
                    TapPump.start(anchor, List.of(new TapPair(one, "a", new Netns("node.two"), "b")));
                } else {
                    new Batch()
                            .add("link add dev a type veth peer name b netns node.two")
                            .run(anchor, one);
                }
                new Batch()
                        .add("link add dev br type bridge")
                        .add("link set dev a master br")
                        .add("link set dev a up")
                        .add("link set dev br up")
                        .add("addr add 192.0.2.1/24 dev br")
                        .run(anchor, one);
                new Batch()
                        .add("link set dev b up")
                        .add("addr add 192.0.2.2/24 dev b")
                        .run(anchor, new Netns("node.two"));
                return "{}";
            });
            boolean arrives = Pings.arrive(labs.standing(LAB), one, "192.0.2.2", 56);
            System.out.println((arrives ? "pinged" : "no ping") + (labs.down(LAB) ? ", taken down" : ", stays"));
        } finally {
            labs.down(LAB);
        }
    }
}
