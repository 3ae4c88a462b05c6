package dev.plumbline.views;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.diff.DiffAnswer;
import dev.plumbline.answers.diff.Difference;
import dev.plumbline.evidence.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@code diff -o sarif}: SARIF 2.1.0 (OASIS), a rule for each sort of thing that differs. A result stands where the plan says
 * so, else where the right side shows it, else the left.
 */
public record DiffSarif() implements View<DiffAnswer> {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public void draw(DiffAnswer answer, Appendable out) throws IOException {
        List<String> rules =
                answer.items().stream().map(DiffSarif::rule).distinct().sorted().toList();
        Notation.JSON.write(out, generator -> {
            Fields fields = new Fields(generator);
            generator.writeStartObject();
            fields.text("$schema", SCHEMA).text("version", "2.1.0");
            fields.all("runs", List.of(answer), run -> {
                fields.one(
                        "tool",
                        rules,
                        _ -> fields.one(
                                "driver",
                                rules,
                                _ -> fields.text("name", "plumbline")
                                        .all(
                                                "rules",
                                                rules,
                                                rule -> fields.text("id", rule)
                                                        .one(
                                                                "shortDescription",
                                                                rule,
                                                                id -> fields.text(
                                                                        "text", id.replace('-', ' ') + " differs")))));
                fields.all("results", run.items(), item -> result(fields, run, rules, item));
            });
            generator.writeEndObject();
        });
    }

    /** {@code vlan 30} is of the sort {@code vlan}. */
    private static String rule(Difference item) {
        return item.what().replaceFirst(" \\d+$", "").replace(' ', '-');
    }

    private static void result(Fields fields, DiffAnswer run, List<String> rules, Difference item) {
        fields.text("ruleId", rule(item))
                .number("ruleIndex", OptionalInt.of(rules.indexOf(rule(item))))
                .text("level", item.severity() == Severity.ERROR ? "error" : "warning")
                .one("message", item, one -> fields.text("text", message(one)))
                .all("locations", place(run, item).stream().toList(), origin -> location(fields, origin));
    }

    private static String message(Difference item) {
        String affects = item.affects().isEmpty() ? "" : "; affects " + String.join(", ", item.affects());
        return item.object() + " " + item.what() + ": expected " + value(item.a()) + ", found " + value(item.b())
                + affects;
    }

    private static String value(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private static Optional<Origin> place(DiffAnswer run, Difference item) {
        Stream<Origin> planned = Stream.concat(
                run.plannedA() ? item.evidenceA().stream() : Stream.empty(),
                run.plannedB() ? item.evidenceB().stream() : Stream.empty());
        return Stream.concat(planned, Stream.concat(item.evidenceB().stream(), item.evidenceA().stream()))
                .findFirst();
    }

    private static void location(Fields fields, Origin origin) {
        fields.one("physicalLocation", origin, one -> {
            fields.one("artifactLocation", one, at -> fields.text("uri", uri(at)));
            if (one.line() > 0) {
                fields.one("region", one, at -> fields.number("startLine", OptionalInt.of(at.line())));
            }
        });
    }

    /** A relative reference as RFC 3986 wants it; a name that cannot be one has its odd characters taken out. */
    private static String uri(Origin origin) {
        String path = origin.file().isEmpty() ? origin.source() : origin.source() + "/" + origin.file();
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException _) {
            return path.replaceAll("[^A-Za-z0-9./_-]", "_");
        }
    }
}
