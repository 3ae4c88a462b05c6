package dev.plumbline.lab.ground;

import java.util.ArrayList;
import java.util.List;

/** All that is done in one place in a row: settings of its kernel, rules of nftables, then links and VLANs of ports. */
public final class Visit {

    private final Netns place;
    private final List<String> settings = new ArrayList<>();
    private final Batch links = new Batch();
    private final Batch vlans = new Batch();
    private final StringBuilder rules = new StringBuilder();

    public Visit(Netns place) {
        this.place = place;
    }

    /** @param key {@code net/ipv4/ip_forward}: passed over where this kernel has none of that name */
    public Visit set(String key, int value) {
        if (!key.startsWith("net/") || !Operation.isPlain(key)) {
            throw new IllegalArgumentException("not a namespace's setting: " + key);
        }
        settings.add(key + " " + value);
        return this;
    }

    public Visit links(Batch batch) {
        links.addAll(batch.operations());
        return this;
    }

    public Visit vlans(Batch batch) {
        vlans.addAll(batch.operations());
        return this;
    }

    public Visit rules(String more) {
        rules.append(more);
        return this;
    }

    public Netns place() {
        return place;
    }

    /** One to a line. */
    public String settings() {
        return settings.isEmpty() ? "" : String.join("\n", settings) + "\n";
    }

    /** For {@code ip}. */
    public Batch links() {
        return links;
    }

    /** For {@code bridge}. */
    public Batch vlans() {
        return vlans;
    }

    /** For {@code nft}. */
    public String rules() {
        return rules.toString();
    }

    public boolean isEmpty() {
        return settings.isEmpty() && links.isEmpty() && vlans.isEmpty() && rules.isEmpty();
    }
}
