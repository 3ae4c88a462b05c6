package dev.plumbline.cli;

import dev.plumbline.answers.MapAnswer;
import dev.plumbline.evidence.Verdict;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How a command ended, for scripts. Where several hold, the gravest counts: 2, 5, 4, 1, 3. */
public enum ExitCode {
    FINE(0, "fine"),
    FOUND(
            1,
            "findings at or above --fail-on (check), a difference (diff), a wrong claim (proofread), a run that fails (nics), a ping that dies (reach)"),
    USAGE(2, "wrong usage, or a target that names nothing or several things"),
    INCOMPLETE(3, "some input could not be read, or a hop asked for is unknown, ambiguous or contradicted"),
    UNREACHABLE(4, "a source is missing, unreachable or forbidden"),
    INTERNAL(5, "an error of Plumbline's own");

    private static final List<ExitCode> GRAVEST_FIRST = List.of(USAGE, INTERNAL, UNREACHABLE, FOUND, INCOMPLETE);

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }

    /** The one that counts. */
    public static ExitCode gravest(Collection<ExitCode> all) {
        return GRAVEST_FIRST.stream().filter(all::contains).findFirst().orElse(FINE);
    }

    /**
     * Of an answer whose NICs were all asked for.
     *
     * @param proven whether an inferred hop, too, is less than was asked for
     */
    public static Set<ExitCode> of(MapAnswer answer, boolean proven) {
        Verdict weakest = proven ? Verdict.PROVEN : Verdict.INFERRED;
        boolean incomplete = !answer.unread().isEmpty()
                || answer.topology().machines().stream()
                        .map(Machine::nics)
                        .flatMap(List::stream)
                        .flatMap(ExitCode::verdicts)
                        .anyMatch(verdict -> verdict.compareTo(weakest) > 0);
        return incomplete ? EnumSet.of(INCOMPLETE) : EnumSet.noneOf(ExitCode.class);
    }

    /** A path's verdict holds its placement's too; a hop may yet be weaker where a path was put together by hand. */
    private static Stream<Verdict> verdicts(Nic nic) {
        return Stream.concat(Stream.of(nic.path()), nic.otherPaths().stream())
                .flatMap((NicPath path) -> Stream.concat(
                        Stream.of(path.verdict()), path.hops().stream().map(Hop::verdict)));
    }
}
