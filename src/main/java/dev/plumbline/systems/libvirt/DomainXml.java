package dev.plumbline.systems.libvirt;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Problem;
import dev.plumbline.facts.Covered;
import dev.plumbline.facts.DomainSeen;
import dev.plumbline.facts.Fact;
import dev.plumbline.systems.Reading;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One pass over one domain's XML. DTDs and external entities are off: input is data. */
final class DomainXml {

    private final Observation observation;
    private final List<Line> lines;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<NicElement> nics = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private Optional<Origin> named = Optional.empty();
    private Optional<NicElement> current = Optional.empty();
    private String id = "";
    private boolean dtd;
    private boolean domain;
    private boolean complete;

    DomainXml(Observation observation) {
        this.observation = observation;
        List<Line> all = observation.lines();
        int start = 0;
        while (start < all.size() && !all.get(start).text().strip().startsWith("<")) {
            start++;
        }
        this.lines = all.subList(start, all.size());
    }

    Reading read() {
        // A lone carriage return would count as a line end for the parser and shift every origin.
        String text = lines.stream().map(line -> line.text().replace('\r', ' ')).collect(Collectors.joining("\n"));
        if (text.isBlank()) {
            return Reading.of(List.of());
        }
        try {
            walk(factory().createXMLStreamReader(new StringReader(text.strip())));
        } catch (XMLStreamException e) {
            broken(e.getLocation() == null ? lines.size() : e.getLocation().getLineNumber());
        } catch (RuntimeException _) {
            // The JDK's parser throws unchecked exceptions of its internals at some malformed input.
            broken(lines.size());
        }
        return domain ? result() : Reading.of(List.of());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> new java.io.ByteArrayInputStream(new byte[0]));
        return factory;
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext() && !complete) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.DTD -> dtd = true;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (at("name", "domain")) {
                        name.append(xml.getText());
                        named = named.or(() -> Optional.of(origin(xml, "<name")));
                    } else if (open.size() == 3 && !xml.getText().isBlank()) {
                        // A person's "..." where lines were left out.
                        current.ifPresent(NicElement::doubt);
                    }
                }
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        String element = xml.getLocalName();
        open.push(element);
        if (at("domain")) {
            domain = true;
            if (dtd) {
                // libvirt writes none; with its entities unread, names would have holes.
                throw new XMLStreamException("a DTD", xml.getLocation());
            }
            id = attribute(xml, "id");
        } else if (at("interface", "devices", "domain") || at("hostdev", "devices", "domain")) {
            current = Optional.of(
                    new NicElement(element.equals("hostdev"), attribute(xml, "type"), origin(xml, "<" + element)));
        } else if (open.size() == 4) {
            current.ifPresent(nic -> nic.child(element, key -> attribute(xml, key), origin(xml, "<" + element)));
        }
    }

    private void end() {
        if (at("interface", "devices", "domain") || at("hostdev", "devices", "domain")) {
            current.ifPresent(this::keep);
            current = Optional.empty();
        }
        complete = at("domain");
        open.pop();
    }

    private void keep(NicElement nic) {
        if (nic.merged()) {
            problems.add(new Problem(
                    nic.origin(), "lines are missing in this NIC", "one <mac>, one <target>, nothing between"));
        } else if (nic.isNic()) {
            nics.add(nic);
        }
    }

    /** Whether these elements, innermost first, are all that is open. */
    private boolean at(String... path) {
        return open.size() == path.length && List.copyOf(open).equals(List.of(path));
    }

    private static String attribute(XMLStreamReader xml, String key) {
        String value = xml.getAttributeValue(null, key);
        return value == null ? "" : value.strip();
    }

    /** The parser stands at the end of the tag: the quote of a long line begins at the tag. */
    private Origin origin(XMLStreamReader xml, String tag) {
        Line line = line(xml.getLocation().getLineNumber());
        String text = line.text();
        if (text.length() > Origin.TEXT_LIMIT) {
            int end = Math.clamp(xml.getLocation().getColumnNumber(), 0, text.length());
            int start = Math.max(0, text.lastIndexOf(tag, end));
            return observation.at(
                    line.number(), "", text.substring(start, Math.min(text.length(), start + Origin.TEXT_LIMIT)));
        }
        return observation.at(line);
    }

    private Line line(int row) {
        return lines.get(Math.clamp(row, 1, lines.size()) - 1);
    }

    private void broken(int row) {
        if (observation.filter() instanceof Filter.None) {
            problems.add(new Problem(observation.at(line(row)), "this is not XML any more", "a whole <domain>"));
        }
    }

    private Reading result() {
        String asked = VirshCall.of(observation.command()).domain();
        String read = name.toString().strip();
        String domainName = read.isEmpty() ? asked : read;
        List<Fact> facts = new ArrayList<>();
        if (!read.isEmpty()) {
            facts.add(new DomainSeen(observation.vantage(), named.orElseGet(observation::atCommand), read, id, ""));
        }
        boolean whole = complete && problems.isEmpty();
        for (int i = 0; i < nics.size(); i++) {
            facts.add(nics.get(i).fact(observation.vantage(), domainName, i));
        }
        if (!domainName.isEmpty()) {
            facts.add(new Covered(
                    observation.vantage(),
                    observation.atCommand(),
                    Covered.Subject.DOMAIN_NICS,
                    new Covered.One(domainName),
                    whole ? observation.filter() : new Filter.Part("not all of the XML could be read")));
        }
        return new Reading(List.copyOf(facts), List.copyOf(problems));
    }
}
