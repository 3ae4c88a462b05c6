package dev.plumbline.cli;

import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.Labs;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.LabName;
import dev.plumbline.lab.vm.GuestConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs a program in one place of a lab, on this terminal. */
final class LabExec implements LabVerb {

    /** Another command in the same guest is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
        List<String> command = words.subList(1, words.size());
        Optional<Path> console = labs.console(name, place);
        int code = console.isPresent()
                ? inGuest(call, console.get(), command)
                : call.attached(labs.entering(name, place, command));
        return code == 0 ? call.codes() : Set.of(ExitCode.FOUND);
    }

    /** As it says it; what ends this program ends that one too. */
    private static int inGuest(Call call, Path console, List<String> command) throws IOException, LabException {
        try (GuestConsole guest = GuestConsole.open(console, PATIENCE)) {
            Thread ending = new Thread(guest::interrupt);
            Runtime.getRuntime().addShutdownHook(ending);
            try {
                return guest.run(command, call::say);
            } catch (UncheckedIOException e) {
                guest.interrupt();
                throw new IOException(e);
            } finally {
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        }
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
