package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Vantage;

/** One typed statement read from one observation. Names are as that scope's own system prints them. */
public sealed interface Fact
        permits Address,
                Attachment,
                BootId,
                BridgeMapping,
                BridgePort,
                BuiltInstead,
                ConfiguredDevice,
                Covered,
                DesiredLink,
                DomainNic,
                DomainSeen,
                ForwardingEntry,
                GuestChange,
                KernelSetting,
                Link,
                NamespaceId,
                NamespaceNamed,
                NatRule,
                Neighbour,
                NetnsOfPod,
                NetworkDefinition,
                NicAlias,
                NodeSeen,
                OvsPort,
                PodSeen,
                PortVlan,
                Route,
                VmNic,
                VmSeen {

    /** From where and when it speaks. */
    Vantage vantage();

    /** Where it was read. */
    Origin origin();

    default Scope scope() {
        return vantage().scope();
    }
}
