package dev.plumbline.sources.transcript;

/**
 * A prompt at the head of a line.
 *
 * @param key the same for two prompts of one shell: user, host and sign, without the folder
 * @param host the host that it names; empty where it names none
 * @param folder the folder that it shows; empty where it shows none
 * @param bare only {@code #}, {@code $} or {@code %}
 * @param text as it stands, the space behind it included
 */
record Prompt(String key, String host, String folder, boolean bare, String text) {

    boolean namesHost() {
        return !host.isEmpty() && !host.equals("localhost") && !host.startsWith("localhost.");
    }

    boolean isVirsh() {
        return key.equals("virsh");
    }
}
