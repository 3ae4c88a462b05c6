package dev.plumbline.systems.osnetconfig;

import java.util.OptionalInt;

/**
 * Which virtual function of SR-IOV a device is.
 *
 * @param physical the physical function's name; empty where it is none, or not known whose
 * @param id counts from 0; empty where not known
 */
public record VirtualFunction(String physical, OptionalInt id) {

    public static final VirtualFunction NONE = new VirtualFunction("", OptionalInt.empty());

    static VirtualFunction of(String physical, String id) {
        boolean number = !id.isEmpty() && id.length() <= 5 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return new VirtualFunction(physical, number ? OptionalInt.of(Integer.parseInt(id)) : OptionalInt.empty());
    }

    boolean isOf(String name, int number) {
        return !physical.isEmpty() && physical.equals(name) && id.equals(OptionalInt.of(number));
    }
}
