package dev.plumbline.lab.cni;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Attaches a pod to the networks that its annotation asks for, in that order; all of them or none. */
public final class Multus {

    private final Host host;
    private final Map<String, Tree> definitions;

    /** @param definitions NetworkAttachmentDefinitions by {@code namespace/name} */
    public Multus(Host host, Map<String, Tree> definitions) {
        this.host = host;
        this.definitions = Map.copyOf(definitions);
    }

    /** Whether a definition's plugins are such as a lab runs; what is wrong with it else is told when it is used. */
    public static boolean canAttach(Tree definition) {
        try {
            NetworkConfig config = NetworkConfig.of(definition);
            return config.plugins().getFirst().at("type").text().endsWith("bridge");
        } catch (CniException _) {
            return false;
        }
    }

    /** The plugins that attaching to a definition runs, those for addresses too; none where a lab cannot attach to it. */
    public static Set<String> plugins(Tree definition) {
        Set<String> plugins = new TreeSet<>();
        try {
            if (canAttach(definition)) {
                NetworkConfig.of(definition).plugins().forEach(plugin -> plugins.addAll(Plugin.programs(plugin)));
            }
        } catch (CniException _) {
            return Set.of();
        }
        return plugins;
    }

    /** The networks of one pod. */
    public static final class Attached {
        private final Pod pod;
        private final List<Attachment> attachments;

        private Attached(Pod pod, List<Attachment> attachments) {
            this.pod = pod;
            this.attachments = List.copyOf(attachments);
        }

        /**
         * The annotation {@code k8s.v1.cni.cncf.io/network-status}: an element for each interface that a plugin made in
         * the pod.
         */
        public String status() {
            ArrayNode status = Json.array();
            attachments.forEach(attachment -> elements(attachment, status));
            return Json.pretty(status);
        }

        /** The node's end of an interface; empty where the plugins made none there, or several. */
        public Optional<String> nodeEnd(String device) {
            return attachments.stream()
                    .filter(attachment -> attachment.selection().device().equals(device))
                    .findFirst()
                    .flatMap(Attached::nodeEnd);
        }

        private static Optional<String> nodeEnd(Attachment attachment) {
            String bridge =
                    attachment.config().plugins().getFirst().at("bridge").text();
            List<String> outside = attachment
                    .result()
                    .path("interfaces")
                    .valueStream()
                    .filter(made -> made.path("sandbox").asString("").isEmpty())
                    .map(made -> made.path("name").asString(""))
                    .filter(name -> !name.equals(bridge) && !name.equals("cni0"))
                    .toList();
            return outside.size() == 1 ? Optional.of(outside.getFirst()) : Optional.empty();
        }
    }

    /** @param annotation the pod's {@code k8s.v1.cni.cncf.io/networks} */
    public Attached add(Pod pod, Tree annotation) throws CniException {
        List<Attachment> done = new ArrayList<>();
        for (Selection selection : Selection.of(annotation, pod.namespace())) {
            try {
                done.add(add(pod, selection, annotation));
            } catch (CniException e) {
                remove(pod, done);
                throw e;
            }
        }
        return new Attached(pod, done);
    }

    private Attachment add(Pod pod, Selection selection, Tree annotation) throws CniException {
        Tree definition = definitions.getOrDefault(selection.network(), new Tree.Missing(annotation.spot()));
        if (!definition.present()) {
            throw CniException.at(
                    annotation,
                    "there is no NetworkAttachmentDefinition " + selection.network(),
                    definitions.isEmpty()
                            ? "one of that name"
                            : "one of "
                                    + String.join(
                                            ", ",
                                            definitions.keySet().stream()
                                                    .sorted()
                                                    .limit(12)
                                                    .toList()));
        }
        NetworkConfig config = NetworkConfig.of(definition);
        Optional<ObjectNode> result = Optional.empty();
        for (int i = 0; i < config.plugins().size(); i++) {
            try {
                result = plugin(pod, selection, config, i).call(Plugin.Verb.ADD, result);
            } catch (CniException e) {
                // The failed plugin is asked to clear up as well: the specification wants DEL to take that.
                remove(pod, selection, config, result, i);
                throw e;
            }
        }
        defaultRoute(pod, selection);
        return new Attachment(selection, config, result.orElseGet(Json::object));
    }

    /** The pod's default routes give way to the one asked for. */
    private void defaultRoute(Pod pod, Selection selection) throws CniException {
        if (!selection.defaultRoute().isEmpty()) {
            List<List<String>> operations = new ArrayList<>(List.of(List.of("route", "flush", "default")));
            for (String gateway : selection.defaultRoute()) {
                operations.add(List.of("route", "add", "default", "via", gateway, "dev", selection.device()));
            }
            host.ip(pod.netns(), operations);
        }
    }

    private Plugin plugin(Pod pod, Selection selection, NetworkConfig config, int i) {
        return new Plugin(host, pod, selection, config, config.plugins().get(i));
    }

    /** Asks the plugins whether all is as they left it. */
    public void check(Attached attached) throws CniException {
        for (Attachment one : attached.attachments) {
            if (one.config().disableCheck() || !one.config().knowsCheck()) {
                continue;
            }
            for (int i = 0; i < one.config().plugins().size(); i++) {
                plugin(attached.pod, one.selection(), one.config(), i)
                        .call(Plugin.Verb.CHECK, Optional.of(one.result()));
            }
        }
    }

    /** Detaches the pod from all of them, last first; what fails is passed over, as Multus does. */
    public void del(Attached attached) {
        remove(attached.pod, attached.attachments);
    }

    private void remove(Pod pod, List<Attachment> attachments) {
        for (Attachment one : attachments.reversed()) {
            int last = one.config().plugins().size() - 1;
            remove(pod, one.selection(), one.config(), Optional.of(one.result()), last);
        }
    }

    private void remove(Pod pod, Selection selection, NetworkConfig config, Optional<ObjectNode> result, int last) {
        Optional<ObjectNode> handed = config.knowsCheck() ? result : Optional.empty();
        for (int i = last; i >= 0; i--) {
            try {
                plugin(pod, selection, config, i).call(Plugin.Verb.DEL, handed);
            } catch (CniException e) {
                host.remark("while a network was being detached: " + e.says());
            }
        }
    }

    private static void elements(Attachment attachment, ArrayNode status) {
        List<JsonNode> interfaces =
                attachment.result().path("interfaces").valueStream().toList();
        int before = status.size();
        for (int i = 0; i < interfaces.size(); i++) {
            JsonNode made = interfaces.get(i);
            if (!made.path("sandbox").asString("").isEmpty()) {
                element(
                        attachment,
                        made.path("name").asString(""),
                        made.path("mac").asString(""),
                        i,
                        status);
            }
        }
        if (status.size() == before) {
            // Results up to version 0.2.0 name no interfaces.
            element(attachment, attachment.selection().device(), "", -1, status);
        }
    }

    private static void element(Attachment attachment, String device, String mac, int index, ArrayNode status) {
        ObjectNode element = status.addObject();
        element.put("name", attachment.selection().network());
        element.put("interface", device);
        List<String> ips = attachment
                .result()
                .path("ips")
                .valueStream()
                .filter(ip -> ip.path("interface").asInt(index) == index)
                .map(ip -> ip.path("address").asString("").replaceFirst("/.*$", ""))
                .toList();
        if (!ips.isEmpty()) {
            ArrayNode list = element.putArray("ips");
            ips.forEach(list::add);
        }
        if (!mac.isEmpty()) {
            element.put("mac", mac);
        }
        element.putObject("dns");
    }
}
