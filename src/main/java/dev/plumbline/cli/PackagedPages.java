package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of docs/rules and docs/joins, which the build packs with the classes. */
final class PackagedPages implements RulePages {

    private static final String ROOT = "/dev/plumbline/docs/";
    private static final List<String> FOLDERS = List.of("rules", "joins");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @Override
    public Optional<String> page(String id) {
        // Also keeps a path such as ../x from being looked up.
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        for (String folder : FOLDERS) {
            try (InputStream page = PackagedPages.class.getResourceAsStream(ROOT + folder + "/" + id + ".md")) {
                if (page != null) {
                    return Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> ids() {
        TreeSet<String> ids = new TreeSet<>();
        for (String folder : FOLDERS) {
            Optional.ofNullable(PackagedPages.class.getResource(ROOT + folder)).ifPresent(url -> ids.addAll(list(url)));
        }
        return List.copyOf(ids);
    }

    private static List<String> list(URL folder) {
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                String inside = uri.toString().substring(uri.toString().indexOf("!/") + 1);
                return names(jar.getPath(inside));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .filter(name -> ID.matcher(name).matches())
                    .toList();
        }
    }
}
