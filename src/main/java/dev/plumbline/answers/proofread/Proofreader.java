package dev.plumbline.answers.proofread;

import dev.plumbline.answers.proofread.Ruling.Correction;
import dev.plumbline.sources.Gathered;
import dev.plumbline.weave.Woven;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a human's claims and says of each what the evidence says. */
public final class Proofreader {

    private final Chart chart;
    private final PairJudge pairs;
    private final PlaceJudge places;
    private final NetworkJudge networks;
    private final VethJudge veths;
    private final ChainJudge chains;

    private Proofreader(Woven woven) {
        this.chart = new Chart(woven);
        this.pairs = new PairJudge(chart, new Masters(woven));
        this.places = new PlaceJudge(chart);
        this.networks = new NetworkJudge(chart, pairs);
        this.veths = new VethJudge(chart);
        this.chains = new ChainJudge(chart, pairs);
    }

    /**
     * @param gathered whose prose is read
     * @param files sources whose prose is proofread; empty for all of them
     */
    public static ProofreadAnswer read(Gathered gathered, Set<String> files, Woven woven) {
        Proofreader reader = new Proofreader(woven);
        List<Remark> remarks = new ArrayList<>();
        for (Gathered.Prose prose : gathered.prose()) {
            if (files.isEmpty() || files.contains(prose.source())) {
                for (Claim claim : Claims.in(prose, reader.chart::knows)) {
                    remarks.add(new Remark(claim, reader.judge(claim)));
                }
            }
        }
        return new ProofreadAnswer(gathered.sources(), settled(remarks));
    }

    /** Of two ways to mend a pair the one that does not say again what another line says. */
    private static List<Remark> settled(List<Remark> remarks) {
        Set<List<String>> said = new HashSet<>();
        remarks.forEach(remark -> said.add(names(remark.claim(), Optional.empty())));
        List<Remark> settled = new ArrayList<>();
        for (Remark remark : remarks) {
            Claim claim = remark.claim();
            List<Correction> ways = remark.ruling().corrections();
            if (claim.words().size() == 2 && !ways.isEmpty()) {
                Correction chosen = ways.stream()
                        .filter(way -> said.add(names(claim, Optional.of(way))))
                        .findFirst()
                        .orElse(ways.getFirst());
                settled.add(new Remark(claim, remark.ruling().corrected(List.of(chosen))));
            } else {
                settled.add(remark);
            }
        }
        return settled;
    }

    private static List<String> names(Claim claim, Optional<Correction> way) {
        return claim.words().stream()
                .map(word -> way.filter(one -> one.word().equals(word))
                        .map(Correction::right)
                        .orElse(word.text()))
                .sorted()
                .toList();
    }

    private Ruling judge(Claim claim) {
        List<Named> names = claim.words().stream().map(chart::named).toList();
        return switch (claim.form()) {
            case VETHS -> veths.judge();
            // One name for several: what mends one of them would spoil the others.
            case EACH_ON ->
                names.size() == 2
                        ? pair(names.getFirst(), names.getLast(), false)
                        : each(names).uncorrected();
            case SAME, CHAIN ->
                names.size() == 2
                        ? pair(names.getFirst(), names.getLast(), claim.form() == Claim.Form.SAME)
                        : chains.judge(names, true);
            case ROW -> names.size() == 2 ? pair(names.getFirst(), names.getLast(), true) : chains.judge(names, false);
        };
    }

    private Ruling each(List<Named> names) {
        Ruling whole = pair(names.getFirst(), names.getLast(), false);
        for (Named name : names.subList(1, names.size() - 1)) {
            whole = whole.and(pair(name, names.getLast(), false));
        }
        return whole;
    }

    private Ruling pair(Named a, Named b, boolean same) {
        if (isNode(b)) {
            return places.judge(a, b).orElseGet(() -> pairs.judge(a, b, same));
        }
        if (isNode(a)) {
            return places.judge(b, a).orElseGet(() -> pairs.judge(a, b, same));
        }
        if (onlyNetwork(a) && !onlyNetwork(b)) {
            return bridge(b) ? networks.judge(a, b) : pairs.judge(a, b, same);
        }
        return onlyNetwork(b) && bridge(a) ? networks.judge(b, a) : pairs.judge(a, b, same);
    }

    private static boolean isNode(Named name) {
        return name.sorts().contains(Sort.NODE)
                || (!name.known() && name.word().sorts().equals(Set.of(Sort.NODE)));
    }

    private static boolean onlyNetwork(Named name) {
        return name.sorts().equals(Set.of(Sort.NETWORK));
    }

    private static boolean bridge(Named name) {
        return name.sorts().contains(Sort.NODE_BRIDGE) || !name.known();
    }
}
