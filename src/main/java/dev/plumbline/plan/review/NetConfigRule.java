package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.plan.review.NetConfigRule.Placed;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.NetConfig;
import dev.plumbline.systems.ospdirector.NetConfig.Network;
import dev.plumbline.systems.ospdirector.NetConfig.Subnet;
import java.util.ArrayList;
import java.util.List;

/** A rule that judges one OpenStackNetConfig at a time. */
interface NetConfigRule extends ReviewRule {

    /** @param inputs those of its namespace */
    List<Remark> judge(NetConfig config, DirectorInputs inputs);

    /** Whether the webhook looks for it in a new net config only: an update passes with it. */
    default boolean onCreateOnly() {
        return false;
    }

    @Override
    default List<Remark> judge(Reviewed reviewed) {
        List<Remark> all = new ArrayList<>();
        for (DirectorInputs inputs : reviewed.inputs()) {
            for (NetConfig config : inputs.netConfigs()) {
                boolean taken = onCreateOnly()
                        && reviewed.before("OpenStackNetConfig", config.tree()).isPresent();
                judge(config, inputs).forEach(remark -> all.add(taken ? taken(remark) : remark));
            }
        }
        return List.copyOf(all);
    }

    private static Remark taken(Remark remark) {
        return new Remark(
                remark.rule(),
                remark.severity(),
                false,
                remark.title(),
                remark.at(),
                remark.also(),
                "The operator takes it in an update, and works with it as it stands.",
                remark.mend());
    }

    /** A subnet and its network. */
    record Placed(Network network, Subnet subnet) {

        /** Of a net config, in its order. */
        static List<Placed> of(NetConfig config) {
            List<Placed> all = new ArrayList<>();
            for (Network network : config.networks()) {
                network.subnets().forEach(subnet -> all.add(new Placed(network, subnet)));
            }
            return all;
        }

        String name() {
            return subnet.name();
        }
    }
}
