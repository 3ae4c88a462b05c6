package dev.plumbline.answers.check;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.Scene;
import dev.plumbline.evidence.Origin;
import dev.plumbline.facts.DomainNic;
import dev.plumbline.facts.VmNic;
import dev.plumbline.topology.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * os-net-config's nicN is not the VM's N-th NIC: the nic template counts on that order, the guest goes by its names' natural
 * order (kubevirt#16693: PCI order is not guaranteed).
 */
final class NicOrderDiffers implements Check {

    private static final Pattern NAME = Pattern.compile("(?:enp\\d{1,4}s\\d{1,4}|ens\\d{1,4}|eth\\d{1,4})");

    @Override
    public String id() {
        return "nic-order-differs";
    }

    @Override
    public Outcome judge(Scene scene) {
        List<Trouble> troubles = new ArrayList<>();
        int judged = 0;
        int open = 0;
        for (Scene.Owned owned : scene.vmNics()) {
            Optional<Integer> number = owned.nic()
                    .alias()
                    .map(Nic.Alias::name)
                    .filter(name -> name.matches("nic\\d{1,6}"))
                    .map(name -> Integer.parseInt(name.substring(3)));
            Optional<Position> position = position(scene, owned);
            if (number.isEmpty() && position.isPresent()) {
                byName(scene, owned)
                        .filter(byName -> byName != position.get().number())
                        .ifPresent(_ -> troubles.add(trouble(owned, position.get())));
            }
            if (number.isEmpty() || position.isEmpty()) {
                open++;
                continue;
            }
            judged++;
            if (position.get().number() != number.get()) {
                troubles.add(trouble(owned, position.get()));
            }
        }
        return judged > 0 && open == 0
                ? Outcome.judged(troubles, judged + " NICs")
                : Outcome.open(troubles, "nicN or the VM's own order was not seen of " + open + " NICs", List.of());
    }

    /**
     * The place of a NIC's name among those of its guest, 1-based, where os-net-config would go by these: all are of one
     * form, and each is a NIC of the domain. Empty where any is not known.
     */
    private static Optional<Integer> byName(Scene scene, Scene.Owned owned) {
        List<Scene.Owned> all = scene.vmNics().stream()
                .filter(other -> other.machine().equals(owned.machine()))
                .toList();
        boolean known = all.stream()
                .allMatch(other -> other.nic().alias().isEmpty()
                        && other.nic()
                                .name()
                                .filter(name -> NAME.matcher(name).matches())
                                .isPresent()
                        && position(scene, other).isPresent());
        boolean alike = all.stream()
                        .map(other -> other.nic().name().orElse("").replaceAll("\\d+", "0"))
                        .distinct()
                        .count()
                == 1;
        return known && alike
                ? Optional.of(1
                        + (int) all.stream()
                                .filter(other -> before(
                                        other.nic().name().orElse(""),
                                        owned.nic().name().orElse("")))
                                .count())
                : Optional.empty();
    }

    /** By the numbers in two names of one form. */
    private static boolean before(String one, String other) {
        String[] first = one.replaceAll("\\D+", " ").strip().split(" ");
        String[] second = other.replaceAll("\\D+", " ").strip().split(" ");
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int compared = Integer.compare(Integer.parseInt(first[i]), Integer.parseInt(second[i]));
            if (compared != 0) {
                return compared < 0;
            }
        }
        return false;
    }

    /** @param number 1-based place among the VM's NICs */
    private record Position(int number, Origin origin) {}

    private static Optional<Position> position(Scene scene, Scene.Owned owned) {
        Stream<Position> declared = scene.facts(VmNic.class).stream()
                .filter(nic -> nic.order() >= 0
                        && nic.vm().equals(owned.machine().name())
                        && nic.namespace().equals(owned.machine().namespace()))
                .filter(nic ->
                        nic.mac().isPresent() && nic.mac().equals(owned.nic().mac()))
                .map(nic -> new Position(nic.order() + 1, nic.origin()));
        Stream<Position> listed = scene.facts(DomainNic.class).stream()
                .filter(nic -> nic.order() >= 0
                        && nic.mac().isPresent()
                        && nic.mac().equals(owned.nic().mac())
                        && owned.hops().stream().anyMatch(hop -> hop.label().equals(nic.target())))
                .map(nic -> new Position(nic.order() + 1, nic.origin()));
        return Stream.concat(declared, listed).findFirst();
    }

    private static Trouble trouble(Scene.Owned owned, Position position) {
        List<Origin> evidence = Stream.concat(
                        owned.nic().alias().stream().flatMap(alias -> alias.evidence().stream()),
                        Stream.of(position.origin()))
                .toList();
        return new Trouble(
                Severity.WARNING,
                owned.ref() + " (" + owned.nic().name().orElse("?") + ") is NIC " + position.number() + " of the VM",
                owned.hops().stream().limit(1).map(Scene::where).toList(),
                List.of(owned.ref()),
                "a nic template written in the VM's order configures the wrong network here",
                "give os-net-config a mapping file by MAC, or recreate the VM so that both orders agree",
                evidence);
    }
}
