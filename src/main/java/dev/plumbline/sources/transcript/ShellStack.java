package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.sources.shell.Asked;
import dev.plumbline.sources.shell.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The shells that are open, the outermost first. Prompts say which of them a command was typed into. */
final class ShellStack {

    private static final String NAMED = "prompt names the host";

    /** More shells than a human opens in each other; the outer ones are then forgotten, and no more followed. */
    private static final int DEEPEST = 50;

    private final String source;
    private final List<Frame> frames = new ArrayList<>();

    ShellStack(String source) {
        this.source = source;
    }

    /**
     * Finds the shell that this prompt belongs to; it is the top afterwards.
     *
     * @param forCluster whether the command is one for the cluster, as typed where {@code oc} runs
     */
    Frame arrive(Segment.Typed typed, boolean forCluster) {
        Prompt prompt = typed.prompt();
        if (frames.isEmpty()) {
            push(fresh(typed, true));
        } else if (top().key().isEmpty()) {
            first(typed, forCluster);
        } else if (isNamesake(prompt)) {
            frames.subList(1, frames.size()).clear();
            push(fresh(typed, false)
                    .with(Scope.host(prompt.host()), Standing.ASSUMED, "a pod's shell has this prompt, too"));
        } else if (!top().key().equals(prompt.key())) {
            back(typed);
        } else if (forCluster && prompt.bare()) {
            // several shells with one bare prompt: a command for the cluster tells that the inner ones are left
            frames.subList(outermost(prompt.key()) + 1, frames.size()).clear();
        }
        settle(typed);
        return top();
    }

    Frame top() {
        return frames.getLast();
    }

    Seat seat(int line) {
        Frame top = top();
        return new Seat(top.scope(), top.standing(), top.namespace(), here(line));
    }

    void open(Asked.Opens opens, int line, int part) {
        boolean same = opens.shell() == Asked.Shell.SAME;
        String how =
                same || opens.shell() == Asked.Shell.VIRSH ? top().how() : "opened by `" + opens.by() + "` L" + line;
        boolean known = opens.standing() != Standing.ASSUMED || same && top().opener();
        String namespace = same ? top().namespace() : opens.namespace();
        push(new Frame(opens.shell(), "", "", opens.scope(), opens.standing(), namespace, how, part, known));
    }

    /** {@code exit}; the outermost shell has nothing under it that was seen. */
    void leave() {
        if (!frames.isEmpty()) {
            frames.removeLast();
        }
    }

    /** The end of a sort of shell was printed: it and all inside it are closed. */
    void leaveAll(Asked.Shell shell) {
        for (int i = frames.size() - 1; i > 0; i--) {
            if (frames.get(i).shell() == shell) {
                frames.subList(i, frames.size()).clear();
                return;
            }
        }
    }

    boolean isOpen(Asked.Shell shell) {
        return frames.stream().skip(1).anyMatch(frame -> frame.shell() == shell);
    }

    void namespace(String name) {
        replaceTop(top().withNamespace(name));
    }

    /** The first prompt behind an opening command: of the new shell, or of the old one where it did not open. */
    private void first(Segment.Typed typed, boolean forCluster) {
        Prompt prompt = typed.prompt();
        Frame opened = top();
        if (opened.shell() == Asked.Shell.VIRSH && !prompt.isVirsh()) {
            frames.removeLast();
            arrive(typed, forCluster);
            return;
        }
        int outer = innermost(prompt.key(), frames.size() - 1);
        boolean sameAsOuter = outer >= 0 && !frames.get(outer).scope().equals(opened.scope());
        boolean outerHost = outer >= 0 && frames.get(outer).scope().is(Scope.Kind.HOST);
        boolean refused = prompt.namesHost() && outerHost && opened.shell() != Asked.Shell.INNER;
        if (sameAsOuter && (refused || prompt.bare() && forCluster)) {
            frames.subList((prompt.bare() ? outermost(prompt.key()) : outer) + 1, frames.size())
                    .clear();
            return;
        }
        Frame frame = opened.with(prompt);
        if (sameAsOuter && prompt.bare()) {
            frame = frame.with(frame.scope(), Standing.ASSUMED, frame.how() + ", but the prompt is the outer shell's");
        }
        if (sameAsOuter && prompt.namesHost() && opened.shell() != Asked.Shell.INNER) {
            replaceTop(frame.with(place(typed), Standing.ASSUMED, "the prompt is that of the shell outside, too"));
        } else {
            replaceTop(prompt.namesHost() ? hosted(frame, typed) : frame);
        }
    }

    /** A virt-launcher pod has its VM's name as hostname: their prompts differ only by the folder they start in. */
    private boolean isNamesake(Prompt prompt) {
        Frame top = top();
        return top.shell() == Asked.Shell.POD
                && top.key().equals(prompt.key())
                && prompt.namesHost()
                && prompt.folder().startsWith("~")
                && top.scope().is(Scope.Kind.POD)
                && !sameHost(top.scope().name(), prompt.host());
    }

    /** What a prompt's host says of a shell just opened: another name than the door's is believed, not the door. */
    private Frame hosted(Frame frame, Segment.Typed typed) {
        Prompt prompt = typed.prompt();
        Scope scope = frame.scope();
        if (scope.is(Scope.Kind.POD) && !sameHost(scope.name(), prompt.host())) {
            boolean itsVm = scope.name().contains("-" + prompt.host() + "-")
                    && prompt.folder().equals("/");
            return itsVm && frame.part() == typed.part()
                    ? frame
                    : frame.with(
                            place(typed),
                            Standing.ASSUMED,
                            "the prompt names another host than the pod that was opened");
        }
        if (scope.is(Scope.Kind.PLACE) && frame.shell() == Asked.Shell.POD) {
            return frame.with(
                    Scope.host(prompt.host()),
                    Standing.ASSUMED,
                    frame.how() + ", a pod that nothing names; the prompt names its host");
        }
        boolean agrees = switch (scope.kind()) {
            case NODE, POD, HOST -> sameHost(scope.name(), prompt.host());
            case GUEST -> sameHost(scope.name(), prompt.host()) || isUserOf(frame, prompt);
            case NETNS -> true;
            case CLUSTER, DOMAIN -> false;
            case PLACE -> frame.shell() == Asked.Shell.INNER && frame.opener();
        };
        boolean keep = agrees && !scope.is(Scope.Kind.HOST);
        return keep ? frame : frame.with(Scope.host(prompt.host()), Standing.STATED, NAMED);
    }

    /** A guest may have a hostname of its own; that it is the guest, the user tells that the door was opened for. */
    private static boolean isUserOf(Frame frame, Prompt prompt) {
        String user = prompt.key().substring(0, Math.max(0, prompt.key().indexOf('@')));
        return frame.shell() == Asked.Shell.GUEST
                && !user.isEmpty()
                && frame.how().contains(" " + user + "@");
    }

    /** Whether a machine's full name and its short one are meant. */
    static boolean sameHost(String one, String other) {
        return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
    }

    /** A prompt other than the top's: a shell further out, the same host as another user, or one never seen. */
    private void back(Segment.Typed typed) {
        Prompt prompt = typed.prompt();
        int outer = innermost(prompt.key(), frames.size() - 1);
        if (outer >= 0) {
            Set<Scope> places = frames.stream()
                    .filter(frame -> frame.key().equals(prompt.key()))
                    .map(Frame::scope)
                    .collect(Collectors.toSet());
            frames.subList(outer + 1, frames.size()).clear();
            if (places.size() > 1 && !prompt.namesHost()) {
                replaceTop(top().with(place(typed), Standing.ASSUMED, "several open shells have this prompt"));
            }
        } else if (prompt.namesHost() && sameHost(top().host(), prompt.host()) && isMachine(top().scope())) {
            push(top().with(prompt));
        } else if (prompt.bare() || prompt.namesHost()) {
            boolean bottom = prompt.bare();
            frames.subList(bottom ? 0 : 1, frames.size()).clear();
            push(fresh(typed, bottom));
        } else {
            push(fresh(typed, false));
        }
    }

    private static boolean isMachine(Scope scope) {
        return scope.is(Scope.Kind.HOST) || scope.is(Scope.Kind.NODE) || scope.is(Scope.Kind.GUEST);
    }

    private int outermost(String key) {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).key().equals(key)) {
                return i;
            }
        }
        return frames.size() - 1;
    }

    private int innermost(String key, int below) {
        for (int i = below - 1; i >= 0; i--) {
            if (frames.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** A shell whose opening was not seen. */
    private Frame fresh(Segment.Typed typed, boolean bottom) {
        Prompt prompt = typed.prompt();
        Scope scope = prompt.namesHost() ? Scope.host(prompt.host()) : place(typed);
        boolean mayBePod = prompt.namesHost() && prompt.folder().equals("/");
        boolean stated = prompt.namesHost() && !mayBePod || bottom && prompt.bare();
        String how = prompt.namesHost()
                ? mayBePod ? "prompt names the host, but may be that of its launcher pod" : NAMED
                : prompt.bare() && bottom
                        ? "a prompt that names no place"
                        : "no command that opened this shell was seen";
        return new Frame(
                        Asked.Shell.SAME,
                        "",
                        "",
                        scope,
                        stated ? Standing.STATED : Standing.ASSUMED,
                        "",
                        how,
                        typed.part(),
                        false)
                .with(prompt);
    }

    /** In another block a shell that nothing named may be another one; one that was followed may have been left. */
    private void settle(Segment.Typed typed) {
        Frame top = top();
        if (top.part() != typed.part()) {
            boolean nameless = top.scope().is(Scope.Kind.PLACE) && !top.opener();
            int outer = innermost(top.key(), frames.size() - 1);
            boolean twoOfThem = outer >= 0 && !frames.get(outer).scope().equals(top.scope());
            Frame settled = nameless
                    ? top.with(place(typed), top.standing(), top.how())
                    : twoOfThem
                            ? top.with(place(typed), Standing.ASSUMED, "several open shells have this prompt")
                            : elsewhere(top, typed.lead())
                                    ? top.with(
                                            place(typed),
                                            Standing.ASSUMED,
                                            "the text above names another host: "
                                                    + typed.lead().strip())
                                    : top;
            replaceTop(settled.in(typed.part()));
        }
    }

    private static boolean elsewhere(Frame frame, String lead) {
        return frame.standing() == Standing.FOLLOWED
                && HostNamed.other(lead, frame.scope().name());
    }

    private Scope place(Segment.Typed typed) {
        return Scope.place(here(typed.asked().number()));
    }

    private String here(int line) {
        return source + ":" + line;
    }

    private void push(Frame frame) {
        if (frames.size() >= DEEPEST) {
            frames.remove(1);
        }
        frames.add(frame);
    }

    private void replaceTop(Frame frame) {
        frames.set(frames.size() - 1, frame);
    }
}
