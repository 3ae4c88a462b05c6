package dev.plumbline.views.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The page around the picture: head, policy, style, script, and the parts that stand still. */
final class PageFrame {

    private PageFrame() {}

    static String around(String title, String body) {
        String style = style();
        String script = resource("page.js");
        String policy = "default-src 'none'; style-src 'sha256-" + hash(style) + "'; script-src 'sha256-" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <header>
                <strong class="brand">Plumbline</strong>
                <div class="search" role="search">
                <input id="search" type="search" placeholder="Find a name, MAC or address" \
                aria-label="Find a name, MAC or address" autocomplete="off" spellcheck="false">
                <kbd>/</kbd><output id="count" aria-live="polite"></output>
                </div>
                <span class="grow"></span>
                <button id="view" type="button">Table</button>
                <button id="size" type="button" aria-pressed="false">Fit width</button>
                <button id="theme" type="button">Theme: system</button>
                </header>
                <main id="main">
                <section id="table" aria-label="Machines by networks" hidden></section>
                <section id="picture" aria-label="Picture">
                %s</section>
                </main>
                <aside id="panel" aria-label="Evidence" tabindex="-1" hidden></aside>
                <script>%s</script>
                </body>
                </html>
                """.formatted(policy, Markup.escape(title), style, body, script);
    }

    /** One style sheet, so that one hash allows it. */
    private static String style() {
        String light = Ink.variables(Theme.LIGHT);
        String dark = Ink.variables(Theme.DARK);
        return "\n:root{" + light + "}\n"
                + "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark + "}}\n"
                + ":root[data-theme=dark]{" + dark + "}\n"
                + Ink.variableRules() + "\n"
                + resource("page.css")
                + "@media print{:root,:root[data-theme=dark],:root:not([data-theme=light]){" + light + "}}\n";
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PageFrame.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
