package dev.plumbline.cli;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs a program in one place of a lab, on this terminal. */
final class LabExec implements LabVerb {

    @Override
    public String word() {
        return "exec";
    }

    @Override
    public Set<ExitCode> run(Call call, Labs labs, List<String> words) throws IOException, Refusal, LabException {
        if (words.size() < 2) {
            throw LabVerb.usage("lab exec takes PLACE -- COMMAND");
        }
        LabName name = LabVerb.name(call);
        String place = place(labs.status(name).description(), words.getFirst());
        List<String> command = labs.entering(name, place, words.subList(1, words.size()));
        int code = call.attached(command);
        return code == 0 ? call.codes() : Set.of(ExitCode.FOUND);
    }

    /** What a person calls a place: the whole of a scope's words, or what stands at their end. */
    private static String place(LabDescription lab, String word) throws Refusal {
        if (lab.places().containsKey(word)) {
            return word;
        }
        String asked = word.startsWith("vm/") ? "guest/" + word.substring(3) : word;
        int slash = asked.indexOf('/');
        String kind = slash < 0 ? "guest" : asked.substring(0, slash);
        String last = asked.substring(slash + 1);
        Map<String, String> found = new TreeMap<>();
        lab.places().forEach((place, scope) -> {
            boolean named = scope.equals(asked)
                    || scope.startsWith(kind + "/") && (scope.endsWith("/" + last) || place.endsWith("." + last));
            if (named) {
                found.put(place, scope);
            }
        });
        if (found.size() != 1) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "'" + word + "' names " + (found.isEmpty() ? "no place" : found.size() + " places")
                            + " of this lab",
                    List.copyOf((found.isEmpty() ? lab.places() : found).keySet()));
        }
        return found.keySet().iterator().next();
    }
}
