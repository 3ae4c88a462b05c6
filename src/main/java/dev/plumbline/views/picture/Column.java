package dev.plumbline.views.picture;

/** The columns from the guest to the wire; those that nothing needs are left out. */
enum Column {
    ADDRESS(Zone.GUEST, "ADDRESS IN GUEST"),
    VIA(Zone.GUEST, "VIA"),
    GUEST_NIC(Zone.GUEST, "GUEST NIC"),
    TAP(Zone.POD, "TAP"),
    POD_BRIDGE(Zone.POD, "IN-POD BRIDGE"),
    POD_INTERFACE(Zone.POD, "POD INTERFACE"),
    HOST_VETH(Zone.NODE, "HOST VETH"),
    CLUSTER(Zone.NODE, ""),
    HOST_BRIDGE(Zone.NODE, "HOST BRIDGE"),
    VLAN(Zone.NODE, "VLAN"),
    BOND(Zone.NODE, "BOND"),
    LINK(Zone.NODE, "NIC"),
    SWITCH(Zone.WIRE, "SWITCH");

    /** The frame that a column lies in. */
    enum Zone {
        GUEST,
        POD,
        NODE,
        WIRE
    }

    private final Zone zone;
    private final String caption;

    Column(Zone zone, String caption) {
        this.zone = zone;
        this.caption = caption;
    }

    Zone zone() {
        return zone;
    }

    String caption() {
        return caption;
    }

    /** Whether devices from here on belong to the node and may serve several machines. */
    boolean trunk() {
        return compareTo(HOST_BRIDGE) >= 0;
    }

    /** Where the next device would most likely stand: the place of a gap behind this column. */
    Column next() {
        return switch (this) {
            case ADDRESS, VIA -> GUEST_NIC;
            case HOST_VETH, CLUSTER -> HOST_BRIDGE;
            case HOST_BRIDGE, VLAN, BOND -> LINK;
            case LINK, SWITCH -> SWITCH;
            default -> values()[ordinal() + 1];
        };
    }

    /**
     * A column's n-th repetition: a second bridge behind the first stands in an extra column.
     *
     * @param extra 0 for the column itself
     */
    record Slot(Column column, int extra) implements Comparable<Slot> {

        static Slot of(Column column) {
            return new Slot(column, 0);
        }

        Slot again() {
            return new Slot(column, extra + 1);
        }

        /** This column for a device behind the given place, or an extra one where a path runs another way than most. */
        static Slot behind(Slot last, Column wish) {
            return wish.compareTo(last.column) > 0 ? of(wish) : last.again();
        }

        @Override
        public int compareTo(Slot other) {
            int byColumn = column.compareTo(other.column);
            return byColumn != 0 ? byColumn : Integer.compare(extra, other.extra);
        }
    }
}
