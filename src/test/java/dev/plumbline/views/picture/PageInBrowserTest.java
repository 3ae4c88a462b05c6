package dev.plumbline.views.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.answers.MapAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, from disk. Where CI is set a browser must be there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {

    private static final String ENTER = "\uE007";
    private static final String ESCAPE = "\uE00C";
    private static final String TAB = "\uE004";
    private static final String LEFT = "\uE012";
    private static final String UP = "\uE013";
    private static final String RIGHT = "\uE014";
    private static final String DOWN = "\uE015";
    private static final String FOCUSED = "document.activeElement.getAttribute('aria-label')";

    @TempDir(cleanup = CleanupMode.ALWAYS)
    static Path folder;

    private Browser browser;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Optional<List<Path>> programs = Browser.installed();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(programs).as("chromium and chromedriver on the PATH").isPresent();
        }
        assumeTrue(programs.isPresent(), "no chromium and chromedriver on the PATH: no browser tries the page");
        browser = new Browser(programs.get(), Files.createDirectory(folder.resolve("profile")), false);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    private void open(MapAnswer answer) throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Files.writeString(page, HtmlView.draw(answer));
        browser.open(page);
    }

    private String box(String column, String name) {
        return "[aria-label^=\"" + column + " " + name + "\"]";
    }

    @Test
    void a_lane_that_is_pointed_at_stands_out() throws Exception {
        open(Samples.sevenWithFindings());
        browser.hover(box("TAP", "tap4"));
        assertThat(browser.is("document.querySelector('svg.lit')")).isTrue();
        String lit = "[...document.querySelectorAll('.hop.on')].map(e => e.getAttribute('aria-label')).join('|')";
        assertThat(browser.run("return " + lit).asString())
                .contains("net4", "vethf037a556", "br-osp", "enp7s0")
                .doesNotContain("net3", "br-ctlplane");
        browser.hover("header .brand");
        assertThat(browser.is("document.querySelector('svg.lit')")).isFalse();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void a_hop_that_is_clicked_shows_its_evidence() throws Exception {
        open(Samples.sevenWithFindings());
        browser.click(box("HOST VETH", "vethf037a556"));
        assertThat(browser.text("#panel"))
                .contains(
                        "vethf037a556",
                        "node/ostest-worker-1",
                        "9000",
                        "peer",
                        "proven",
                        "by-peer",
                        "Two ends of one veth pair",
                        "notes.txt L22",
                        "7: vethf037a556: <BROADCAST,UP>");
        browser.click(box("GUEST NIC", "enp3s0"));
        assertThat(browser.text("#panel"))
                .contains("inferred", "the system's own rule, one side seen", "sudo ovs-vsctl show", "guest shell");
        browser.click(box("HOST BRIDGE", "br-osp"));
        assertThat(browser.text("#panel"))
                .contains("nic4 sends 1500 into a bridge of 9000", "controller-0/nic7", "veth3e93b5bb: not this pod");
        browser.keys(ESCAPE);
        assertThat(browser.is("document.getElementById('panel').hidden")).isTrue();
        browser.click("[data-pill=\"4\"]");
        assertThat(browser.text("#panel")).contains("storage", "operator-order", "ostest-worker-1", "vmi-domain");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void search_finds_names_macs_and_addresses_and_walks_through_the_hits() throws Exception {
        open(Samples.seven());
        browser.search("02:7e:90:00:00:51");
        assertThat(browser.text("#count")).isEqualTo("5 found");
        browser.keys(ENTER + ENTER);
        assertThat(browser.text("#count")).isEqualTo("2 of 5");
        assertThat(browser.is("document.querySelectorAll('.found').length === 5"))
                .isTrue();
        assertThat(browser.is("document.querySelectorAll('.found.now').length === 1"))
                .isTrue();
        browser.keys(ESCAPE);
        assertThat(browser.is("document.querySelectorAll('.found').length === 0"))
                .isTrue();
        browser.search("172.19.0.20");
        assertThat(browser.text("#count")).isEqualTo("1 found");
        browser.keys(ESCAPE);
        browser.search("no such thing");
        assertThat(browser.text("#count")).isEqualTo("none");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void everything_can_be_reached_by_keyboard() throws Exception {
        open(Samples.seven());
        browser.run("document.querySelector('" + box("TAP", "tap3") + "').focus()");
        browser.keys(RIGHT);
        assertThat(browser.run("return " + FOCUSED).asString()).startsWith("IN-POD BRIDGE k6t-net3");
        browser.keys(DOWN);
        assertThat(browser.run("return " + FOCUSED).asString()).startsWith("IN-POD BRIDGE k6t-net4");
        browser.keys(UP + LEFT);
        assertThat(browser.run("return " + FOCUSED).asString()).startsWith("TAP tap3");
        browser.keys(ENTER);
        assertThat(browser.text("#panel h2")).isEqualTo("tap3");
        browser.keys(ESCAPE);
        assertThat(browser.is("document.getElementById('panel').hidden")).isTrue();
        assertThat(browser.run("return " + FOCUSED).asString()).startsWith("TAP tap3");
        browser.keys(TAB);
        assertThat(browser.is("document.activeElement.classList.contains('hop')"))
                .isTrue();
        browser.run("document.querySelector('" + box("ADDRESS IN GUEST", "nic5") + "').focus()");
        browser.keys(LEFT);
        assertThat(browser.run("return " + FOCUSED).asString()).isEqualTo("NETWORK storage, inferred");
        browser.keys(DOWN + ENTER);
        assertThat(browser.text("#panel h2")).isEqualTo("controller-0/nic6");
        browser.keys(ESCAPE + RIGHT);
        assertThat(browser.run("return " + FOCUSED).asString()).startsWith("ADDRESS IN GUEST nic6");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void many_machines_open_as_a_table_from_which_one_is_drawn() throws Exception {
        open(Samples.many(60));
        assertThat(browser.is("document.querySelectorAll('tbody tr').length === 60"))
                .isTrue();
        assertThat(browser.is("document.getElementById('picture').hidden")).isTrue();
        assertThat(browser.is("document.querySelectorAll('.cell.v-proven').length === 60 * 4"))
                .isTrue();
        browser.search("controller-41" + ENTER);
        assertThat(browser.text("#count")).isEqualTo("1 of 1");
        browser.click("tr.found .cell");
        browser.until("document.querySelector('#drawn svg') && !document.getElementById('panel').hidden");
        assertThat(browser.text("#drawn svg"))
                .contains("controller-41", "worker-013")
                .doesNotContain("controller-40");
        assertThat(browser.text("#panel")).contains("controller-41/nic2");
        browser.click("#view");
        assertThat(browser.is("document.getElementById('table').hidden")).isFalse();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void hostile_names_stay_text_and_the_policy_has_nothing_to_refuse() throws Exception {
        open(Samples.hostile());
        browser.click("[data-hop=b3]");
        assertThat(browser.is("!document.querySelector('img, iframe, object, a, foreignObject')"))
                .isTrue();
        assertThat(browser.is("document.querySelectorAll('script').length === 3"))
                .isTrue();
        assertThat(browser.is("[...document.querySelectorAll('*')].every(e =>"
                        + " e.getAttributeNames().every(n => !n.startsWith('on')))"))
                .isTrue();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void the_theme_can_be_turned() throws Exception {
        open(Samples.seven());
        String paper = "return getComputedStyle(document.body).backgroundColor";
        assertThat(browser.run(paper).asString()).isEqualTo("rgb(255, 255, 255)");
        browser.click("#theme");
        browser.click("#theme");
        assertThat(browser.run(paper).asString()).isEqualTo("rgb(11, 17, 32)");
        assertThat(browser.console()).isEmpty();
    }
}
