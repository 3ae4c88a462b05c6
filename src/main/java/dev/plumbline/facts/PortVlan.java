package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A VLAN on a bridge port ({@code bridge vlan}).
 *
 * @param device the port
 * @param vid VLAN id
 * @param pvid whether untagged frames that enter get it
 * @param untagged whether it leaves untagged
 */
public record PortVlan(Vantage vantage, Origin origin, String device, int vid, boolean pvid, boolean untagged)
        implements Fact {}
