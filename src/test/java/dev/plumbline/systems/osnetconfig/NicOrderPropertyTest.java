package dev.plumbline.systems.osnetconfig;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NicOrderPropertyTest {

    @Property
    void naturalOrderIsAnOrder(@ForAll("names") String a, @ForAll("names") String b, @ForAll("names") String c) {
        assertThat(Integer.signum(NicOrder.compareNaturally(a, b)))
                .isEqualTo(-Integer.signum(NicOrder.compareNaturally(b, a)));
        if (NicOrder.compareNaturally(a, b) <= 0 && NicOrder.compareNaturally(b, c) <= 0) {
            assertThat(NicOrder.compareNaturally(a, c)).isLessThanOrEqualTo(0);
        }
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.strings().withChars("012ab").ofMaxLength(6);
    }
}
