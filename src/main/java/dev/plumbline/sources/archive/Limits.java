package dev.plumbline.sources.archive;

/**
 * How much of a folder or archive is read before it is called hostile or broken.
 *
 * @param memberBytes the largest file that is read, in bytes after unpacking
 * @param totalBytes the most that one archive may unpack to, or that is read of one folder, in bytes
 * @param members the most files
 * @param depth the most folders one within another
 * @param heldBytes the most that is held of a source that can be read only once (standard input), in bytes as it comes
 */
public record Limits(int memberBytes, long totalBytes, int members, int depth, int heldBytes) {

    private static final int MIB = 1 << 20;

    /** 512 MiB a file, 8 GiB an archive, 200,000 files, 64 folders deep, 256 MiB from standard input. */
    public static Limits standard() {
        return new Limits(512 * MIB, 8L * 1024 * MIB, 200_000, 64, 256 * MIB);
    }
}
