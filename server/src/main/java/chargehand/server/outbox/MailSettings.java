package chargehand.server.outbox;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The mail server, as whoever runs this one has set it: `CHARGEHAND_SMTP_URL` with `CHARGEHAND_URL`, or none.
@Component
class MailSettings {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;:\"\\\\]+@[^\\s<>@,;:\"\\\\]+");

    private final @Nullable Smtp smtp;

    MailSettings(@Value("${chargehand.smtp.url:}") String smtp, @Value("${chargehand.url:}") String url) {
        this.smtp = smtp.isBlank() ? null : Smtp.of(smtp.strip(), url.strip());
    }

    boolean isOn() {
        return smtp != null;
    }

    Optional<Smtp> smtp() {
        return Optional.ofNullable(smtp);
    }

    /// @param tls from the first byte on
    /// @param startTls without which nothing is sent
    /// @param from the address that mails come from
    /// @param url under which people reach this server, without a slash at the end
    record Smtp(
            String host,
            int port,
            boolean tls,
            boolean startTls,
            @Nullable String user,
            @Nullable String password,
            String from,
            String url) {
        static Smtp of(String written, String url) {
            URI uri;
            try {
                uri = URI.create(written);
            } catch (IllegalArgumentException unreadable) {
                throw wrong("it is no address");
            }
            var host = uri.getHost();
            boolean tls = "smtps".equals(uri.getScheme());
            if (host == null || !tls && !"smtp".equals(uri.getScheme()))
                throw wrong("it begins with smtp:// or smtps://");
            var from = Objects.requireNonNullElse(parameter(uri, "from"), "");
            if (!ADDRESS.matcher(from).matches()) throw wrong("it says ?from= which address mails come from");
            if (!url.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?"))
                throw new IllegalArgumentException(
                        "CHARGEHAND_SMTP_URL needs CHARGEHAND_URL, the address of this server that links in mails begin "
                                + "with, as https://projects.example.com.");
            var who = uri.getRawUserInfo() == null
                    ? new String[0]
                    : uri.getRawUserInfo().split(":", 2);
            return new Smtp(
                    host,
                    uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587,
                    tls,
                    !tls && !isHere(host),
                    who.length > 0 ? decoded(who[0]) : null,
                    who.length > 1 ? decoded(who[1]) : null,
                    from,
                    url.replaceFirst("/+$", ""));
        }

        private static @Nullable String parameter(URI uri, String name) {
            if (uri.getRawQuery() == null) return null;
            for (var each : uri.getRawQuery().split("&"))
                if (each.startsWith(name + "=")) return decoded(each.substring(name.length() + 1));
            return null;
        }

        private static String decoded(String written) {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        /// Nobody listens in between here and here.
        private static boolean isHere(String host) {
            return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        }

        private static IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(
                    "CHARGEHAND_SMTP_URL: %s, as in smtp://user:password@mail.example.com:587?from=projects@example.com."
                            .formatted(what));
        }

        /// What stands after the @ of every Message-ID.
        String name() {
            return Objects.requireNonNullElse(URI.create(url).getHost(), "chargehand");
        }

        /// Never says the password.
        @Override
        public String toString() {
            return "Smtp[%s:%d]".formatted(host, port);
        }
    }
}
