package dev.plumbline.systems.linux;

/**
 * Notices that a paste of {@code ip addr} lacks lines: iproute2 prints a link layer beneath every head line, and the lifetimes of
 * an address beneath it. Asked for one family it prints no link layer, and busybox may print no lifetimes: a rule that an output
 * never keeps is not asked of it.
 */
final class LostLines {

    private int heads;
    private int layers;
    private int lives;
    private boolean headBare;
    private boolean lifeMissing;
    private boolean lifeAlone;
    private boolean underHead;
    private boolean underAddress;

    void take(String text) {
        if (text.isBlank()) {
            return;
        }
        boolean head = HeadLine.begins(text);
        String beneath = text.stripLeading();
        boolean layer = !head && beneath.startsWith("link/");
        boolean life = !head && beneath.startsWith("valid_lft ");
        headBare |= underHead && !layer;
        lifeMissing |= underAddress && !life;
        lifeAlone |= life && !underAddress;
        heads += head ? 1 : 0;
        layers += layer ? 1 : 0;
        lives += life ? 1 : 0;
        underHead = head && !text.contains("\\");
        underAddress = !head && (beneath.startsWith("inet ") || beneath.startsWith("inet6 "));
    }

    /** To be asked behind the last line. */
    boolean any() {
        boolean layersAsked = layers > 0;
        boolean livesAsked = lives > 0;
        return layersAsked && heads > 1 && (headBare || underHead)
                || livesAsked && (lifeMissing || lifeAlone || underAddress);
    }
}
