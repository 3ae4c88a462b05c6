package dev.plumbline.plan.review;

import dev.plumbline.answers.Finding.Severity;
import dev.plumbline.answers.plan.Remark;
import java.util.Comparator;
import java.util.List;

/** All rules about manifests. A new one is one file and one line here. */
public final class Reviews {

    private static final List<ReviewRule> ALL = List.of(
            new SubnetFamily(),
            new CidrMalformed(),
            new RangeOutsideSubnet(),
            new ControlPlaneNetwork(),
            new ReservationMalformed(),
            new ReservationOutsideSubnet(),
            new ReservationTwice(),
            new MacReservedTwice(),
            new DomainName(),
            new ImmutableChanged(),
            new OneControlPlane(),
            new ResourceSchema(),
            new PoolReversed(),
            new SubnetsOverlap(),
            new NetworkNameTwice(),
            new GatewayInPool(),
            new ReservationOutsidePool(),
            new ReservationUnknownSubnet(),
            new ProvisioningRangeOverlap(),
            new VlanReused(),
            new VlanOnControlPlane(),
            new MtuExceedsBridge(),
            new NextHopOffLink(),
            new BrExTaken(),
            new SortsBeforeControlPlane(),
            new RoleKeyDiffers(),
            new ControlPlaneLeafOnly(),
            new DefaultNetworksStale(),
            new RolesDataAssumed(),
            new Ipv6ControlPlane(),
            obstacle(
                    "address-order-open",
                    Severity.INFO,
                    false,
                    "The addresses are as planned only if the sets are created in this order.",
                    "Reserve addresses under reservations where they matter."),
            obstacle(
                    "attach-configuration-unknown",
                    Severity.ERROR,
                    false,
                    "The operator finds no bridge for the subnet: its definition, and every VM on it, waits for ever.",
                    "Name a key of attachConfigurations."),
            obstacle(
                    "bridge-missing",
                    Severity.ERROR,
                    false,
                    "The operator cannot name the policy, nor the bridge in the definitions.",
                    "Give one interface of desiredState a bridge section and a name."),
            obstacle(
                    "bridge-twice",
                    Severity.ERROR,
                    false,
                    "Both attachments write one NodeNetworkConfigurationPolicy in turns: the bridge changes for ever.",
                    "Make one attachConfiguration of the two; subnets share it."),
            obstacle(
                    "net-config-missing",
                    Severity.ERROR,
                    true,
                    "The webhook refuses the resource: there is no network to give it.",
                    "Apply an OpenStackNetConfig of the same namespace first; mend one that is refused."),
            obstacle(
                    "net-config-twice",
                    Severity.ERROR,
                    false,
                    "The operator works with one: which of the two counts is not certain.",
                    "Keep one OpenStackNetConfig in a namespace."),
            obstacle(
                    "pool-exhausted",
                    Severity.ERROR,
                    false,
                    "Hosts without an address are not made.",
                    "Widen the pool: move allocationStart or allocationEnd."),
            obstacle(
                    "role-name-twice",
                    Severity.ERROR,
                    true,
                    "The webhook refuses the second one: hosts of both would have the same names.",
                    "Give each role its own roleName."),
            obstacle(
                    "scale-down-not-annotated",
                    Severity.WARNING,
                    false,
                    "The operator removes no VM and waits.",
                    "Annotate the VMs that shall go: osp-director.openstack.org/delete-host=true."),
            obstacle(
                    "sriov-not-planned",
                    Severity.WARNING,
                    false,
                    "VMs on the network wait for ever, with the operator as of July 2026.",
                    "Attach VMs by a bridge."),
            obstacle(
                    "subnet-name-twice",
                    Severity.ERROR,
                    false,
                    "Two subnets become one OpenStackNet and one definition: the later one wins.",
                    "Give each subnet a name that differs in more than case and underscores."),
            obstacle(
                    "subnet-unknown",
                    Severity.ERROR,
                    true,
                    "The webhook refuses the resource.",
                    "Name subnets of the net config."),
            obstacle(
                    "too-many-hosts",
                    Severity.WARNING,
                    false,
                    "Nothing for the operator; Plumbline plans the first hosts.",
                    "Ask for fewer hosts."));

    private Reviews() {}

    /** Ids of all rules, in the order they run. */
    public static List<String> ids() {
        return ALL.stream().map(ReviewRule::id).toList();
    }

    /** What all rules have to say: gravest first, then by place, rule and title. */
    public static List<Remark> run(Reviewed reviewed) {
        return ALL.stream()
                .flatMap(rule -> rule.judge(reviewed).stream())
                .distinct()
                .sorted(Comparator.comparing(Remark::severity)
                        .thenComparing(remark -> remark.at().origin())
                        .thenComparing(remark -> remark.at().column())
                        .thenComparing(Remark::rule)
                        .thenComparing(Remark::title))
                .toList();
    }

    private static ReviewRule obstacle(String id, Severity severity, boolean refused, String breaks, String mend) {
        return new ObstacleRule(id, severity, refused, breaks, mend);
    }
}
