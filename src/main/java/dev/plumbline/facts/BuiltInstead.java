package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Vantage;

/**
 * Something that a lab has built otherwise than planned, as the lab says itself. It shows nothing: it only accounts for a
 * difference between the plan and what is seen.
 *
 * @param place where the device stands, or would
 * @param device as the lab names it
 * @param attribute in the words of {@code diff}: kind, vlan, {@code vlan 20}, mtu, device
 * @param planned the planned value; empty where nothing was planned
 * @param built the value that stands for it; empty where nothing does
 * @param why in one sentence
 */
public record BuiltInstead(
        Vantage vantage,
        Origin origin,
        Scope place,
        String device,
        String attribute,
        String planned,
        String built,
        String why)
        implements Fact {}
