package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A rule that translates between a masqueraded guest and its pod’s interface (iptables or nftables).
 *
 * @param device the pod interface it names; empty where it holds for every one
 * @param guest the guest address it names; empty where none
 * @param outward source translation of the guest, else destination translation towards it
 */
public record NatRule(Vantage vantage, Origin origin, String device, String guest, boolean outward) implements Fact {}
