package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.sources.shell.Asked;

/**
 * One shell of the stack.
 *
 * @param shell what sort of door led into it
 * @param key its prompt's; empty until its first prompt is seen
 * @param host the host that its prompt names; empty where it names none
 * @param namespace the Kubernetes namespace in force in it; empty where not known
 * @param how why its scope is what it is
 * @param part the block in which it was last seen
 * @param opener whether the command that opened it was seen; else it may be another shell in another block
 */
record Frame(
        Asked.Shell shell,
        String key,
        String host,
        Scope scope,
        Standing standing,
        String namespace,
        String how,
        int part,
        boolean opener) {

    Frame with(Prompt prompt) {
        String named = prompt.namesHost() ? prompt.host() : "";
        return new Frame(shell, prompt.key(), named, scope, standing, namespace, how, part, opener);
    }

    Frame with(Scope other, Standing otherStanding, String why) {
        return new Frame(shell, key, host, other, otherStanding, namespace, why, part, opener);
    }

    Frame withNamespace(String name) {
        return new Frame(shell, key, host, scope, standing, name, how, part, opener);
    }

    Frame in(int block) {
        return new Frame(shell, key, host, scope, standing, namespace, how, block, opener);
    }
}
