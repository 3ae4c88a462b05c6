package dev.plumbline.systems.osnetconfig.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.osnetconfig.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyYamlTest {

    /** As PyYAML 6 and Python 3.11 print them. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    on                | True
                    oN                | 'oN'
                    y                 | 'y'
                    No                | False
                    ~                 | None
                    NULL              | None
                    nULL              | 'nULL'
                    "null"            | 'null'
                    ''                | ''
                    017               | 15
                    08                | '08'
                    0o17              | '0o17'
                    0x1F              | 31
                    -0b101            | -5
                    1_000             | 1000
                    +7                | 7
                    -0                | 0
                    '7'               | '7'
                    190:20:30         | 685230
                    52:54:00:12:00:01 | 41135083201
                    52:54:00:a2:00:01 | '52:54:00:a2:00:01'
                    190:20:30.5       | 685230.5
                    1e3               | '1e3'
                    1.5e+3            | 1500.0
                    1.                | 1.0
                    .5                | 0.5
                    -.5               | '-.5'
                    1.0e+16           | 1e+16
                    1234567890123456.0| 1234567890123456.0
                    0.0001            | 0.0001
                    0.00001           | 1e-05
                    1.25e-7           | 1.25e-07
                    -.inf             | -inf
                    .NaN              | nan
                    .nAn              | '.nAn'
                    2026-11-22        | datetime.date(2026, 11, 22)
                    !!str 5           | '5'
                    !!int "5"         | 5
                    "it's"            | "it's"
                    'a"b'             | 'a"b'
                    "'\\""            | '\\'"'
                    "a\\tb\\\\\\x01"  | 'a\\tb\\\\\\x01'
                    "\\u00a0\\u200b"  | '\\xa0\\u200b'
                    [1, no, {a: b}]   | [1, False, {'a': 'b'}]
                    {}                | {}
                    """)
    void readsAndPrintsAsPython(String yaml, String repr) {
        assertThat(read("v: " + yaml)).isEqualTo("{'v': " + repr + "}");
    }

    @Test
    void aBlockIsAText() {
        assertThat(read("v: |\n  5\nw: >-\n  on\n")).isEqualTo("{'v': '5\\n', 'w': 'on'}");
    }

    @Test
    void wideCharactersBeforeItMoveNothing() {
        assertThat(read("{a: 😀😀, b: \"1\", c: 1}")).isEqualTo("{'a': '😀😀', 'b': '1', 'c': 1}");
    }

    private static String read(String yaml) {
        return PyYaml.of(tree(yaml)).repr();
    }

    private static Tree tree(String yaml) {
        return YamlFile.of("x", yaml).document().root();
    }
}
