package dev.plumbline.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Runs command lines of the program in this process. */
public final class Cli {

    private Cli() {}

    /** What a command line left. */
    public record Said(int code, String out, String err) {}

    public static Said run(Map<String, String> environment, List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new Plumbline(Wiring.parts(environment), new Surroundings(out, err, false, false, environment))
                .run(words)
                .number();
        return new Said(code, out.toString(), err.toString());
    }
}
