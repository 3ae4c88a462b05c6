package dev.plumbline.lab.cni;

import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.facts.Mac;
import dev.plumbline.systems.multus.Annotations;
import dev.plumbline.systems.multus.InlineJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One network that a pod asks for.
 *
 * @param network {@code namespace/name}
 * @param device the interface to be made in the pod
 * @param ips addresses asked for, with or without prefix length
 * @param cniArgs handed to the plugin as {@code args.cni}
 * @param defaultRoute gateways through this network
 */
public record Selection(
        String network,
        String device,
        Optional<Mac> mac,
        List<String> ips,
        Optional<Tree> cniArgs,
        List<String> defaultRoute) {

    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}(?:/\\d{1,3})?");
    private static final int MOST = 64;

    public Selection {
        ips = List.copyOf(ips);
        defaultRoute = List.copyOf(defaultRoute);
    }

    /** Reads a pod's annotation, JSON or short form. @param at the annotation, for errors */
    public static List<Selection> of(Tree at, String podNamespace) throws CniException {
        String text = at.text();
        List<Annotations.Requested> requested = Annotations.networks(text, podNamespace);
        if (requested.isEmpty() && !text.isBlank() && !text.strip().equals("[]")) {
            throw CniException.at(at, "Multus refuses this annotation", "a JSON list, or namespace/name@device, ...");
        }
        if (requested.size() > MOST) {
            throw CniException.at(at, requested.size() + " networks on one pod", MOST + " at most");
        }
        // Where it is JSON its elements and those asked for are the same, in the same order.
        List<Tree> elements = InlineJson.parse(text).map(Tree::items).orElse(List.of());
        List<Selection> selections = new ArrayList<>();
        for (Annotations.Requested one : requested) {
            Tree element = one.order() < elements.size() ? elements.get(one.order()) : new Tree.Missing(at.spot());
            selections.add(selection(at, one, element));
        }
        return selections;
    }

    private static Selection selection(Tree at, Annotations.Requested one, Tree element) throws CniException {
        if (!DEVICE.matcher(one.device()).matches()) {
            throw CniException.at(at, "no interface can have the name " + one.device(), "15 plain characters at most");
        }
        Tree mac = element.at("mac");
        if (one.mac().isEmpty() && !mac.text().isEmpty()) {
            throw CniException.at(at, "the mac of " + one.network() + " is none", "six bytes");
        }
        Tree args = element.at("cni-args");
        return new Selection(
                one.network(),
                one.device(),
                one.mac(),
                addresses(at, element.at("ips")),
                args instanceof Tree.Mapping ? Optional.of(args) : Optional.empty(),
                addresses(at, element.at("default-route")));
    }

    private static List<String> addresses(Tree at, Tree list) throws CniException {
        List<String> addresses = new ArrayList<>();
        for (Tree item : list.items()) {
            if (!ADDRESS.matcher(item.text()).matches()) {
                throw CniException.at(at, "an address asked for is none: " + item.text(), "192.0.2.1/24");
            }
            addresses.add(item.text());
        }
        return addresses;
    }
}
