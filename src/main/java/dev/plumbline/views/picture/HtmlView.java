package dev.plumbline.views.picture;

import dev.plumbline.answers.Finding;
import dev.plumbline.answers.MapAnswer;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.Topology;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code -o html}: one file that shows the picture with its evidence, and needs neither network nor server. Its policy
 * lets nothing run or load but its own script and style, known by their hashes.
 */
public final class HtmlView {

    /** Above so many NICs a page opens as a table, and each machine's picture is packed. */
    static final int TABLE_ABOVE = 200;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MapAnswer answer;
    private final Mentions mentions;
    private final Map<String, String> rules;

    private HtmlView(MapAnswer answer, Map<String, String> rules) {
        this.answer = answer;
        this.mentions = Mentions.of(answer);
        this.rules = rules;
    }

    /** The same answer gives the same bytes. */
    public static String draw(MapAnswer answer) {
        return draw(answer, Map.of());
    }

    /** @param rules what each join rule means, a sentence each, by rule id */
    public static String draw(MapAnswer answer, Map<String, String> rules) {
        return new HtmlView(answer, rules).page();
    }

    private String page() {
        Map<String, Ink> inks = Sheet.inks(answer.topology().machines());
        Sheet whole = Sheet.of(answer.topology(), inks);
        boolean table = whole.lanes().size() > TABLE_ABOVE;
        List<Sheet.Rows> rows =
                whole.blocks().stream().flatMap(b -> b.machines().stream()).toList();
        StringBuilder body = new StringBuilder();
        if (table) {
            body.append("<div id=\"drawn\"></div>\n");
            List<String> packed =
                    rows.parallelStream().map(r -> packed(r.machine(), inks)).toList();
            for (int i = 0; i < packed.size(); i++) {
                body.append(data("packed-" + i, "text/plain", packed.get(i)));
            }
        } else {
            Drawing drawing = Layout.of(answer, inks);
            body.append("<div id=\"drawn\">").append(SvgWriter.inPage(drawing)).append("</div>\n");
            body.append(data("sheet", "application/json", json(SheetData.of(mentions, drawing))));
        }
        body.append(data("index", "application/json", json(PageIndex.of(answer, mentions, whole, table, rules))));
        return PageFrame.around(Headline.of(answer, whole).title(), body.toString());
    }

    /** One machine drawn alone, with its evidence, compressed: pictures of a thousand machines are mostly alike. */
    private String packed(Machine machine, Map<String, Ink> inks) {
        Topology all = answer.topology();
        Topology topology = new Topology(List.of(machine), all.others(), all.segments(), List.of());
        TreeSet<Integer> concerned = new TreeSet<>();
        for (Nic nic : machine.nics()) {
            concerned.addAll(mentions.affecting(machine.name() + "/" + nic.ref()));
            nic.path()
                    .hops()
                    .forEach(h -> concerned.addAll(mentions.at(h.scope().path() + ":" + h.label())));
        }
        List<Finding> findings = concerned.stream().map(answer.findings()::get).toList();
        MapAnswer alone = new MapAnswer(answer.sources(), topology, List.of(), findings, List.of(), List.of());
        Drawing drawing = Layout.of(alone, inks);
        String json = json(new PageData.Packed(SvgWriter.inPage(drawing), SheetData.of(mentions, drawing)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String data(String id, String type, String text) {
        return "<script type=\"" + type + "\" id=\"" + id + "\">" + text + "</script>\n";
    }

    /** No {@code <} in it: neither an end tag nor a comment can begin within a script element. */
    private static String json(Object value) {
        return JSON.writeValueAsString(value).replace("<", "\\u003c");
    }
}
