package dev.plumbline.answers;

import dev.plumbline.evidence.Scope;
import dev.plumbline.facts.Mac;
import java.net.InetAddress;
import java.util.List;

/** What a person asks about, as typed: kubectl's forms, a device, a MAC or an IP address. */
public sealed interface Target {

    /** As typed. */
    String text();

    /**
     * A machine or one of its NICs. {@code a/b} can be read in two ways; both are kept until a topology decides.
     *
     * @param readings in order of likelihood
     */
    record OfMachine(String text, List<Reading> readings) implements Target {

        public OfMachine {
            readings = List.copyOf(readings);
        }
    }

    /**
     * One way to read a machine's target; an empty word stands for any.
     *
     * @param kind vm or pod
     * @param nic the NIC's ref, alias, guest name, or for a pod the name of its device
     */
    record Reading(String kind, String namespace, String name, String nic) {}

    /**
     * A place, or a device in it.
     *
     * @param namespace of a pod, domain or guest; the node of a network namespace; empty for any
     * @param device empty for everything in that place
     */
    record OfDevice(String text, Scope.Kind kind, String namespace, String name, String device) implements Target {}

    /** @param name with or without its namespace */
    record OfNetwork(String text, String name) implements Target {}

    record OfMac(String text, Mac mac) implements Target {}

    record OfAddress(String text, InetAddress address) implements Target {}
}
