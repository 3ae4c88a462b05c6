package dev.plumbline.views.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;

/** The shapes of the JSON that a page carries. Numbers in {@code evidence} point into the sheet's {@code origins}. */
final class PageData {

    private PageData() {}

    /**
     * What every page has: enough for the table and for finding a machine.
     *
     * @param table whether the page opens as a table, each machine's picture packed
     * @param networks names, sorted; those of unknown name last, as an empty one
     */
    record Index(
            String title,
            String subtitle,
            boolean table,
            List<String> networks,
            List<MachineRow> machines,
            List<FindingNote> findings,
            List<NeedNote> needs,
            Map<String, String> rules,
            Map<String, String> steps) {}

    /** @param find everything in it that can be searched for, lower case; empty where the sheet is at hand */
    @JsonInclude(Include.NON_EMPTY)
    record MachineRow(
            String name, String namespace, String kind, String node, String placed, List<NicCell> nics, String find) {}

    /** @param lane within the machine's picture; @param findings places in the index's findings */
    @JsonInclude(Include.NON_EMPTY)
    record NicCell(String ref, int network, String named, String verdict, int lane, List<Integer> findings) {}

    @JsonInclude(Include.NON_EMPTY)
    record FindingNote(
            String id,
            String rule,
            String severity,
            String title,
            String breaks,
            String mend,
            List<String> where,
            List<String> affects,
            List<String> evidence) {}

    @JsonInclude(Include.NON_EMPTY)
    record NeedNote(
            String id, List<String> settles, String what, String scope, String command, String reach, String right) {}

    /** One picture's evidence. */
    record Sheet(List<LaneNote> lanes, Map<String, BoxNote> boxes, List<OriginNote> origins) {}

    /** A sheet with its picture, as it is packed for a table. */
    record Packed(String svg, Sheet sheet) {}

    /** @param boxes in the order of the path */
    @JsonInclude(Include.NON_EMPTY)
    record LaneNote(
            String ref,
            String verdict,
            String end,
            String network,
            String networkVerdict,
            String networkRule,
            List<String> candidates,
            List<Integer> networkEvidence,
            List<AddressNote> addresses,
            String alias,
            List<Integer> aliasEvidence,
            List<String> boxes,
            List<PlacedNote> placed,
            List<Integer> findings,
            List<Integer> needs) {}

    @JsonInclude(Include.NON_EMPTY)
    record PlacedNote(String where, String verdict, String rule, List<String> premises, List<Integer> evidence) {}

    record AddressNote(String address, String device, String basis, List<Integer> evidence) {}

    /**
     * @param others ports of this bridge that no path takes, each with what is known of it
     * @param findings places in the index's findings
     */
    @JsonInclude(Include.NON_EMPTY)
    record BoxNote(
            String name,
            String column,
            String scope,
            String kind,
            String index,
            String mac,
            String mtu,
            String state,
            List<StepNote> steps,
            List<String> others,
            List<Integer> findings) {}

    /** How one lane comes into a box. */
    @JsonInclude(Include.NON_EMPTY)
    record StepNote(
            int lane,
            String step,
            String verdict,
            String rule,
            String why,
            List<String> premises,
            List<Integer> evidence,
            List<OtherNote> also,
            List<OtherNote> members,
            List<OtherNote> candidates) {}

    /** A witness, a member or a candidate. */
    @JsonInclude(Include.NON_EMPTY)
    record OtherNote(String name, String verdict, String rule, String says, List<Integer> evidence) {}

    /** @param place short, for people who know the source */
    @JsonInclude(Include.NON_EMPTY)
    record OriginNote(String source, String place, String text) {}
}
