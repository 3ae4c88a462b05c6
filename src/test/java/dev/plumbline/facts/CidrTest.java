package dev.plumbline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.9/24, 192.0.2.0/24, 192.0.2.10/24",
        "192.0.2.255/16, 192.0.0.0/16, 192.0.3.0/16",
        "198.51.100.7, 198.51.100.7/32, 198.51.100.8/32",
        "2001:db8::ff/64, 2001:db8:0:0:0:0:0:0/64, 2001:db8:0:0:0:0:0:100/64"
    })
    void an_address_knows_its_subnet_and_the_next(String text, String network, String next) {
        Cidr cidr = Cidr.parse(text).orElseThrow();
        assertThat(cidr.network()).hasToString(network);
        assertThat(cidr.next()).hasToString(next);
        assertThat(cidr.network().contains(cidr.address())).isTrue();
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
        assertThat(net.contains(Ip.parse("192.0.2.127").orElseThrow())).isTrue();
        assertThat(net.contains(Ip.parse("192.0.2.128").orElseThrow())).isFalse();
        assertThat(net.contains(Ip.parse("::1").orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.9/25, 192.0.2.127",
        "203.0.113.7/32, 203.0.113.7",
        "198.51.100.0/0, 255.255.255.255",
        "2001:db8::1/65, 2001:db8:0:0:7fff:ffff:ffff:ffff",
        "2001:db8::1/47, 2001:db8:1:ffff:ffff:ffff:ffff:ffff"
    })
    void a_subnet_ends_where_its_host_bits_are_one(String text, String last) {
        assertThat(Cidr.parse(text).orElseThrow().last()).hasToString(last);
    }

    @Test
    void counting_goes_over_all_bytes() {
        assertThat(Ip.parse("2001:db8::ffff:ffff:ffff:ffff").orElseThrow().plus(1))
                .isEqualTo(Ip.parse("2001:db8:0:1::").orElseThrow());
        assertThat(Ip.parse("255.255.255.255").orElseThrow().plus(1)).isEqualTo(Ip.v4(0));
    }

    @Test
    void a_subnet_takes_in_what_shares_its_first_bits_however_many() {
        for (int length = 0; length <= 128; length++) {
            Cidr own = new Cidr(Ip.parse("2001:db8::5a5a").orElseThrow(), length);
            assertThat(own.contains(own.last())).isTrue();
            assertThat(own.network().contains(own.address())).isTrue();
            assertThat(length > 0 && own.contains(own.last().plus(1))).isFalse();
        }
    }
}
