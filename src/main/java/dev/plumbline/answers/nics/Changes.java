package dev.plumbline.answers.nics;

import dev.plumbline.answers.nics.NicsAnswer.WhatIf;
import dev.plumbline.systems.osnetconfig.LogMessage;
import dev.plumbline.systems.osnetconfig.NetDevice;
import dev.plumbline.systems.osnetconfig.NicHost;
import dev.plumbline.systems.osnetconfig.NicMapping;
import dev.plumbline.systems.osnetconfig.NicOrder;
import dev.plumbline.systems.osnetconfig.run.Configuration;
import dev.plumbline.systems.osnetconfig.run.NetConfigRun;
import dev.plumbline.systems.osnetconfig.run.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What would become of the aliases if one NIC were down, up, gone or added.
 *
 * @param configuration the question's
 * @param now what comes of it as it is
 */
record Changes(NicNumbering question, Configuration configuration, Outcome now) {

    /** Beyond, the table of changes is of no use to anybody, and costs the square of the NICs. */
    private static final int MOST = 128;

    List<WhatIf> all() {
        List<WhatIf> all = new ArrayList<>();
        List<NetDevice> nics =
                question.host().devices().stream().filter(NetDevice::available).toList();
        for (NetDevice nic : nics.subList(0, Math.min(nics.size(), MOST))) {
            WhatIf turned = nic.active()
                    ? after(nic.name(), "down", devices -> replaced(devices, nic.with("down")))
                    : after(nic.name(), "up", devices -> replaced(devices, nic.with("up")));
            WhatIf gone = after(nic.name(), "gone", devices -> without(devices, nic));
            if (turned.aliases().equals(gone.aliases()) && turned.failure().equals(gone.failure())) {
                List<String> both = List.of(turned.changes().getFirst(), "gone");
                add(new WhatIf(nic.name(), both, gone.aliases(), gone.exit(), gone.failure()), all);
            } else {
                add(turned, all);
                add(gone, all);
            }
        }
        for (String name : question.added()) {
            NetDevice nic = new NetDevice(name, "?", "up", true, false, "", "");
            add(
                    after(name, "added", devices -> {
                        List<NetDevice> more = new ArrayList<>(without(devices, nic));
                        more.add(nic);
                        return more;
                    }),
                    all);
        }
        return List.copyOf(all);
    }

    private static void add(WhatIf change, List<WhatIf> all) {
        if (!change.aliases().isEmpty() || !change.failure().isEmpty()) {
            all.add(change);
        }
    }

    private WhatIf after(String nic, String change, UnaryOperator<List<NetDevice>> altered) {
        NicHost nics = question.host().with(altered.apply(question.host().devices()));
        Outcome then = NetConfigRun.of(question.machine().with(nics), configuration, question.release());
        // Where the mapping breaks off, the aliases beyond are neither here nor there.
        Map<String, Optional<String>> moved =
                then.mapping().error().isPresent() ? Map.of() : moved(now.mapping(), then.mapping());
        String failure = then.exit() == 0 || then.messages().equals(now.messages())
                ? ""
                : then.messages().stream()
                        .filter(message -> message.level() == LogMessage.Level.ERROR)
                        .filter(message -> !now.messages().contains(message))
                        .map(LogMessage::text)
                        .findFirst()
                        .orElse("");
        return new WhatIf(nic, List.of(change), moved, then.exit(), failure);
    }

    private static Map<String, Optional<String>> moved(NicMapping before, NicMapping after) {
        Comparator<String> natural = NicOrder::compareNaturally;
        TreeSet<String> aliases = new TreeSet<>(natural.thenComparing(Comparator.naturalOrder()));
        aliases.addAll(before.aliases().keySet());
        aliases.addAll(after.aliases().keySet());
        Map<String, Optional<String>> moved = new TreeMap<>(aliases.comparator());
        for (String alias : aliases) {
            Optional<String> then = Optional.ofNullable(after.aliases().get(alias));
            if (!then.equals(Optional.ofNullable(before.aliases().get(alias)))) {
                moved.put(alias, then);
            }
        }
        return moved;
    }

    private static List<NetDevice> replaced(List<NetDevice> devices, NetDevice nic) {
        return devices.stream()
                .map(device -> device.name().equals(nic.name()) ? nic : device)
                .toList();
    }

    private static List<NetDevice> without(List<NetDevice> devices, NetDevice nic) {
        return devices.stream()
                .filter(device -> !device.name().equals(nic.name()))
                .toList();
    }
}
