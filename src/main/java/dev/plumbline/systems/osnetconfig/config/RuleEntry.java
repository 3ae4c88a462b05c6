package dev.plumbline.systems.osnetconfig.config;

import dev.plumbline.evidence.tree.Tree;

/** A routing rule of an object: a line for {@code ip rule}, verbatim. */
public record RuleEntry(Value rule, Value comment, Tree tree) {

    static RuleEntry of(Value json) {
        return new RuleEntry(
                Required.field(json, "rule", "RouteRule"),
                json.get("comment", new Value.Text("", json.tree())),
                json.tree());
    }
}
