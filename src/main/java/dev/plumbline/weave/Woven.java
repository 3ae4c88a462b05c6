package dev.plumbline.weave;

import dev.plumbline.facts.FactSet;
import dev.plumbline.topology.Topology;

/**
 * The outcome of weaving: the topology, and what answers ask besides.
 *
 * @param places which scopes are one place, and what was seen there
 * @param facts all facts as they were read
 */
public record Woven(Topology topology, Places places, FactSet facts) {}
