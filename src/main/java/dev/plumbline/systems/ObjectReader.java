package dev.plumbline.systems;

import dev.plumbline.evidence.Observation;
import dev.plumbline.evidence.tree.Tree;

/** Reads API objects of one kind, wherever they stand: in a file of their own, in a List, in the output of {@code oc get -o yaml}. */
public interface ObjectReader {

    /** Whether it reads objects of this kind and API group ({@code ""} for core). */
    boolean reads(String group, String kind);

    /** Reads one object. */
    Reading read(Observation observation, Tree object);
}
