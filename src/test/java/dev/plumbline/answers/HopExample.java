package dev.plumbline.answers;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import dev.plumbline.topology.Device;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Kind;
import dev.plumbline.topology.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts a hop together for an example. */
public final class HopExample {

    private final Scope scope;
    private final Optional<String> name;
    private final Kind kind;
    private OptionalInt index = OptionalInt.empty();
    private Optional<Mac> mac = Optional.empty();
    private OptionalInt mtu = OptionalInt.empty();
    private Optional<Step> step = Optional.empty();
    private Verdict verdict = Verdict.PROVEN;
    private String rule = "seen";
    private final List<Origin> evidence = new ArrayList<>();
    private final List<String> premises = new ArrayList<>();
    private final List<Hop.Witness> also = new ArrayList<>();
    private final List<Hop.Member> members = new ArrayList<>();
    private final List<Hop.Candidate> candidates = new ArrayList<>();
    private String why = "";

    private HopExample(Scope scope, Optional<String> name, Kind kind) {
        this.scope = scope;
        this.name = name;
        this.kind = kind;
    }

    public static HopExample at(Scope scope, String name, Kind kind) {
        return new HopExample(scope, Optional.of(name), kind);
    }

    public static HopExample gap(Scope scope, String why) {
        return new HopExample(scope, Optional.empty(), new Kind.Link()).weak(Verdict.UNKNOWN, why);
    }

    public HopExample index(int value) {
        index = OptionalInt.of(value);
        return this;
    }

    public HopExample mac(String text) {
        mac = Mac.parse(text);
        return this;
    }

    public HopExample mtu(int bytes) {
        mtu = OptionalInt.of(bytes);
        return this;
    }

    public HopExample by(Step value, String ruleId) {
        step = Optional.of(value);
        rule = ruleId;
        return this;
    }

    public HopExample weak(Verdict value, String reason) {
        verdict = value;
        why = reason;
        return this;
    }

    public HopExample seen(Origin... origins) {
        evidence.addAll(List.of(origins));
        return this;
    }

    public HopExample premise(String sentence) {
        premises.add(sentence);
        return this;
    }

    public HopExample also(String ruleId, String says, Origin... origins) {
        also.add(new Hop.Witness(ruleId, says, List.of(origins)));
        return this;
    }

    public HopExample member(String device, Step by, Origin... origins) {
        members.add(new Hop.Member(
                device(scope, device, new Kind.Nic("bus parent")),
                by,
                Verdict.PROVEN,
                "kernel-master",
                List.of(origins)));
        return this;
    }

    public HopExample candidate(String device, String speaks, Origin... origins) {
        candidates.add(new Hop.Candidate(new DeviceId(scope, device), Verdict.AMBIGUOUS, speaks, List.of(origins)));
        return this;
    }

    public Hop hop() {
        return new Hop(
                scope,
                name,
                kind,
                index,
                mac,
                mtu,
                name.map(_ -> "up"),
                step,
                verdict,
                rule,
                evidence,
                premises,
                also,
                members,
                candidates,
                why);
    }

    static Device device(Scope scope, String name, Kind kind) {
        return new Device(
                new DeviceId(scope, name),
                kind,
                OptionalInt.of(3),
                Optional.empty(),
                OptionalInt.of(9000),
                Optional.of("up"),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
