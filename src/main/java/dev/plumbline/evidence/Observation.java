package dev.plumbline.evidence;

import java.util.List;

/**
 * One raw output: of a command, an API object's file, or a copied file.
 *
 * @param source the source's name as the user gave it
 * @param file the file inside the source; empty where the source is the file
 * @param vantage from where and when it speaks
 * @param command what ran; for a copied file {@code cat /its/path}; for API objects in a file, no words at all
 * @param namespace the Kubernetes namespace that the shell or the command had set; empty where not known
 * @param filter what narrowed the output
 * @param asked the line of the command itself; number 0 where there is none (a file)
 * @param lines the output, in order
 */
public record Observation(
        String source,
        String file,
        Vantage vantage,
        Command command,
        String namespace,
        Filter filter,
        Line asked,
        List<Line> lines) {

    public Observation {
        lines = List.copyOf(lines);
    }

    /** The whole of a file of API objects: no command, no filter. @param file empty where the source is the file */
    public static Observation ofFile(String source, String file, Vantage vantage, List<Line> lines) {
        return new Observation(source, file, vantage, new Command(List.of()), "", Filter.NONE, new Line(0, ""), lines);
    }

    public Scope scope() {
        return vantage.scope();
    }

    /** The origin of one of its lines. */
    public Origin at(Line line) {
        return new Origin(source, file, line.number(), "", line.text().strip());
    }

    /** The origin of a value inside a document. */
    public Origin at(int line, String pointer, String text) {
        return new Origin(source, file, line, pointer, text);
    }

    /** The origin of the command itself; of the file's first line where no command was seen. */
    public Origin atCommand() {
        return asked.number() > 0
                ? at(asked)
                : new Origin(
                        source, file, lines.isEmpty() ? 0 : lines.getFirst().number(), "", "");
    }
}
