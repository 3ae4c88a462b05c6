package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.Need;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import java.util.List;

/** One rule about a topology. Pure: the same scene gives the same outcome. */
public interface Check {

    /** Short name in kebab case; its page is docs/rules/ID.md. */
    String id();

    Outcome judge(Scene scene);

    /**
     * What a rule has to say.
     *
     * @param findings what is wrong, in order of the machines
     * @param judged whether there was evidence enough to say that nothing else is wrong
     * @param note what was looked at, or what is missing, in a few words
     * @param wants what would let it judge
     */
    record Outcome(List<Trouble> findings, boolean judged, String note, List<Want> wants) {

        static Outcome judged(List<Trouble> findings, String note) {
            return new Outcome(findings, true, note, List.of());
        }

        static Outcome open(List<Trouble> findings, String note, List<Want> wants) {
            return new Outcome(findings, false, note, wants);
        }
    }

    /** A finding before it has a number. */
    record Trouble(
            Finding.Severity severity,
            String title,
            List<String> where,
            List<String> affects,
            String breaks,
            String mend,
            List<Origin> evidence) {}

    /** A command that a rule would like to see the output of; see {@link Need}. */
    record Want(dev.plumbline.evidence.Scope scope, String command) {}
}
