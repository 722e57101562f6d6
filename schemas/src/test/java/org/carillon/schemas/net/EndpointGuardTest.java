package org.carillon.schemas.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.carillon.schemas.net.EndpointGuard.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointGuardTest {
    private static EndpointGuard leadingTo(String... addresses) {
        return new EndpointGuard(
                false,
                host -> Arrays.stream(addresses).map(EndpointGuardTest::address).toArray(InetAddress[]::new));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/x:y",
                "https://push.example:8443/a?b=c",
                "HTTPS://Push.Example/"
            })
    void shouldAllowNamesOfThePublicInternet(String endpoint) {
        assertThat(leadingTo("142.250.1.95", "2a00:1450:4003::5f").look(endpoint))
                .isInstanceOf(Answer.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example/x",
                "ftp://push.example/x",
                "https://user@push.example/x",
                "https://push.example/x#y",
                "https://push.example:22/x",
                "https://93.184.216.34/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://127.1/x",
                "https://[2a00::1]/x",
                "https://localhost/x",
                "https://kafka/x",
                "https:///x",
                "push.example/x",
                "not a url"
            })
    void shouldForbidEverythingElse(String endpoint) {
        assertThat(leadingTo("142.250.1.95").look(endpoint))
                .isInstanceOfSatisfying(
                        Answer.Forbidden.class,
                        forbidden -> assertThat(forbidden.reason()).doesNotContain("push.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1",
                "2001::1",
                "fec0::1"
            })
    void shouldForbidNamesThatLeadInside(String address) {
        assertThat(leadingTo(address).look("https://push.example/x")).isInstanceOf(Answer.Forbidden.class);
        assertThat(leadingTo("142.250.1.95", address).look("https://push.example/x"))
                .isInstanceOf(Answer.Forbidden.class);
    }

    @Test
    void shouldTellANameThatLeadsNowhere() {
        EndpointGuard guard = new EndpointGuard(false, host -> {
            throw new UnknownHostException(host);
        });

        assertThat(guard.look("https://push.example/x")).isEqualTo(new Answer.Unresolved());
    }

    @Test
    void shouldLetTestsAndTheDemoHaveTheirOwn() {
        EndpointGuard insecure = new EndpointGuard(true);

        assertThat(insecure.look("http://127.0.0.1:8080/x")).isInstanceOf(Answer.Allowed.class);
        assertThat(insecure.look("file:///etc/passwd")).isInstanceOf(Answer.Forbidden.class);
    }
}
