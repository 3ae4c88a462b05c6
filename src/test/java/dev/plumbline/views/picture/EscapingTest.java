package dev.plumbline.views.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Names from input stay names: no element, attribute or address comes from them. */
class EscapingTest {

    private static final Set<String> ELEMENTS = Set.of("svg", "title", "style", "g", "rect", "text", "path", "circle");

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document) {
        NodeList nodes = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void hostile_names_add_no_element_and_no_attribute() throws Exception {
        for (Theme theme : Theme.values()) {
            List<Element> elements = elements(parsed(SvgView.draw(Samples.hostile(), theme)));
            Set<String> attributes = new TreeSet<>();
            elements.forEach(e -> {
                for (int i = 0; i < e.getAttributes().getLength(); i++) {
                    attributes.add(e.getAttributes().item(i).getNodeName());
                }
            });
            assertThat(elements).extracting(Element::getTagName).isSubsetOf(ELEMENTS);
            assertThat(attributes)
                    .noneMatch(name -> name.startsWith("on") || name.contains("href") || name.equals("id"));
        }
    }

    @Test
    void hostile_names_are_still_there_to_read() throws Exception {
        String text =
                parsed(SvgView.draw(Samples.hostile())).getDocumentElement().getTextContent();
        assertThat(text)
                .contains("<script>alert(1)</script>", "javascript:alert(4)", "node\uFFFD\uFFFD[31m\uFFFDexe.gpj");
    }

    @Test
    void a_page_has_its_own_script_elements_and_no_other() {
        String page = HtmlView.draw(Samples.hostile());
        Matcher scripts = Pattern.compile("<script[^>]*>").matcher(page);
        List<String> found = new ArrayList<>();
        while (scripts.find()) {
            found.add(scripts.group());
        }
        assertThat(found)
                .containsExactly(
                        "<script type=\"application/json\" id=\"sheet\">",
                        "<script type=\"application/json\" id=\"index\">",
                        "<script>");
        assertThat(page.split("</script>", -1)).hasSize(4);
        boolean loads = Pattern.compile("(src|href|action)=[\"']|url\\(|@import")
                .matcher(page)
                .find();
        assertThat(page.contains("<img") || page.contains("<!--") || loads).isFalse();
    }

    @Property(tries = 500)
    void any_text_is_well_formed_and_reads_back(@ForAll String text) throws Exception {
        Element element = parsed("<x y=\"" + Markup.escape(text) + "\">" + Markup.escape(text) + "</x>")
                .getDocumentElement();
        assertThat(element.getTextContent()).isEqualTo(shown(text));
    }

    /** Line breaks are kept for tooltips; any other control character is replaced. */
    private static String shown(String text) {
        String kept = String.valueOf((char) 0xE000);
        return Markup.clean(text.replace("\n", kept)).replace(kept, "\n");
    }

    @Property(tries = 200)
    void a_text_is_cut_to_its_cells(@ForAll String text) {
        assertThat(Type.cells(Type.fit(text, 12))).isLessThanOrEqualTo(12);
    }
}
