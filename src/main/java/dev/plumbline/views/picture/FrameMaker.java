package dev.plumbline.views.picture;

import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Machine;
import dev.plumbline.views.picture.Column.Zone;
import dev.plumbline.views.picture.Drawing.Frame;
import dev.plumbline.views.picture.Drawing.FrameKind;
import dev.plumbline.views.picture.Drawing.Rect;
import dev.plumbline.views.picture.Sheet.Rows;
import java.util.List;

/** The nested frames of one block: node, pods, machines. */
final class FrameMaker {

    /** Least width of a machine that is one line, px. */
    private static final double FOLDED = 560;

    private FrameMaker() {}

    static void of(BlockPlan plan, GridPlan grid, List<Frame> frames) {
        double node = grid.frames();
        double vmRight = grid.end(Zone.GUEST) + 14;
        double podRight = Math.max(grid.end(Zone.POD) + 14, vmRight + 14);
        boolean folded = plan.block().machines().stream().anyMatch(Rows::folded);
        double lineRight = folded ? Math.max(podRight, node + GridPlan.NEST + FOLDED) : podRight;
        double nodeRight = Math.max(grid.end(Zone.NODE) + 18, lineRight + 16);
        if (plan.block().node().isPresent()) {
            Verdict verdict = plan.block().verdict();
            Rect at = rect(node, plan.rows().top(), nodeRight, plan.bottom() + 16);
            String name = plan.block().node().get();
            frames.add(frame(FrameKind.NODE, at, name, doubt(verdict), ""));
        }
        for (int i = 0; i < plan.block().machines().size(); i++) {
            Rows rows = plan.block().machines().get(i);
            RowPlan.Extent extent = plan.rows().machines().get(i);
            if (rows.folded()) {
                Rect at = rect(node + GridPlan.NEST, extent.podTop(), lineRight, extent.podBottom());
                FrameKind kind = rows.isVm() ? FrameKind.VM : FrameKind.POD;
                Machine machine = rows.machine();
                frames.add(new Frame(
                        kind,
                        at,
                        name(machine.name(), Headline.counts(machine.nics()), at),
                        Headline.counts(machine.nics()),
                        false,
                        machine.path()));
                continue;
            }
            if (rows.podDrawn()) {
                Rect at = rect(node + GridPlan.NEST, extent.podTop(), podRight, extent.podBottom());
                boolean known = rows.pod().isPresent();
                String doubt = !known ? "not collected" : doubt(rows.placed());
                String telling = rows.machine().active().map(Telling::placement).orElse("");
                frames.add(frame(FrameKind.POD, at, rows.pod().orElse("?"), doubt, telling));
            }
            if (rows.isVm()) {
                Rect at = rect(node + 2 * GridPlan.NEST, extent.vmTop(), vmRight, extent.vmBottom());
                Machine machine = rows.machine();
                String state = machine.state().isEmpty() || machine.state().equals("running") ? "" : machine.state();
                String nics = machine.nics().isEmpty() ? "no NIC seen" : state;
                frames.add(frame(FrameKind.VM, at, machine.name(), nics, machine.path()));
            }
        }
    }

    private static Rect rect(double left, double top, double right, double bottom) {
        return new Rect(left, top, right - left, bottom - top);
    }

    private static String doubt(Verdict verdict) {
        return verdict == Verdict.PROVEN ? "" : verdict == Verdict.UNKNOWN ? "?" : verdict.word();
    }

    private static Frame frame(FrameKind kind, Rect at, String name, String doubt, String tooltip) {
        boolean dashed = kind != FrameKind.VM && !doubt.isEmpty();
        return new Frame(kind, at, name(name, doubt, at), doubt, dashed, tooltip);
    }

    private static String name(String name, String beside, Rect at) {
        return Type.fitSans(name, 13, at.w() - 100 - Type.sans(beside, 10.5));
    }
}
