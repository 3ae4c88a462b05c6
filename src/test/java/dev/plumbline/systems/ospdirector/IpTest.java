package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "255.255.255.255, 255.255.255.255",
        "2001:db8::, 2001:db8::",
        "2001:DB8:0:0:0:0:0:101, 2001:db8::101",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::1, ::1",
        "::, ::",
        "::ffff:192.0.2.1, 192.0.2.1",
        "64:ff9b::192.0.2.1, 64:ff9b::c000:201"
    })
    void isWrittenAsGoWritesIt(String given, String written) {
        assertThat(Ip.parse(given)).map(Ip::text).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.4 ",
                "1:2:3:4:5:6:7",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "g::",
                "::1%eth0",
                "1.2.3.4::",
                "٠.٠.٠.٠"
            })
    void anythingElseIsNoAddress(String given) {
        assertThat(Ip.parse(given)).isEmpty();
    }

    @Test
    void aPrefixHoldsItsOwnFamilyOnly() {
        Prefix prefix = Prefix.parse("192.0.2.77/24").orElseThrow();
        assertThat(prefix.contains(Ip.parse("192.0.2.255").orElseThrow())).isTrue();
        assertThat(prefix.contains(Ip.parse("192.0.3.0").orElseThrow())).isFalse();
        assertThat(Prefix.parse("::/0")
                        .orElseThrow()
                        .contains(Ip.parse("192.0.2.1").orElseThrow()))
                .isFalse();
        assertThat(Prefix.parse("192.0.2.0/33")).isEmpty();
        assertThat(Prefix.parse("192.0.2.0/024")).isEmpty();
        assertThat(Prefix.parse("192.0.2.0")).isEmpty();
    }

    @Test
    void aLastByteOfZeroIsNeverGivenOut() {
        assertThat(all(pool("10.1.0.0/22", "10.1.0.254", "10.1.1.2")))
                .containsExactly("10.1.0.254", "10.1.0.255", "10.1.1.1", "10.1.1.2");
    }

    @Test
    void notEvenInIpv6() {
        assertThat(all(pool("2001:db8::/64", "2001:db8::100", "2001:db8::102")))
                .containsExactly("2001:db8::101", "2001:db8::102");
    }

    @Test
    void whatIsTakenIsPassedOver() {
        Pool pool = pool("10.1.0.0/24", "10.1.0.1", "10.1.0.4");
        pool.take("10.1.0.1");
        pool.take("10.1.0.3");
        assertThat(all(pool)).containsExactly("10.1.0.2", "10.1.0.4");
    }

    @Test
    void anEndBeforeTheStartLeavesNothing() {
        assertThat(all(pool("10.1.0.0/24", "10.1.0.9", "10.1.0.4"))).isEmpty();
    }

    private static List<String> all(Pool pool) {
        List<String> addresses = new ArrayList<>();
        for (Optional<String> next = pool.assign(); next.isPresent(); next = pool.assign()) {
            addresses.add(next.get());
        }
        return addresses;
    }

    private static Pool pool(String cidr, String start, String end) {
        Tree nothing = Manifests.tree("apiVersion: v1\nkind: Nothing\nmetadata: {name: x}");
        return Pool.of(new NetConfig.Subnet(nothing, "s", "br", 0, false, nothing, cidr, start, end, "", List.of()))
                .orElseThrow();
    }
}
