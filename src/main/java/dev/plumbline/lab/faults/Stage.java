package dev.plumbline.lab.faults;

/** The order in which what was is brought back: each stage needs what those before it have done. */
enum Stage {
    /** What a fault has made goes; names and ports that others are to have are given free. */
    LOOSEN,
    /** Names, MACs, MTUs, ports; rules and settings. */
    FASTEN,
    /** How ports behave, which a port forgets when it leaves its bridge. */
    TUNE,
    ADDRESSES,
    /** Routes go with addresses and with devices that are down. */
    ROUTES,
    /** Where the kernel makes another link-local address than it once did: it goes by the MAC of the moment. */
    LINK_LOCAL
}
