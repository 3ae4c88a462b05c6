package dev.plumbline.views;

import dev.plumbline.answers.Need;
import dev.plumbline.answers.reach.Outcome;
import dev.plumbline.answers.reach.ReachAnswer;
import dev.plumbline.answers.reach.ReachItem;
import dev.plumbline.topology.DeviceId;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Step;
import dev.plumbline.views.Columns.Cell;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * {@code reach}: one ping hop by hop, or many, a row each.
 *
 * @param hops whether many, too, are shown hop by hop
 */
public record ReachView(TableStyle style, boolean hops) implements View<ReachAnswer> {

    @Override
    public void draw(ReachAnswer answer, Appendable out) throws IOException {
        if (answer.items().size() > 1 && !hops) {
            table(answer, out);
            return;
        }
        Refs refs = new Refs(answer.sources().size() <= 1);
        boolean first = true;
        for (ReachItem item : answer.items()) {
            if (!first) {
                out.append('\n');
            }
            first = false;
            item(refs, item, out);
        }
    }

    private void table(ReachAnswer answer, Appendable out) throws IOException {
        Columns columns = new Columns(2);
        if (style.headers()) {
            columns.row(List.of("FROM", "TO", "ADDRESS", "SIZE", "OUTCOME", "VERDICT", "PATH MTU", "WHY").stream()
                    .map(head -> new Cell(head, style.ink()::faint))
                    .toList());
        }
        for (ReachItem item : answer.items()) {
            columns.row(List.of(
                    Cell.of(item.from()),
                    Cell.of(item.to().equals(item.address()) ? "-" : item.to()),
                    Cell.of(item.address().isEmpty() ? "?" : item.address()),
                    Cell.of(Integer.toString(item.size())),
                    new Cell(item.outcome().word(), paint(item)),
                    new Cell(item.verdict().word(), text -> style.ink().verdict(item.verdict(), text)),
                    Cell.of(number(item.pathMtu())),
                    Cell.of(item.reason())));
        }
        columns.draw("", out);
    }

    private void item(Refs refs, ReachItem item, Appendable out) throws IOException {
        if (style.headers()) {
            head(item, out);
        }
        Columns columns = new Columns(2);
        if (style.headers() && !item.hops().isEmpty()) {
            columns.row(List.of("", "WHERE", "DEVICE (index)", "MTU", "STEP", "EVIDENCE").stream()
                    .map(head -> new Cell(head, style.ink()::faint))
                    .toList());
        }
        String where = "";
        for (int i = 0; i < item.hops().size(); i++) {
            Hop hop = item.hops().get(i);
            String place = place(hop);
            boolean same = place.equals(where) && style.headers();
            where = place;
            row(refs, columns, item, hop, i + 1, same ? "" : place);
        }
        columns.draw("", out);
        foot(item, out);
    }

    private void head(ReachItem item, Appendable out) throws IOException {
        String to = item.to().equals(item.address()) || item.address().isEmpty()
                ? item.to()
                : item.to() + " (" + item.address() + ")";
        out.append(style.ink().strong(Clean.line(item.from() + " to " + to)));
        out.append("   size ").append(Integer.toString(item.size())).append("   ");
        out.append(paint(item).apply(item.outcome().word().toUpperCase(Locale.ROOT)));
        out.append(
                item.outcome() == Outcome.UNKNOWN ? "" : "   " + item.verdict().word());
        out.append("   path MTU ").append(number(item.pathMtu())).append('\n');
    }

    private void row(Refs refs, Columns columns, ReachItem item, Hop hop, int number, String place) {
        String index = hop.ifindex().isPresent() ? " (" + hop.ifindex().getAsInt() + ")" : "";
        String step = hop.step().map(Step::word).map(word -> word + " ").orElse("")
                + hop.verdict().word();
        boolean here = item.at()
                .filter(at -> at.scope().equals(hop.scope()) && at.name().equals(hop.label()))
                .isPresent();
        boolean lost = here && item.outcome() != Outcome.LEAVES;
        UnaryOperator<String> paint = lost ? style.ink()::alarm : text -> text;
        columns.row(List.of(
                Cell.of(Integer.toString(number)),
                Cell.of(place),
                new Cell(hop.label() + index, paint),
                new Cell(Wording.number(hop.mtu()), paint),
                new Cell(step, text -> style.ink().verdict(hop.verdict(), text)),
                Cell.of((hop.rule().equals("seen") ? "" : hop.rule() + "  ") + refs.of(hop.evidence()))));
    }

    private void foot(ReachItem item, Appendable out) throws IOException {
        Columns columns = new Columns(2);
        if (!item.reason().isEmpty()) {
            String at = item.at().map(ReachView::at).orElse("");
            columns.row(List.of(
                    new Cell(item.outcome().word(), paint(item)),
                    Cell.of((at.isEmpty() ? "" : "at " + at + ": ") + item.reason())));
        }
        item.premises().forEach(premise -> columns.row("premise", premise));
        for (Need need : item.needs()) {
            columns.row("need", need.reach());
        }
        columns.draw("", out);
    }

    private UnaryOperator<String> paint(ReachItem item) {
        return switch (item.outcome()) {
            case ARRIVES -> style.ink()::strong;
            case DIES, UNSTABLE -> style.ink()::alarm;
            case LEAVES, UNKNOWN -> text -> style.ink().verdict(item.verdict(), text);
        };
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "?";
    }

    private static String place(Hop hop) {
        String kind = hop.scope().kind().name().toLowerCase(Locale.ROOT);
        return hop.scope().name().isEmpty() ? kind : kind + " " + hop.scope().name();
    }

    /** {@code node/worker-1/veth0}: the place and the device. */
    static String at(DeviceId id) {
        return id.scope().path() + (id.name().isEmpty() ? "" : "/" + id.name());
    }
}
