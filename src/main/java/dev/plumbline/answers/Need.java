package dev.plumbline.answers;

import java.util.List;

/**
 * A missing piece of evidence and the exact read-only command that would supply it.
 *
 * @param id {@code n1} ...: stable within one answer
 * @param settles what it would settle, as {@code controller-0/nic3} or a rule's id
 * @param what the open question in a few words
 * @param scope where the command runs
 * @param command what to type there
 * @param reach how to type it from the workstation, in full
 * @param right the access it takes
 */
public record Need(
        String id, List<String> settles, String what, String scope, String command, String reach, String right) {}
