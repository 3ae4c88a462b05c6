package dev.plumbline.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.plan.wiring.Rule;
import dev.plumbline.topology.Hop;
import dev.plumbline.topology.Machine;
import dev.plumbline.topology.Nic;
import dev.plumbline.topology.NicPath;
import dev.plumbline.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule that output can name, of an observed line or of a planned one, has a page in docs/joins, of one form, and every page names a rule and its cases. */
class DocsJoinsTest {

    private static final Path PAGES = Path.of("docs/joins");

    /** Placement rules that a case may come to name no more when another one proves the same. */
    private static final Set<String> BESIDES =
            Set.of("guest-stated", "guest-macs", "guest-name", "pod-label", "pod-name", "fdb-witness", "one-wire");

    private static final List<String> HEADINGS =
            List.of("## Concludes", "## Premises", "## Verdict", "## Source", "## Example", "## Must not pass");

    private static final Pattern CASE = Pattern.compile("`((?:weave|plan)/[a-z0-9.-]+)`");

    @Test
    void everyRuleHasAPage() throws IOException {
        assertThat(pages()).containsAll(known());
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleOfAPlanIsToldOnItsPageWithACaseOfAPlan(Rule rule) throws IOException {
        assertThat(Files.readString(PAGES.resolve(rule.id() + ".md"))).contains("`plan/");
    }

    @Test
    void everyPageNamesARule() throws IOException {
        Set<String> known = known();
        known.addAll(BESIDES);
        assertThat(known).containsAll(pages());
    }

    @Test
    void everyPageHasOneFormAndNamesItsCases() throws IOException {
        for (String id : pages()) {
            String page = Files.readString(PAGES.resolve(id + ".md"));
            List<String> headings =
                    page.lines().filter(line -> line.startsWith("#")).toList();
            assertThat(headings)
                    .as(id)
                    .startsWith("# " + id)
                    .endsWith(HEADINGS.toArray(String[]::new))
                    .hasSize(7);
            Matcher cases = CASE.matcher(page);
            assertThat(cases.results().map(found -> Path.of("src/test/resources", found.group(1))))
                    .as(id)
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder).isDirectory());
        }
    }

    private static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> ids = new TreeSet<>();
            files.map(file -> file.getFileName().toString().replaceFirst("\\.md$", ""))
                    .forEach(ids::add);
            return ids;
        }
    }

    /** The join rules' own ids, those of plans, and all that the cases, and the corpus where it is there, show. */
    private static Set<String> known() {
        Set<String> ids = new TreeSet<>();
        Weaver.RULES.forEach(rule -> ids.add(rule.id()));
        Stream.of(Rule.values()).forEach(rule -> ids.add(rule.id()));
        WeaveCase.all().forEach(one -> collect(ids, Weaver.weave(one.evidence().facts())));
        Corpus.scenarios().stream().limit(6).forEach(capture -> collect(ids, Corpus.woven(capture)));
        return ids;
    }

    private static void collect(Set<String> ids, Woven woven) {
        woven.places().ties().forEach(tie -> ids.add(tie.rule()));
        woven.places().launchers().forEach(launcher -> ids.add(launcher.rule()));
        Topology topology = woven.topology();
        for (Machine machine : topology.machines()) {
            machine.placements().forEach(placement -> ids.add(placement.rule()));
            for (Nic nic : machine.nics()) {
                ids.add(nic.network().rule());
                nic.alias().ifPresent(alias -> ids.add(alias.rule()));
                Stream.concat(Stream.of(nic.path()), nic.otherPaths().stream())
                        .map(NicPath::hops)
                        .flatMap(List::stream)
                        .forEach(hop -> collect(ids, hop));
            }
        }
    }

    private static void collect(Set<String> ids, Hop hop) {
        ids.add(hop.rule());
        hop.also().forEach(witness -> ids.add(witness.rule()));
        hop.members().forEach(member -> ids.add(member.rule()));
    }
}
