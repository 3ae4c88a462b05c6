package dev.plumbline.systems.osnetconfig.schema;

/** The states of the schema, oldest first. */
public enum Edition {
    /** stable/train, by draft 4. */
    TRAIN,
    /** stable/wallaby, by draft 4. */
    WALLABY,
    /** master, by draft 7. */
    MASTER
}
