package dev.plumbline.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Problem;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import dev.plumbline.evidence.Vantage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Anchors, aliases and merge keys of YAML, as people write them into manifests. */
class AliasesTest {

    @Test
    void anAliasHasTheValueAndThePlaceOfItsAnchor() {
        Tree root = read("""
                ex: &worker {role: worker}
                osp: *worker
                name: &name br0
                names: [*name, *name]
                """).root();

        assertThat(root.at("osp", "role").text()).isEqualTo("worker");
        assertThat(root.at("osp").spot().line()).isEqualTo(1);
        assertThat(root.at("names").items()).extracting(Tree::text).containsExactly("br0", "br0");
    }

    @Test
    void aMergeKeyFillsInWhatTheMappingDoesNotSay() {
        Tree root = read("""
                base: &base {mtu: 9000, vip: false}
                one:
                  <<: *base
                  mtu: 1500
                two:
                  <<: [*base, {vlan: 7}]
                """).root();

        assertThat(root.at("one").fields().keySet()).containsExactly("mtu", "vip");
        assertThat(root.at("one", "mtu").text()).isEqualTo("1500");
        assertThat(root.at("two", "vlan").text()).isEqualTo("7");
    }

    /** Were the line "nodeName: w2" lost, the merged one would hold: no proof may hang on that. */
    @Test
    void aDocumentSaysThatAliasesStandInIt() {
        assertThat(read("base: &base {nodeName: w1}\nstatus:\n  <<: *base\n  nodeName: w2\n")
                        .aliased())
                .isTrue();
        assertThat(read("status: {nodeName: w2}\n").aliased()).isFalse();
    }

    @Test
    void anAliasOfNothingIsAProblemAtItsLine() {
        assertThat(read("a: 1\nb: *nobody\n").problem()).hasValueSatisfying(problem -> {
            assertThat(problem.found()).isEqualTo("alias nobody stands for nothing that was given before it");
            assertThat(problem.origin().line()).isEqualTo(2);
        });
    }

    @Test
    void anAliasOfItsOwnHolderIsAProblem() {
        assertThat(read("a: &a [*a]\n").problem().map(Problem::found).orElse(""))
                .contains("stands for nothing");
    }

    @Test
    void aliasesOfAliasesEndWhereTheyGrowTooLarge() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            text.append(("a%d: &a%d [" + "*a%d,".repeat(10) + "]\n")
                    .replaceFirst("%d", "" + i)
                    .replaceFirst("%d", "" + i)
                    .replace("%d", "" + (i - 1)));
        }

        assertThat(read(text.toString()).problem().map(Problem::found).orElse(""))
                .contains("repeats more values than a document may hold");
    }

    @Test
    void aliasesDoNotNestDeeperThanTheDocumentMay() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 600; i++) {
            text.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }

        assertThat(read(text.toString()).problem()).isPresent();
    }

    private static Document read(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
        return Document.yaml(
                Observation.ofFile("", "test.yaml", Vantage.of(Scope.ofCluster(), Standing.STATED), lines));
    }
}
