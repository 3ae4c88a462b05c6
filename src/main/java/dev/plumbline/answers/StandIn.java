package dev.plumbline.answers;

import dev.plumbline.facts.BuiltInstead;

/**
 * What a lab has built otherwise than planned on a line that is shown.
 *
 * @param place {@code node/worker-1}
 * @param attribute in the words of {@code diff}: kind, vlan, device ...
 * @param planned empty where nothing was planned
 * @param built empty where nothing stands for it
 */
public record StandIn(String place, String device, String attribute, String planned, String built, String why) {

    public static StandIn of(BuiltInstead one) {
        return new StandIn(one.place().path(), one.device(), one.attribute(), one.planned(), one.built(), one.why());
    }
}
