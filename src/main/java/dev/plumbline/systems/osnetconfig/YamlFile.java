package dev.plumbline.systems.osnetconfig;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import dev.plumbline.evidence.tree.Document;
import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that os-net-config reads, always as YAML, whatever it is called. */
public record YamlFile(String name, Document document, List<Line> lines) {

    public static YamlFile of(String name, String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        Document document = YamlComposer.read(name, List.copyOf(lines))
                .map(roots -> new Document(roots, Optional.empty()))
                .orElseGet(() -> strict(name, lines));
        return new YamlFile(name, document, List.copyOf(lines));
    }

    private static Document strict(String name, List<Line> lines) {
        return Document.yaml(new Observation(
                name,
                "",
                Vantage.of(Scope.place(""), Standing.STATED),
                Command.of("cat", name),
                "",
                Filter.NONE,
                new Line(0, ""),
                lines));
    }

    /** Read without PyYAML's leniency: a key given twice is a problem, as where the lines between two objects are lost. */
    Document strict() {
        return strict(name, lines);
    }

    public Tree root() {
        return document.root();
    }

    /** Whether it holds no value: os-net-config then works with Python's None. */
    public boolean isEmpty() {
        return !root().present()
                || root() instanceof Tree.Scalar scalar
                        && !scalar.isString()
                        && scalar.text().isEmpty();
    }

    /** Where the text is no YAML; its own wording is not Python's. */
    public Optional<Problem> problem() {
        return document.problem();
    }

    /** PyYAML's error. It refuses a tab as indentation also where YAML 1.2 lets it stand, inside brackets. */
    public Optional<PythonError> error() {
        Optional<Line> tab = lines.stream().filter(YamlFile::indentedByTab).findFirst();
        if (tab.isPresent()) {
            return Optional.of(new PythonError(
                    "ScannerError",
                    "while scanning for the next token found character '\\t' that cannot start any token in \"" + name
                            + "\", line " + tab.get().number()));
        }
        if (document.problem().isEmpty() && document.roots().size() > 1) {
            return Optional.of(
                    new PythonError("ComposerError", "expected a single document in the stream in \"" + name + "\""));
        }
        return problem()
                .map(problem -> new PythonError(
                        "YAMLError",
                        problem.found() + " in \"" + name + "\", line "
                                + problem.origin().line()));
    }

    private static boolean indentedByTab(Line line) {
        String text = line.text();
        int at = 0;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '\t';
    }

    /** Python's name of a value's type. */
    static String pythonType(Tree tree) {
        return switch (tree) {
            case Tree.Mapping _ -> "dict";
            case Tree.Sequence _ -> "list";
            case Tree.Scalar scalar when scalar.isString() -> "str";
            case Tree.Scalar scalar when scalar.text().isEmpty() -> "NoneType";
            case Tree.Scalar scalar when scalar.text().matches("(?i)true|false") -> "bool";
            case Tree.Scalar _ -> "int";
            case Tree.Missing _ -> "NoneType";
        };
    }
}
