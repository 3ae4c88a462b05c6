package dev.plumbline.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Line;
import dev.plumbline.sources.Gathered;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Law 6: any bytes, no crash, no hang; and what is read stands in the input. */
class AnyBytesTest {

    private static final Limits LIMITS = new Limits(100_000, 1_000_000, 50, 8, 1_000_000);
    private static final Evidence CAPTURE = Evidence.of()
            .file(
                    "capture.json",
                    "{\"kind\": \"Capture\", \"files\": [{\"file\": \"nodes/w1/ip_link\", \"status\": 0}]}")
            .file("nodes/w1/ip_link", "1: lo: <LOOPBACK>", "2: ens3: <UP>")
            .file("nodes/w1/ip.txt", "1: lo: <LOOPBACK>")
            .file("namespaces/tenants/vms/db-0/p.bridge.txt", "####", "bridge link show:", "####", "5: tap1:")
            .file("notes.txt", "what we did");
    private static final List<byte[]> WHOLE = List.of(CAPTURE.tar(), CAPTURE.tarGz(), CAPTURE.tarZst());

    @Property
    void anyBytes(@ForAll @Size(max = 3000) byte[] content) {
        Gathered gathered = Evidence.read(content, LIMITS);

        assertThat(gathered.sources()).hasSize(1);
    }

    @Property
    void anyBytesBehindAMagicNumber(@ForAll("magic") byte[] magic, @ForAll @Size(max = 2000) byte[] rest) {
        byte[] content = Arrays.copyOf(magic, magic.length + rest.length);
        System.arraycopy(rest, 0, content, magic.length, rest.length);

        assertThat(Evidence.read(content, LIMITS).observations()).isEmpty();
    }

    @Provide
    Arbitrary<byte[]> magic() {
        return Arbitraries.of(
                new byte[] {0x1f, (byte) 0x8b, 8, 0},
                new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
                new byte[] {0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0},
                new byte[] {'P', 'K', 3, 4});
    }

    @Property
    void aCaptureWithOneByteChanged(
            @ForAll @IntRange(max = 2) int form, @ForAll @IntRange(max = 20_000) int at, @ForAll byte value) {
        byte[] content = WHOLE.get(form).clone();
        content[at % content.length] = value;

        Gathered gathered = Evidence.read(content, LIMITS);

        assertThat(gathered.sources()).hasSize(1);
    }

    @Property
    void aCaptureCutAnywhere(@ForAll @IntRange(max = 2) int form, @ForAll @IntRange(max = 20_000) int at) {
        byte[] whole = WHOLE.get(form);
        Gathered all = Evidence.read(whole, LIMITS);

        Gathered gathered = Evidence.read(Arrays.copyOf(whole, at % whole.length), LIMITS);

        List<Line> lines =
                all.observations().stream().flatMap(o -> o.lines().stream()).toList();
        boolean archive = gathered.sources().getFirst().kind().equals("capture");
        assertThat(gathered.observations().stream().flatMap(o -> o.lines().stream()))
                .allSatisfy(line -> assertThat(archive && lines.contains(line)).isTrue());
    }

    @Property
    void anyCaptureJson(@ForAll("json") String json) {
        Gathered gathered = Evidence.read(
                Evidence.of()
                        .file("capture.json", json)
                        .file("nodes/w1/ip_link", "1: lo:")
                        .tar(),
                LIMITS);

        assertThat(gathered.observations()).isNotNull();
        assertThat(gathered.observations())
                .allSatisfy(o -> assertThat(o.lines()).containsExactly(new Line(1, "1: lo:")));
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"kind\"",
                        "\"Capture\"",
                        "\"files\"",
                        "\"file\"",
                        "\"nodes/w1/ip_link\"",
                        "\"scope\"",
                        "\"node/w1\"",
                        "\"node/\"",
                        "\"/\"",
                        "\"argv\"",
                        "\"ip\"",
                        "\"status\"",
                        "1",
                        "null",
                        "\"time\"",
                        " ")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join("", words));
    }

    @Property
    void anyFileName(@ForAll("names") String name) {
        Gathered gathered = Evidence.read(Evidence.of().file(name, "1: lo:").tar(), LIMITS);

        assertThat(gathered.observations().size()
                        + gathered.skipped().size()
                        + gathered.problems().size()
                        + gathered.prose().size())
                .as(name)
                .isPositive();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "nodes",
                        "pods",
                        "guests",
                        "cluster",
                        "namespaces",
                        "cluster-scoped-resources",
                        "vms",
                        "w1",
                        "..",
                        ".",
                        "ip_link",
                        "ip.txt",
                        "p.bridge.txt",
                        "x.yaml",
                        "etc",
                        "_",
                        "capture.json",
                        "ip_netns_exec_b_ip_a",
                        "ip_-n")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(parts -> String.join("/", parts))
                .filter(path -> !path.replace(".", "").replace("/", "").isEmpty());
    }

    @Property
    void linesAreTheText(@ForAll String text) {
        byte[] content = text.replace("\uFEFF", "").getBytes(StandardCharsets.UTF_8);
        List<Line> lines = MemberText.lines(content);

        assertThat(String.join("", lines.stream().map(Line::text).toList()))
                .isEqualTo(String.join(
                                "",
                                List.of(new String(content, StandardCharsets.UTF_8)
                                        .replace("\r\n", "\n")
                                        .split("\n")))
                        .replaceAll("\r$", ""));
    }
}
