package dev.plumbline.views;

import dev.plumbline.answers.nics.NetworkAnswer;
import dev.plumbline.answers.nics.NicsAnswer;
import dev.plumbline.answers.nics.NicsAnswer.WhatIf;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** {@code nics -o json} and {@code -o yaml}: one tree, plumbline.dev/v1 of kind NicMapping. */
public enum NicsTreeView implements View<NicsAnswer> {
    JSON(Notation.JSON),
    YAML(Notation.YAML);

    private final Notation notation;

    NicsTreeView(Notation notation) {
        this.notation = notation;
    }

    @Override
    public void draw(NicsAnswer answer, Appendable out) throws IOException {
        notation.write(out, generator -> write(answer, generator));
    }

    private static void write(NicsAnswer answer, JsonGenerator generator) {
        Fields fields = new Fields(generator);
        generator.writeStartObject();
        fields.text("apiVersion", AnswerJson.API_VERSION)
                .text("kind", "NicMapping")
                .text("release", answer.release())
                .one("nics", answer.numbered(), rows -> rows.forEach(row -> fields.text(row.alias(), row.device())))
                .all(
                        "messages",
                        answer.messages(),
                        message -> fields.text("level", message.level()).text("text", message.text()))
                .number("exit", OptionalInt.of(answer.exit()))
                .all(
                        "numbered",
                        answer.numbered(),
                        row -> fields.text("alias", row.alias())
                                .text("device", row.device())
                                .text("why", row.why())
                                .texts("usedBy", row.usedBy()))
                .all(
                        "unnumbered",
                        answer.unnumbered(),
                        device -> fields.text("device", device.device()).text("why", device.why()))
                .all(
                        "strays",
                        answer.strays(),
                        stray -> fields.text("name", stray.name())
                                .text("device", stray.device())
                                .texts("usedBy", stray.usedBy()))
                .all("whatIf", answer.whatIf(), change -> whatIf(fields, change))
                .texts("premises", answer.premises())
                .number("detailedExit", OptionalInt.of(answer.code()))
                .one("files", answer.files(), files -> files.forEach(generator::writeStringProperty))
                .one("network", answer.network(), network -> network(fields, network));
        generator.writeEndObject();
    }

    private static void network(Fields fields, NetworkAnswer network) {
        fields.all("devices", network.devices(), device -> device(fields, device))
                .all(
                        "routes",
                        network.routes(),
                        route -> fields.text("device", route.device())
                                .text("destination", route.destination())
                                .text("nextHop", route.nextHop())
                                .text("table", route.table())
                                .text("options", route.options())
                                .evidence(List.of(route.origin())))
                .all(
                        "rules",
                        network.rules(),
                        rule -> fields.text("device", rule.device())
                                .text("rule", rule.rule())
                                .evidence(List.of(rule.origin())))
                .all(
                        "tables",
                        network.tables(),
                        table -> fields.text("id", table.id())
                                .text("name", table.name())
                                .evidence(List.of(table.origin())));
    }

    private static void device(Fields fields, NetworkAnswer.Device device) {
        fields.text("name", device.name())
                .text("written", device.written())
                .text("type", device.type())
                .text("holder", device.holder())
                .texts("members", device.members())
                .number("mtu", device.mtu())
                .texts("addresses", device.addresses())
                .truth("dhcp4", device.dhcp4())
                .truth("dhcp6", device.dhcp6())
                .number("vlan", device.vlan())
                .text("base", device.base())
                .text("mac", device.mac())
                .texts("dnsServers", device.dnsServers())
                .texts("domains", device.domains())
                .one("options", device.options(), options -> options.forEach(fields::text))
                .evidence(List.of(device.origin()));
    }

    private static void whatIf(Fields fields, WhatIf change) {
        fields.text("device", change.device())
                .texts("changes", change.changes())
                .one("nics", change.aliases(), aliases -> aliases.forEach(fields::text))
                .number("exit", OptionalInt.of(change.exit()))
                .text("failure", change.failure());
    }
}
