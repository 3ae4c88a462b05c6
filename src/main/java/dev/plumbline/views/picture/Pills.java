package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Nic;
import dev.plumbline.views.picture.Drawing.Pill;
import dev.plumbline.views.picture.Drawing.Rect;
import java.util.List;

/** The networks' names at the lanes' starts. */
final class Pills {

    private static final double MOST = 190;

    private Pills() {}

    /** A question mark stands where the network is not known, and behind a name that is one of several. */
    static String name(Nic nic) {
        String name = nic.network().name().orElse("");
        if (name.isEmpty()) {
            List<String> candidates = nic.network().candidates();
            String all = String.join(" | ", candidates) + " ?";
            boolean fits = candidates.size() == 2 && Type.sans(all, 12) <= MOST - 24;
            return candidates.size() < 2 ? "?" : fits ? all : "one of " + candidates.size() + " ?";
        }
        String cut = Type.fitSans(name, 12, MOST - 40);
        return nic.network().verdict().compareTo(Verdict.AMBIGUOUS) >= 0 ? cut + " ?" : cut;
    }

    static double width(Nic nic) {
        return Math.ceil(Math.max(narrow(nic) ? 130 : 86, Type.sans(name(nic), 12) + 24));
    }

    static Pill of(Lane lane, double y, double width) {
        Nic nic = lane.nic();
        String under = nic.mtu().isPresent() ? "path MTU " + nic.mtu().getAsInt() : "path MTU ?";
        boolean narrow = narrow(nic);
        Rect at = new Rect(GridPlan.MARGIN, y - 11, width, 22);
        Verdict verdict = nic.network().verdict();
        return new Pill(
                at,
                lane.ink(),
                name(nic),
                verdict,
                narrow ? under + " < " + Faces.sends(nic).orElse(0) : under,
                narrow,
                lane.number(),
                Telling.network(lane));
    }

    private static boolean narrow(Nic nic) {
        return nic.mtu().isPresent() && nic.mtu().getAsInt() < Faces.sends(nic).orElse(0);
    }
}
