package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.systems.ApiResource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kubectl takes a document whole or not at all: half a net config is no net config. */
class BrokenManifestTest {

    @Test
    void aBrokenDocumentCostsItselfAlone() {
        String text = """
                apiVersion: v1
                kind: Node
                metadata: {name: whole}
                ---
                apiVersion: v1
                kind: Node
                metadata: {name: broken}
                spec: [*nobody]
                """;

        Manifests read = Manifests.open(List.of("-"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        assertThat(read.resources()).extracting(ApiResource::name).containsExactly("whole");
        assertThat(read.problems()).hasSize(1);
    }
}
