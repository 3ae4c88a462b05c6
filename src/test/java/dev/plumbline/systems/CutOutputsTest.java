package dev.plumbline.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.kubernetes.KubernetesReaders;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Laws that every case of these readers obeys: a paste may break off anywhere, and what an origin quotes was there. */
class CutOutputsTest {

    private static Stream<ReaderCase> cases() {
        Set<String> ids = KubernetesReaders.all().stream().map(Reader::id).collect(Collectors.toSet());
        return ReaderCase.all().stream().filter(each -> ids.contains(each.readerId()));
    }

    @TestFactory
    Stream<DynamicTest> aCutOutputSaysNothingNew() {
        return cases().filter(each -> each.observation().filter() instanceof Filter.None)
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Reader reader = AllReaders.named(each.readerId());
                    List<Fact> whole = reader.read(each.observation()).facts();
                    // Some 200 cuts a case: at every character of a short one.
                    int step = 1 + each.input().length() / 200;
                    for (int end = 0; end < each.input().length(); end += step) {
                        String rest = each.input().substring(0, end);
                        for (Fact fact : reader.read(cut(each, rest)).facts()) {
                            assertThat(fact instanceof Covered || whole.stream().anyMatch(other -> says(fact, other)))
                                    .as("cut behind <%s>: %s", rest.substring(Math.max(0, end - 40)), fact)
                                    .isTrue();
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aListWithoutOneOfItsLinesSaysNothingNew() {
        return cases().filter(each -> each.readerId().startsWith("oc-"))
                .filter(each -> each.observation().filter() instanceof Filter.None)
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Reader reader = AllReaders.named(each.readerId());
                    List<Fact> whole = reader.read(each.observation()).facts();
                    List<Line> lines = each.observation().lines();
                    for (Line gone : lines) {
                        Observation rest = CutOutput.with(
                                each.observation(),
                                lines.stream().filter(line -> line != gone).toList());
                        for (Fact fact : reader.read(rest).facts()) {
                            assertThat(fact instanceof Covered || whole.stream().anyMatch(other -> says(fact, other)))
                                    .as("without <%s>: %s", gone.text(), fact)
                                    .isTrue();
                        }
                    }
                }));
    }

    private static Observation cut(ReaderCase each, String rest) {
        Observation o = each.observation(rest);
        return new Observation(
                o.source(),
                o.file(),
                o.vantage(),
                o.command(),
                o.namespace(),
                new Filter.Part("cut"),
                o.asked(),
                o.lines());
    }

    /** Whether one fact says no more than another. */
    private static boolean says(Fact less, Fact more) {
        return less.getClass() == more.getClass() && fieldsSay(less, more);
    }

    private static boolean fieldsSay(Object less, Object more) {
        for (RecordComponent component : less.getClass().getRecordComponents()) {
            if (!valueSays(get(component, less), get(component, more))) {
                return false;
            }
        }
        return true;
    }

    private static boolean valueSays(Object less, Object more) {
        return switch (less) {
            case Origin _, Vantage _ -> true;
            case Optional<?> optional when optional.isEmpty() -> true;
            case OptionalInt optional when optional.isEmpty() -> true;
            case Optional<?> optional
            when optional.get() instanceof Record inner && more instanceof Optional<?> other ->
                other.isPresent() && fieldsSay(inner, other.get());
            case Collection<?> items ->
                more instanceof Collection<?> others && new ArrayList<Object>(others).containsAll(items);
            case Boolean yes -> !yes || more.equals(true);
            default -> less.toString().isEmpty() || less.equals(more);
        };
    }

    private static Object get(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatAnOriginQuotesStandsInTheInput() {
        return cases().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            Observation observation = each.observation();
            String all = observation.asked().text() + "\n"
                    + observation.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
            assertThat(AllReaders.named(each.readerId()).read(observation).facts())
                    .allSatisfy(fact -> assertThat(all).contains(fact.origin().text()));
        }));
    }
}
