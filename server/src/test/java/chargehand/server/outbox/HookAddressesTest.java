package chargehand.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chargehand.server.shared.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressesTest {
    private static HookAddresses with(String inside, String... found) {
        return new HookAddresses(inside, _ -> all(found));
    }

    private static InetAddress[] all(String... found) throws UnknownHostException {
        var all = new InetAddress[found.length];
        for (int i = 0; i < found.length; i++) all[i] = InetAddress.getByName(found[i]);
        return all;
    }

    private static String refusal(HookAddresses addresses, String address) {
        try {
            addresses.check(address);
            return "none";
        } catch (Problem refused) {
            return refused.code();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.170",
                "198.19.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "5f00::1"
            })
    void refusesWhatPointsInside(String machine) {
        assertThat(refusal(with("", machine), "https://harmless.example/x")).isEqualTo("address-inside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "169.253.1.1",
                "198.17.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2a00:1450::1"
            })
    void letsThroughWhatIsOutside(String machine) throws Exception {
        var checked = with("", machine).check("https://chat.example.com/hooks/abc");

        assertThat(checked.machine()).isEqualTo(InetAddress.getByName(machine));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fe80::1]:8443/x",
                "https://localhost/",
                "https://LOCALHOST./"
            })
    void refusesInsideHoweverItIsWritten(String address) {
        assertThat(refusal(new HookAddresses(""), address)).isIn("address-inside", "host-unknown", "invalid-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://chat.example.com/", "ftp://chat.example.com/", "file:///etc/passwd", "chat.example.com",
                "https://user:word@chat.example.com/", "https://chat.example.com:0/", "https:///x", "https://a b/",
                "https://chat.example.com:70000/", "https://chat.example.com/\r\nX: y"
            })
    void refusesWhatIsNoAddressOfTheWeb(String address) {
        assertThat(refusal(with("", "8.8.8.8"), address)).isEqualTo("invalid-value");
    }

    @Test
    void refusesANameOfWhichOneMachineIsInside() {
        assertThat(refusal(with("", "8.8.8.8", "10.0.0.1"), "https://two.example/"))
                .isEqualTo("address-inside");
    }

    @Test
    void letsInsideHostsInByTheirNameAlone() {
        var addresses = with("chat.lan, mattermost.lan", "10.0.0.7");

        assertThat(addresses.check("http://Chat.lan:8065/hooks/x").port()).isEqualTo(8065);
        assertThat(refusal(addresses, "https://other.lan/")).isEqualTo("address-inside");
        assertThat(refusal(addresses, "https://10.0.0.7/")).isEqualTo("address-inside");
        assertThat(refusal(addresses, "https://chat.lan.evil.example/")).isEqualTo("address-inside");
    }

    /// Who has the name gives another answer each time: the one that was checked is the one that counts.
    @Test
    void asksOnceAndKeepsTheMachineThatWasChecked() throws Exception {
        var answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        var addresses = new HookAddresses("", _ -> all(answers.remove()));

        var checked = addresses.check("https://rebinding.example/");

        assertThat(checked.machine().getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(answers).hasSize(1);
        assertThat(refusal(addresses, "https://rebinding.example/")).isEqualTo("address-inside");
    }

    @Test
    void saysThatNobodyKnowsAHost() {
        var addresses = new HookAddresses("", host -> {
            throw new UnknownHostException(host);
        });

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> addresses.check("https://nowhere.example/"))
                .matches(each -> each.code().equals("host-unknown"));
    }
}
