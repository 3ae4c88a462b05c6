package dev.plumbline.views.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.views.picture.Drawing.Box;
import dev.plumbline.views.picture.Drawing.Cell;
import dev.plumbline.views.picture.Drawing.Form;
import dev.plumbline.views.picture.Drawing.Frame;
import dev.plumbline.views.picture.Drawing.FrameKind;
import dev.plumbline.views.picture.Drawing.Point;
import dev.plumbline.views.picture.Drawing.Rect;
import dev.plumbline.views.picture.Drawing.Tag;
import dev.plumbline.views.picture.Drawing.Wire;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is to be drawn: nothing overlaps, every line ends at a box, every text fits. */
class LayoutLawsTest {

    @Provide
    Arbitrary<MapAnswer> answers() {
        return Arbitraries.longs().map(RandomAnswers::of);
    }

    @Property(tries = 300)
    void no_two_boxes_overlap(@ForAll("answers") MapAnswer answer) {
        List<Box> boxes = Layout.of(answer).boxes();
        for (int i = 0; i < boxes.size(); i++) {
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                assertThat(boxes.get(i).at().overlaps(other.at()))
                        .as(
                                "%s %s and %s %s",
                                boxes.get(i).cells(), boxes.get(i).at(), other.cells(), other.at())
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void every_wire_begins_and_ends_at_the_edge_of_a_box_or_pill(@ForAll("answers") MapAnswer answer) {
        Drawing drawing = Layout.of(answer);
        for (Wire wire : drawing.wires()) {
            Point from = wire.points().getFirst();
            Point to = wire.points().getLast();
            boolean begins = drawing.boxes().stream().anyMatch(b -> meets(b.at().right(), b.at(), from))
                    || drawing.pills().stream().anyMatch(p -> meets(p.at().right(), p.at(), from))
                    || drawing.boxes().stream().anyMatch(b -> fork(b, from));
            boolean ends = drawing.boxes().stream()
                    .anyMatch(b -> meets(b.at().x(), b.at(), to) || meets(b.at().right(), b.at(), to) || fork(b, to));
            assertThat(begins).as("begins at %s", from).isTrue();
            assertThat(ends).as("ends at %s", to).isTrue();
        }
    }

    private static boolean meets(double edge, Rect at, Point point) {
        return Math.abs(edge - point.x()) < 0.01 && point.y() >= at.y() && point.y() <= at.bottom();
    }

    private static boolean fork(Box box, Point point) {
        boolean branches = box.cells().size() > 1;
        boolean left = Math.abs(box.at().x() - BlockMaker.FORK - point.x()) < 0.01;
        boolean right = Math.abs(box.at().right() + BlockMaker.FORK - point.x()) < 0.01;
        return branches
                && (left || right)
                && point.y() >= box.at().y()
                && point.y() <= box.at().bottom();
    }

    @Property(tries = 300)
    void every_text_fits_its_box(@ForAll("answers") MapAnswer answer) {
        for (Box box : Layout.of(answer).boxes()) {
            for (Cell cell : box.cells()) {
                assertThat(grown(box.at()).contains(cell.at())).isTrue();
                if (box.form() == Form.BAR) {
                    double half = Bars.label(new Piece(
                                    0, box.stations().getFirst().slot(), Form.BAR, box.lanes(), box.stations()))
                            / 2;
                    assertThat(box.labels()).isNotEmpty().allSatisfy(label -> {
                        assertThat(label - half).isGreaterThanOrEqualTo(box.at().y());
                        assertThat(label + half).isLessThanOrEqualTo(box.at().bottom());
                    });
                } else {
                    assertThat(GridPlan.width(cell.face()))
                            .isLessThanOrEqualTo(cell.at().w());
                }
            }
        }
    }

    private static Rect grown(Rect at) {
        return new Rect(at.x() - 0.01, at.y() - 0.01, at.w() + 0.02, at.h() + 0.02);
    }

    @Property(tries = 300)
    void frames_hold_what_is_theirs_and_are_nested(@ForAll("answers") MapAnswer answer) {
        Drawing drawing = Layout.of(answer);
        Rect paper = new Rect(0, 0, drawing.width(), drawing.height());
        for (Frame frame : drawing.frames()) {
            assertThat(paper.contains(frame.at())).isTrue();
            for (Frame other : drawing.frames()) {
                boolean nested = frame.at().contains(other.at()) || other.at().contains(frame.at());
                assertThat(frame.at().overlaps(other.at())).isEqualTo(nested);
            }
        }
        List<Rect> nodes = drawing.frames().stream()
                .filter(f -> f.kind() == FrameKind.NODE)
                .map(Frame::at)
                .toList();
        for (Box box : drawing.boxes()) {
            assertThat(paper.contains(box.at())).isTrue();
            boolean wire = box.stations().getFirst().slot().column() == Column.SWITCH;
            assertThat(nodes.stream().noneMatch(n -> n.overlaps(box.at()) && !n.contains(box.at())))
                    .isTrue();
            assertThat(wire && nodes.stream().anyMatch(n -> n.contains(box.at())))
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void of_a_crowded_node_four_machines_are_drawn_and_the_others_are_a_line(@ForAll long seed) {
        MapAnswer crowd = RandomAnswers.crowd(seed, 7);
        Drawing drawing = Layout.folded(crowd);
        Drawing whole = Layout.of(crowd);
        assertThat(drawing.height()).isLessThanOrEqualTo(whole.height());
        assertThat(drawing.frames().stream().filter(f -> f.doubt().matches("(\\d+ NICs?: .*|no NIC seen)")))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(drawing.boxes().stream()
                        .flatMap(b -> b.lanes().stream())
                        .map(Lane::machine)
                        .distinct())
                .hasSizeLessThanOrEqualTo(4);
        for (Frame frame : drawing.frames()) {
            for (Frame other : drawing.frames()) {
                boolean nested = frame.at().contains(other.at()) || other.at().contains(frame.at());
                assertThat(frame.at().overlaps(other.at())).isEqualTo(nested);
            }
            assertThat(drawing.boxes().stream()
                            .filter(b -> frame.doubt().contains("NIC") && b.at().overlaps(frame.at())))
                    .isEmpty();
        }
    }

    @Property(tries = 300)
    void a_straight_wire_runs_through_no_box(@ForAll("answers") MapAnswer answer) {
        Drawing drawing = Layout.of(answer);
        for (Wire wire : drawing.wires()) {
            if (wire.points().size() == 2) {
                Point from = wire.points().getFirst();
                Rect line = new Rect(
                        from.x() + 0.5, from.y() - 0.5, wire.points().getLast().x() - from.x() - 1, 1);
                assertThat(drawing.boxes().stream().filter(b -> b.form() != Form.BAR && b.at().overlaps(line)))
                        .isEmpty();
            }
        }
    }

    @Property(tries = 200)
    void tags_lie_on_no_box(@ForAll("answers") MapAnswer answer) {
        Drawing drawing = Layout.of(answer);
        for (Tag tag : drawing.tags()) {
            assertThat(drawing.boxes().stream().filter(b -> b.at().overlaps(tag.at())))
                    .isEmpty();
        }
    }

    @Property(tries = 100)
    void the_same_answer_gives_the_same_bytes(@ForAll long seed) {
        MapAnswer once = RandomAnswers.of(seed);
        MapAnswer again = RandomAnswers.of(seed);
        assertThat(SvgView.draw(once)).isEqualTo(SvgView.draw(again));
        assertThat(HtmlView.draw(once)).isEqualTo(HtmlView.draw(again));
    }

    @Property(tries = 200)
    void a_line_is_solid_only_where_the_step_is_proven(@ForAll("answers") MapAnswer answer) {
        Drawing drawing = Layout.of(answer);
        for (Box box : drawing.boxes()) {
            for (int i = 0; i < box.stations().size(); i++) {
                int lane = box.lanes().get(i).number();
                Verdict verdict = box.stations().get(i).verdict();
                boolean first = box.lanes().get(i).stations().getFirst()
                        == box.stations().get(i);
                List<Verdict> drawn = drawing.wires().stream()
                        .filter(w -> w.lanes().contains(lane) && endsAt(w, box))
                        .map(Wire::verdict)
                        .toList();
                assertThat(drawn).isNotEmpty();
                if (!first) {
                    assertThat(drawn).containsOnly(verdict);
                }
            }
        }
    }

    private static boolean endsAt(Wire wire, Box box) {
        return meets(box.at().x(), box.at(), wire.points().getLast());
    }
}
