package chargehand.server.outbox;

import chargehand.server.shared.Problem;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where webhooks may point: outside, by https; and inside at hosts that whoever runs the server has named
/// (`CHARGEHAND_HOOKS_INSIDE`).
@Component
class HookAddresses {
    private static final int LONGEST = 2_000;

    private final Set<String> insideHosts;
    private final Resolver resolver;

    @Autowired
    HookAddresses(@Value("${chargehand.hooks.inside:}") String insideHosts) {
        this(insideHosts, InetAddress::getAllByName);
    }

    HookAddresses(String insideHosts, Resolver resolver) {
        this.insideHosts = Arrays.stream(insideHosts.split("[,\\s]+"))
                .filter(each -> !each.isBlank())
                .map(each -> each.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        this.resolver = resolver;
    }

    /// Looks a name up.
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /// An address that may be called, and the machine that it was found to be: this one is called, whatever the name
    /// means a moment later.
    record Checked(URI uri, InetAddress machine) {
        boolean tls() {
            return "https".equals(uri.getScheme());
        }

        String host() {
            return Objects.requireNonNull(uri.getHost());
        }

        /// Without the brackets of version 6.
        String name() {
            return host().replaceAll("[\\[\\]]", "");
        }

        int port() {
            return uri.getPort() > 0 ? uri.getPort() : tls() ? 443 : 80;
        }
    }

    /// The name is looked up once.
    ///
    /// @throws Problem for what is no address, points inside, or has a name that nobody knows
    Checked check(String written) {
        var uri = parsed(written);
        var host = host(uri);
        boolean named = insideHosts.contains(host);
        if (!named && !"https".equals(uri.getScheme()))
            throw Problem.invalid("address", "It begins with https://, so that nobody on the way reads along.");
        var machines = resolved(host);
        if (!named && Arrays.stream(machines).anyMatch(Inside::is)) throw inside(host);
        return new Checked(uri, Inside.bare(machines[0]));
    }

    private static URI parsed(String written) {
        if (written.length() > LONGEST)
            throw Problem.invalid("address", "It has at most %,d characters.".formatted(LONGEST));
        try {
            var uri = new URI(written.strip());
            var host = uri.getHost();
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || host == null || uri.getRawUserInfo() != null || uri.getPort() == 0 || uri.getPort() > 65_535)
                throw unreadable();
            return uri;
        } catch (URISyntaxException none) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.invalid(
                "address", "It is an address as https://chat.example.com/hooks/abc, without a user in it.");
    }

    /// Without the brackets of version 6 and the dot at the end that says the same.
    private static String host(URI uri) {
        var host = Objects.requireNonNull(uri.getHost()).toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) return host.substring(1, host.length() - 1);
        try {
            return IDN.toASCII(host.replaceFirst("\\.$", ""));
        } catch (IllegalArgumentException none) {
            throw unreadable();
        }
    }

    private InetAddress[] resolved(String host) {
        try {
            var found = resolver.resolve(host);
            if (found.length > 0) return found;
        } catch (UnknownHostException nobody) {
            // Said below.
        }
        throw Problem.of(422, "host-unknown", "Nobody knows this host", "The name %s leads nowhere.".formatted(host))
                .hint("Look whether it is written right, and whether this server's own resolver knows it.")
                .with("host", host);
    }

    private static Problem inside(String host) {
        return Problem.of(
                        422,
                        "address-inside",
                        "This address points inside",
                        "%s is this machine or one of its own network, where nobody may send the server."
                                .formatted(host))
                .hint("Whoever runs the server can allow hosts inside by name: CHARGEHAND_HOOKS_INSIDE.")
                .with("host", host);
    }
}
