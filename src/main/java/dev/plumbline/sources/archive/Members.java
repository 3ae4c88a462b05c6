package dev.plumbline.sources.archive;

import java.io.IOException;

/** The files that a folder or an archive holds. They can be gone through more than once. */
interface Members {

    /**
     * Goes through the regular files. Links, devices and paths that leave the root are never opened.
     *
     * @param visitor gets each file
     * @param complaints gets what cannot be read; the rest goes on where it can
     * @return whether the end was reached
     */
    boolean each(Visitor visitor, Complaints complaints);

    /** Takes one file after the other. */
    @FunctionalInterface
    interface Visitor {
        /** @param path below the root, with slashes, without {@code .} and {@code ..} */
        void file(String path, Content content) throws IOException;
    }

    /** A file's bytes, read only when asked for, and only while its visit lasts. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException;
    }

    /** Hears what could not be read, and what was passed over. */
    interface Complaints {
        void problem(String path, String found, String expected);

        void passedOver(String path, String why);

        /** For a first look, whose complaints a second one will repeat. */
        Complaints NONE = new Complaints() {
            @Override
            public void problem(String path, String found, String expected) {}

            @Override
            public void passedOver(String path, String why) {}
        };
    }

    /** A file larger than {@link Limits#memberBytes}: costs itself only. */
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("larger than " + limit + " bytes");
        }
    }
}
