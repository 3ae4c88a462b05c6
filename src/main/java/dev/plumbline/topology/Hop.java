package dev.plumbline.topology;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.facts.Mac;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A device on a path and the step that led to it.
 *
 * @param scope the device's placed scope
 * @param name empty for a gap: nothing was seen beyond
 * @param ifindex in the scope's network namespace
 * @param mtu bytes
 * @param state operstate in lower case
 * @param step how the frame got here; empty for the first hop
 * @param verdict of the step into it
 * @param rule the join rule's id; {@code seen} for a first hop
 * @param evidence sorted; for a contradiction both sides
 * @param premises what the verdict rests on besides the evidence, in sentences
 * @param also further witnesses of the same step
 * @param members where the path forks, into a bond's members or several uplinks: all of them, this one too; the path goes
 *     on with this one
 * @param candidates the devices it may be, where ambiguous or contradicted
 * @param why for a gap or a weak verdict, in a few words
 */
public record Hop(
        Scope scope,
        Optional<String> name,
        Kind kind,
        OptionalInt ifindex,
        Optional<Mac> mac,
        OptionalInt mtu,
        Optional<String> state,
        Optional<Step> step,
        Verdict verdict,
        String rule,
        List<Origin> evidence,
        List<String> premises,
        List<Witness> also,
        List<Member> members,
        List<Candidate> candidates,
        String why) {

    /** A further witness of a step. @param says what it shows, in a few words */
    public record Witness(String rule, String says, List<Origin> evidence) {}

    /** One device of a fork. */
    public record Member(Device device, Step step, Verdict verdict, String rule, List<Origin> evidence) {}

    /** One of several devices that the step may lead to. @param speaks what speaks for it */
    public record Candidate(DeviceId device, Verdict verdict, String speaks, List<Origin> evidence) {}

    /** Nothing was seen beyond. @param evidence sorted @param why in a few words */
    public static Hop gap(Scope scope, Step step, String rule, List<Origin> evidence, String why) {
        return new Hop(
                scope,
                Optional.empty(),
                new Kind.Link(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(step),
                Verdict.UNKNOWN,
                rule,
                evidence,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                why);
    }

    /** The device's name, or {@code ?} for a gap. */
    public String label() {
        return name.orElse("?");
    }

    public boolean gap() {
        return name.isEmpty();
    }
}
