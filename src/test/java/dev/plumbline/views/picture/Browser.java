package dev.plumbline.views.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, driven through ChromeDriver's W3C protocol. Ends with everything it started. */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PORT = Pattern.compile("on port (\\d+)");

    private final Process driver;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String session;

    /** The driver's and the browser's programs, where both are installed. */
    static Optional<List<Path>> installed() {
        Optional<Path> driver = program("chromedriver");
        Optional<Path> browser = program("chromium").or(() -> program("google-chrome"));
        return driver.isPresent() && browser.isPresent()
                ? Optional.of(List.of(driver.get(), browser.get()))
                : Optional.empty();
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser(List<Path> programs, Path profile, boolean dark) throws IOException, InterruptedException {
        driver = new ProcessBuilder(programs.getFirst().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        base = "http://127.0.0.1:" + port() + "/session";
        List<String> arguments = new ArrayList<>(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1900,1000",
                "--user-data-dir=" + profile));
        if (dark) {
            arguments.add("--blink-settings=preferredColorScheme=0");
        }
        Map<String, Object> options =
                Map.of("args", arguments, "binary", programs.getLast().toString());
        JsonNode answer = post(
                "",
                Map.of(
                        "capabilities",
                        Map.of(
                                "alwaysMatch",
                                Map.of("goog:chromeOptions", options, "goog:loggingPrefs", Map.of("browser", "ALL")))));
        session = answer.get("sessionId").asString();
    }

    private int port() throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (line.contains("started successfully") && port.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return Integer.parseInt(port.group(1));
            }
        }
        throw new IOException("chromedriver named no port");
    }

    void open(Path page) throws IOException, InterruptedException {
        post("/" + session + "/url", Map.of("url", page.toUri().toString()));
    }

    /** What the script returns. */
    JsonNode run(String script) throws IOException, InterruptedException {
        return post("/" + session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    String text(String css) throws IOException, InterruptedException {
        return run("return document.querySelector('" + css + "').textContent").asString();
    }

    boolean is(String expression) throws IOException, InterruptedException {
        return run("return !!(" + expression + ")").asBoolean();
    }

    /** Waits, for a picture that is unpacked say. */
    void until(String expression) throws IOException, InterruptedException {
        for (int i = 0; i < 100 && !is(expression); i++) {
            Thread.sleep(50);
        }
        if (!is(expression)) {
            throw new AssertionError("never came true: " + expression);
        }
    }

    void hover(String css) throws IOException, InterruptedException {
        pointer(css, List.of());
    }

    void click(String css) throws IOException, InterruptedException {
        pointer(css, List.of(Map.of("type", "pointerDown", "button", 0), Map.of("type", "pointerUp", "button", 0)));
    }

    private void pointer(String css, List<Map<String, ?>> then) throws IOException, InterruptedException {
        JsonNode at = run("const e = document.querySelector('" + css + "');"
                + "e.scrollIntoView({block: 'center', inline: 'center'});"
                + "const r = e.getBoundingClientRect();"
                + "return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]");
        List<Object> actions = new ArrayList<>();
        actions.add(Map.of(
                "type",
                "pointerMove",
                "duration",
                0,
                "x",
                at.get(0).asInt(),
                "y",
                at.get(1).asInt()));
        actions.addAll(then);
        act(Map.of("type", "pointer", "id", "mouse", "parameters", Map.of("pointerType", "mouse"), "actions", actions));
    }

    /** Types, one key after the other; the protocol's code points stand for Enter and the like. */
    void keys(String keys) throws IOException, InterruptedException {
        List<Object> actions = new ArrayList<>();
        keys.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        });
        act(Map.of("type", "key", "id", "keyboard", "actions", actions));
    }

    /** Types into the page's search field once it has the focus; a key that a busy browser lost is pressed again. */
    void search(String text) throws IOException, InterruptedException {
        String focused = "document.activeElement.id === 'search'";
        for (int press = 0; press < 5 && !is(focused); press++) {
            keys("/");
            for (int i = 0; i < 20 && !is(focused); i++) {
                Thread.sleep(100);
            }
        }
        until(focused);
        keys(text);
    }

    private void act(Map<String, ?> source) throws IOException, InterruptedException {
        post("/" + session + "/actions", Map.of("actions", List.of(source)));
    }

    /** Everything the console was told, errors and policy violations included. */
    List<String> console() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        post("/" + session + "/se/log", Map.of("type", "browser"))
                .forEach(e -> lines.add(e.get("message").asString()));
        return lines;
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        JsonNode answer = JSON.readTree(
                        client.send(request, BodyHandlers.ofString()).body())
                .get("value");
        if (answer.has("error")) {
            throw new IOException(answer.get("message").asString());
        }
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        try {
            HttpRequest end = HttpRequest.newBuilder(URI.create(base + "/" + session))
                    .DELETE()
                    .build();
            client.send(end, BodyHandlers.discarding());
        } catch (IOException gone) {
            // The browser is gone already: what is left is ended below.
        }
        List<ProcessHandle> started = driver.descendants().toList();
        driver.destroy();
        if (!driver.waitFor(5, TimeUnit.SECONDS)) {
            driver.destroyForcibly();
        }
        started.forEach(ProcessHandle::destroyForcibly);
        client.close();
    }
}
