package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * The kernel’s boot id of the scope: index pairs never join across two of them.
 *
 * @param id as in /proc/sys/kernel/random/boot_id
 */
public record BootId(Vantage vantage, Origin origin, String id) implements Fact {}
