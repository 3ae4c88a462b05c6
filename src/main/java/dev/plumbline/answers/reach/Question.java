package dev.plumbline.answers.reach;

/**
 * A ping to foretell.
 *
 * @param from an end: a machine, a NIC, a node, an address that someone has
 * @param to an address or an end
 * @param size of ICMP's payload, bytes
 */
public record Question(String from, String to, int size) {

    /** What ping sends where nothing else is asked for; bytes. */
    public static final int DEFAULT_SIZE = 56;

    /** The most that fits into one IP packet; bytes. */
    public static final int LARGEST = 65_507;
}
