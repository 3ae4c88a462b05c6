package dev.plumbline.pastes;

import java.util.List;

/**
 * One paste.
 *
 * @param files its text; several where it was saved in several
 */
record Paste(String scenario, long seed, List<String> files, Shown shown) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("scenario " + scenario + ", seed " + seed + "\n");
        for (int i = 0; i < files.size(); i++) {
            text.append("======== file ").append(i + 1).append('\n').append(files.get(i));
        }
        return text.toString();
    }
}
