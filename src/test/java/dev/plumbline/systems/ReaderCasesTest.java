package dev.plumbline.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every reader against its case folders; see {@link ReaderCase} for their form. {@code -Dgolden.update=true} writes the
 * expected files anew: look at the difference before you commit it.
 */
class ReaderCasesTest {

    @TestFactory
    Stream<DynamicTest> reads() {
        return ReaderCase.all().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(ReaderCase each) throws IOException {
        Reader reader = AllReaders.named(each.readerId());
        assertThat(reader.reads(each.observation().command()))
                .as("%s claims: %s", reader.id(), each.typed())
                .isTrue();
        String actual = FactJson.of(reader.read(each.observation()));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(each.expected(), actual);
        }
        assertThat(actual).isEqualTo(Files.readString(each.expected()));
    }

    @Test
    void everyReaderHasACase() {
        assertThat(ReaderCase.all().stream().map(ReaderCase::readerId).distinct())
                .containsAll(AllReaders.all().stream().map(Reader::id).toList());
    }
}
