package dev.plumbline.systems.ovs;

import dev.plumbline.evidence.Line;
import dev.plumbline.evidence.Observation;
import dev.plumbline.facts.OvsPort;
import java.util.OptionalInt;

/**
 * An interface as one output lists it.
 *
 * @param port empty where the output lists interfaces without their ports
 * @param line the line that names it
 */
record OvsEntry(String port, String device, String type, OptionalInt tag, String peer, String error, Line line) {

    /** The type where an output tells none; the empty type is ovsdb's word for a system interface. */
    static final String UNKNOWN = "unknown";

    static OvsEntry of(String device, String type, Line line) {
        return new OvsEntry("", device, type, OptionalInt.empty(), "", "", line);
    }

    OvsEntry inPort(String name) {
        return new OvsEntry(name, device, type, tag, peer, error, line);
    }

    OvsEntry withType(String value) {
        return new OvsEntry(port, device, value, tag, peer, error, line);
    }

    OvsEntry withPeer(String value) {
        return new OvsEntry(port, device, type, tag, value, error, line);
    }

    OvsEntry withError(String value) {
        return new OvsEntry(port, device, type, tag, peer, value, line);
    }

    OvsPort on(String bridge, Observation observation) {
        return new OvsPort(observation.vantage(), observation.at(line), bridge, port, device, type, tag, peer, error);
    }

    /** A name as OVS prints it, at times in quotes; empty where it holds what no device's name does. */
    static String name(String printed) {
        String text = printed.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1);
        }
        boolean plain = text.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '\\' || c == '/');
        return plain ? text : "";
    }
}
