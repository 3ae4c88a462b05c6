package dev.plumbline.systems.osnetconfig;

import java.util.Locale;

/**
 * What os-net-config looks at of one entry of /sys/class/net (utils.py {@code _is_available_nic}).
 *
 * @param name the kernel's name
 * @param address the file address, empty where it is empty or missing
 * @param operstate the file operstate, in any case; empty where it is missing
 * @param onBus whether {@code device} is there: bridges, bonds, VLANs, veths ... have none
 * @param virtualFunction whether {@code device/physfn} is there: an SR-IOV virtual function
 * @param permanentAddress the file bonding_slave/perm_hwaddr, empty where it is missing
 * @param pci address on the PCI bus, empty where not known or none
 * @param function which virtual function it is, as far as known
 * @param vendor the file device/vendor ({@code 0x15b3}); empty where not known
 */
public record NetDevice(
        String name,
        String address,
        String operstate,
        boolean onBus,
        boolean virtualFunction,
        String permanentAddress,
        String pci,
        VirtualFunction function,
        String vendor) {

    /** Of a listing that shows neither vendors nor whose virtual function a device is. */
    public NetDevice(
            String name,
            String address,
            String operstate,
            boolean onBus,
            boolean virtualFunction,
            String permanentAddress,
            String pci) {
        this(name, address, operstate, onBus, virtualFunction, permanentAddress, pci, VirtualFunction.NONE, "");
    }

    /** lo counts as real although it is never available. */
    boolean real() {
        return name.equals("lo") || onBus && !address.isEmpty();
    }

    public boolean available() {
        return real() && !name.equals("lo") && !operstate.isEmpty() && !virtualFunction;
    }

    /** Active is exactly the operstate up: neither the flag nor carrier nor unknown. */
    public boolean active() {
        return available() && operstate.strip().toLowerCase(Locale.ROOT).equals("up");
    }

    /** Of a bond's slave {@code address} is the bond's; only the permanent one tells it from its sisters. */
    String mac() {
        return permanentAddress.isEmpty() ? address : permanentAddress;
    }

    public NetDevice with(String state) {
        return new NetDevice(name, address, state, onBus, virtualFunction, permanentAddress, pci, function, vendor);
    }
}
