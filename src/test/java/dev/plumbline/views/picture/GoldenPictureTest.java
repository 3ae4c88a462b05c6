package dev.plumbline.views.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.answers.MapAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures as they were last looked at and found good; {@code -Dgolden.update=true} writes them anew. */
class GoldenPictureTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/plumbline/views/picture");

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("seven", Samples.seven()),
                Arguments.of("seven-with-findings", Samples.sevenWithFindings()),
                Arguments.of("three", Samples.three()),
                Arguments.of("broken", Samples.broken()),
                Arguments.of("bonded", Odd.bonded()),
                Arguments.of("hostile", Samples.hostile()),
                Arguments.of("nothing", Samples.nothing()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void is_drawn_as_it_was(String name, MapAnswer answer) throws IOException {
        Path golden = FOLDER.resolve(name + ".svg");
        String drawn = SvgView.draw(answer);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(golden));
    }
}
