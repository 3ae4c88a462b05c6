package dev.plumbline.systems.linux;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.Covered;

/** Says how far an output reached. An empty output says nothing: its command may have failed where nobody saw it. */
final class Coverage {

    private Coverage() {}

    /** @param broken whether part of the output could not be read, so that it may hide what it would have shown */
    static Covered of(Observation observation, Covered.Subject subject, Covered.Extent extent, boolean broken) {
        Filter seen = observation.filter();
        boolean stillWhole = seen instanceof Filter.None || seen instanceof Filter.Holding;
        Filter filter = broken && stillWhole ? new Filter.Part("part of the output is not readable") : seen;
        return new Covered(observation.vantage(), observation.atCommand(), subject, extent, filter);
    }
}
