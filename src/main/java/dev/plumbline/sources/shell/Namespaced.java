package dev.plumbline.sources.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** {@code ip netns exec X COMMAND}, {@code ip -n X link}: ip as a door into a named network namespace. */
final class Namespaced {

    private Namespaced() {}

    /** Whether it is such a call; if so, what runs inside and where is handed on. */
    static boolean apply(List<String> arguments, Seat seat, BiConsumer<List<String>, Seat> inside) {
        List<String> kept = new ArrayList<>(List.of("ip"));
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            String word = arguments.get(at++);
            if (word.equals("-n") || word.equals("-netns") || word.equals("--netns")) {
                String name = at < arguments.size() ? arguments.get(at++) : "";
                kept.addAll(arguments.subList(at, arguments.size()));
                inside.accept(kept, Nsenter.named(name, seat));
                return true;
            }
            kept.add(word);
            if (word.equals("-f") || word.equals("-family") || word.equals("-rc") || word.equals("-b")) {
                kept.add(at < arguments.size() ? arguments.get(at++) : "");
            }
        }
        List<String> rest = arguments.subList(at, arguments.size());
        if (kept.stream().anyMatch(word -> word.matches("-a(ll)?"))) {
            return false;
        }
        boolean executes = rest.size() >= 4
                && "exec".startsWith(rest.get(1))
                && rest.get(1).length() > 1;
        if (executes && rest.getFirst().matches("netns?|vrf")) {
            Seat place = rest.getFirst().equals("vrf") ? seat : Nsenter.named(rest.get(2), seat);
            inside.accept(List.copyOf(rest.subList(3, rest.size())), place);
            return true;
        }
        return false;
    }
}
