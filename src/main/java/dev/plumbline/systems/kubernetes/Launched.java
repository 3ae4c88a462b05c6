package dev.plumbline.systems.kubernetes;

import java.util.function.UnaryOperator;

/**
 * What KubeVirt writes on a launcher pod.
 *
 * @param vm the VM's name; empty for every other pod
 * @param createdBy UID of the VM instance; empty where not shown
 * @param migrationTarget whether a migration made it
 */
record Launched(String vm, String createdBy, boolean migrationTarget) {

    /** The annotation with the VM's whole name; the label may be shortened. */
    static final String DOMAIN = "kubevirt.io/domain";

    private static final Launched NOTHING = new Launched("", "", false);

    /**
     * @param label gives a label's value, empty where it is not there
     * @param domain the annotation {@link #DOMAIN}, empty where it is not there
     */
    static Launched of(UnaryOperator<String> label, String domain) {
        String role = label.apply("kubevirt.io");
        if (!role.isEmpty() && !role.equals("virt-launcher")) {
            return NOTHING;
        }
        String byLabel = label.apply("vm.kubevirt.io/name");
        return new Launched(
                domain.isEmpty() ? byLabel : domain,
                label.apply("kubevirt.io/created-by"),
                !label.apply("kubevirt.io/migrationJobUID").isEmpty());
    }
}
