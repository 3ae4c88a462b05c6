package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A libvirt domain; the scope is that of the libvirt that was asked (the launcher pod).
 *
 * @param name {@code NAMESPACE_NAME} under KubeVirt
 * @param id libvirt’s id; empty where it does not run or none is shown
 * @param state running, paused, shut off ...; empty where not shown
 */
public record DomainSeen(Vantage vantage, Origin origin, String name, String id, String state) implements Fact {}
