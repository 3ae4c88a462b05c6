package dev.plumbline.sources.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a file is packed, by its first bytes, never by its name. */
enum Packing {
    PLAIN,
    GZIP,
    ZSTD,
    /** Packed in a way that is known and not read. */
    ZIP,
    XZ,
    BZIP2;

    private static final int BLOCK = 512;

    static Packing of(byte[] head) {
        if (starts(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        // 0x184d2a50 to 5f open a skippable frame, which may stand before the first frame with data.
        boolean skippable = head.length >= 4
                && (head[0] & 0xf0) == 0x50
                && starts(Arrays.copyOfRange(head, 1, 4), 0x2a, 0x4d, 0x18);
        if (starts(head, 0x28, 0xb5, 0x2f, 0xfd) || skippable) {
            return ZSTD;
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (starts(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        return starts(head, 'B', 'Z', 'h') && head.length > 9 && head[4] == 0x31 && head[5] == 0x41 ? BZIP2 : PLAIN;
    }

    boolean known() {
        return this == PLAIN || this == GZIP || this == ZSTD;
    }

    InputStream unpack(InputStream in) throws IOException {
        return switch (this) {
            case GZIP -> new GzipCompressorInputStream(in, true);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in);
            default -> in;
        };
    }

    /** The first block without consuming it. */
    static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(BLOCK);
        byte[] head = in.readNBytes(BLOCK);
        in.reset();
        return head;
    }

    /**
     * Whether a tar begins so: with its magic word, for the oldest form a header whose sum is right, or an empty one's
     * end mark.
     */
    static boolean isTar(byte[] head) {
        if (head.length < BLOCK) {
            return false;
        }
        boolean magic = starts(Arrays.copyOfRange(head, 257, BLOCK), 'u', 's', 't', 'a', 'r');
        return magic || Arrays.equals(head, new byte[BLOCK]) || hasHeaderSum(head);
    }

    private static boolean hasHeaderSum(byte[] head) {
        try {
            return TarUtils.verifyCheckSum(head);
        } catch (IllegalArgumentException _) {
            // The field for the sum holds no number.
            return false;
        }
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
