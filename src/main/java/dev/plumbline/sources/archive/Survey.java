package dev.plumbline.sources.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A first look at all names, so that the second can read each file straight into what it is.
 *
 * @param indexes the capture.json files by their folder
 * @param roots the folders that hold a capture's or must-gather's layout; none in a plain folder
 * @param names all paths; the number tells the last of several members with one path, which holds
 * @param whole whether the end was reached
 */
record Survey(Map<String, CaptureIndex> indexes, TreeSet<String> roots, Map<String, Integer> names, boolean whole) {

    private static final String INDEX = "capture.json";

    static Survey of(String source, Members members) {
        Map<String, byte[]> indexes = new TreeMap<>();
        TreeSet<String> roots = new TreeSet<>();
        Map<String, Integer> names = new HashMap<>();
        int[] count = {0};
        boolean whole = members.each(
                (path, content) -> {
                    names.put(path, count[0]++);
                    if (isIndex(path)) {
                        indexes.put(folder(path), content.read());
                    } else {
                        // A folder called nodes is no layout before it holds what a layout's folder holds.
                        Layout.of(path)
                                .filter(placed -> !(placed.meaning() instanceof Meaning.Unknown))
                                .map(Layout.Placed::root)
                                .ifPresent(roots::add);
                    }
                },
                Members.Complaints.NONE);
        // A file of this name in a plain folder may be anybody's.
        indexes.entrySet()
                .removeIf(entry -> !roots.contains(entry.getKey())
                        && !CaptureIndex.read(source, INDEX, entry.getValue()).claimsToBeOne());
        roots.addAll(indexes.keySet());
        String base = base(roots);
        Map<String, CaptureIndex> read = new TreeMap<>();
        indexes.forEach((folder, bytes) ->
                read.put(folder, CaptureIndex.read(source, below(base, path(folder, INDEX)), bytes)));
        return new Survey(read, roots, names, whole);
    }

    static boolean isIndex(String path) {
        return path.equals(INDEX) || path.endsWith("/" + INDEX);
    }

    /** The folder that file names are told from: the one root, or what several roots share. */
    String base() {
        return base(roots);
    }

    private static String base(TreeSet<String> roots) {
        if (roots.isEmpty()) {
            return "";
        }
        // Of sorted names the first and the last share what all share.
        String first = roots.first() + "/";
        String last = roots.last() + "/";
        int end = 0;
        for (int i = 0; i < Math.min(first.length(), last.length()) && first.charAt(i) == last.charAt(i); i++) {
            end = first.charAt(i) == '/' ? i : end;
        }
        return first.substring(0, end);
    }

    /** The index whose folder is nearest above this file, with that folder. */
    Optional<Map.Entry<String, CaptureIndex>> indexOf(String path) {
        for (String folder = folder(path); ; folder = folder(folder)) {
            CaptureIndex index = indexes.get(folder);
            if (index != null) {
                return Optional.of(Map.entry(folder, index));
            }
            if (folder.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String path(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    static String below(String folder, String path) {
        return !folder.isEmpty() && path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
    }

    /** capture or must-gather: only Plumbline writes capture.json, pods/ and guests/. */
    String kind() {
        boolean capture = !indexes.isEmpty()
                || names.keySet().stream()
                        .map(name -> "/" + below(base(), name))
                        .anyMatch(name -> name.startsWith("/pods/")
                                || name.startsWith("/guests/")
                                || name.startsWith("/cluster/"));
        boolean objects = names.keySet().stream()
                .map(name -> "/" + name)
                .anyMatch(name -> name.contains("/namespaces/") || name.contains("/cluster-scoped-resources/"));
        return !capture && objects ? "must-gather" : "capture";
    }

    /** By index: the files that it lists and that are not there. One of a command that failed may well be missing. */
    Map<String, List<String>> missing() {
        Map<String, List<String>> missing = new TreeMap<>();
        indexes.forEach((folder, index) -> {
            List<String> files = index.entries().entrySet().stream()
                    .filter(entry -> !entry.getValue().failed() && !names.containsKey(path(folder, entry.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!files.isEmpty()) {
                missing.put(path(folder, INDEX), files);
            }
        });
        return missing;
    }
}
