package dev.plumbline.lab.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.9/24, 192.0.2.0/24, 192.0.2.10/24",
        "10.0.0.255/8, 10.0.0.0/8, 10.0.1.0/8",
        "198.51.100.7, 198.51.100.7/32, 198.51.100.8/32",
        "2001:db8::ff/64, 2001:db8:0:0:0:0:0:0/64, 2001:db8:0:0:0:0:0:100/64"
    })
    void an_address_knows_its_subnet_and_the_next(String text, String network, String next) {
        Cidr cidr = Cidr.parse(text).orElseThrow();
        assertThat(cidr.network()).hasToString(network);
        assertThat(cidr.next()).hasToString(next);
        assertThat(cidr.network().contains(cidr)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/24",
                "192.0.2.1/33",
                "192.0.2.1/x",
                "192.0.2.256/24",
                "host.example/24",
                "1.2.3/24",
                "::/129"
            })
    void what_is_no_address_is_none_and_no_server_is_asked(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void a_subnet_holds_only_its_own() {
        Cidr net = Cidr.parse("192.0.2.0/25").orElseThrow();
        assertThat(net.contains(Cidr.parse("192.0.2.127").orElseThrow())).isTrue();
        assertThat(net.contains(Cidr.parse("192.0.2.128").orElseThrow())).isFalse();
        assertThat(net.contains(Cidr.parse("::1").orElseThrow())).isFalse();
    }
}
