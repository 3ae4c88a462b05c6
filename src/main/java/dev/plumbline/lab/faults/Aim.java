package dev.plumbline.lab.faults;

import dev.plumbline.answers.Target;
import dev.plumbline.answers.TargetException;
import dev.plumbline.answers.TargetParser;
import dev.plumbline.evidence.Scope;
import dev.plumbline.lab.LabDescription;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a person wants a fault: a NIC's line, a device, a place. */
final class Aim {

    private static final String FORMS =
            "expected NAME/NIC of a VM, vm/NAME:DEVICE, pod/NAME:DEVICE, node/NAME:DEVICE, or one of these without a device";

    private final Sight lab;

    Aim(Sight lab) {
        this.lab = lab;
    }

    /** Those of a fault's places that are meant, in their order. */
    List<Spot> among(List<Spot> spots, String at) throws LabException {
        if (at.isEmpty()) {
            return spots;
        }
        List<Spot> meant = new ArrayList<>();
        int colon = at.indexOf(':');
        String place = colon < 0 ? at : at.substring(0, colon);
        String device = colon < 0 ? "" : at.substring(colon + 1);
        if (lab.built().places().containsKey(place)) {
            return only(spots, List.of(place), device);
        }
        try {
            switch (TargetParser.parse(at)) {
                case Target.OfDevice of -> meant.addAll(only(spots, named(of.kind(), of.name()), of.device()));
                case Target.OfMachine of -> {
                    for (Target.Reading reading : of.readings()) {
                        meant.addAll(machine(spots, reading));
                    }
                }
                default -> throw new LabException("'" + at + "' is no place for a fault; " + FORMS);
            }
        } catch (TargetException e) {
            throw new LabException(e.getMessage() + "; " + FORMS, e);
        }
        return meant.stream().distinct().toList();
    }

    private List<Spot> machine(List<Spot> spots, Target.Reading reading) throws LabException {
        List<Spot> meant = new ArrayList<>();
        if (reading.kind().equals("pod")) {
            return only(spots, named(Scope.Kind.POD, reading.name()), reading.nic());
        }
        for (Line line : lab.lines()) {
            boolean vm = line.vm().name().equals(reading.name())
                    && (reading.namespace().isEmpty()
                            || reading.namespace().equals(line.vm().namespace()));
            boolean nic = reading.nic().isEmpty()
                    || reading.nic().equals("nic" + line.number())
                    || reading.nic().equals(line.nic().name());
            if (vm && nic) {
                spots.stream().filter(spot -> on(line, spot)).forEach(meant::add);
            }
        }
        // A device of the guest that is no NIC: a bridge of its own.
        if (meant.isEmpty()) {
            meant.addAll(only(spots, named(Scope.Kind.GUEST, reading.name()), reading.nic()));
        }
        return meant;
    }

    private static boolean on(Line line, Spot spot) {
        return line.devices().anyMatch(device -> device.spot().equals(spot));
    }

    private static List<Spot> only(List<Spot> spots, List<String> places, String device) {
        return spots.stream()
                .filter(spot ->
                        places.contains(spot.place().name()) && (device.isEmpty() || device.equals(spot.device())))
                .toList();
    }

    private List<String> named(Scope.Kind kind, String name) {
        LabDescription built = lab.built();
        return built.places().entrySet().stream()
                .filter(entry -> entry.getValue().startsWith(kind.name().toLowerCase(java.util.Locale.ROOT) + "/"))
                .filter(entry -> own(entry).equals(name)
                        || entry.getValue()
                                .substring(entry.getValue().lastIndexOf('/') + 1)
                                .replaceFirst("-\\*$", "")
                                .equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String own(Map.Entry<String, String> place) {
        return Netns.parse(place.getKey()).map(Netns::own).orElse("");
    }
}
