package chargehand.server.outbox;

import chargehand.server.outbox.FetchLine.Outcome;
import chargehand.server.shared.Problem;
import org.springframework.stereotype.Service;

/// What is read from addresses that somebody wrote down, by the rules of webhooks: outside and by https, or at a host
/// inside that whoever runs the server has named; the machine that was checked is the one that is asked, and no answer
/// leads anywhere else.
@Service
public class Outside {
    private final HookAddresses addresses;

    Outside(HookAddresses addresses) {
        this.addresses = addresses;
    }

    /// Whether it may be asked.
    ///
    /// @throws Problem for what is no address, points inside, or has a name that nobody knows
    public void check(String address) {
        addresses.check(address);
    }

    /// Takes a minute at most.
    ///
    /// @param most bytes
    /// @throws Problem if it may not be asked, or has no answer (`address-unanswered`)
    public byte[] fetch(String address, int most) {
        var checked = addresses.check(address);
        return switch (FetchLine.get(checked, most)) {
            case Outcome.Got(var body) -> body;
            case Outcome.Refused refused
            when refused.leadsElsewhere() ->
                throw unanswered(checked.host(), "redirected", "It leads elsewhere, which is not followed.");
            case Outcome.Refused(int status) ->
                throw unanswered(checked.host(), "refused", "It answers with %d.".formatted(status));
            case Outcome.Failed(var code) -> throw unanswered(checked.host(), code, sentence(code));
        };
    }

    private static String sentence(String code) {
        return switch (code) {
            case "unreachable" -> "Nobody is there.";
            case "untrusted" -> "Its certificate is not trusted.";
            case "silent" -> "It did not answer in time.";
            case "too-large" -> "The answer is longer than is read.";
            case "unreadable" -> "The answer is none of a web server.";
            default -> "The line broke.";
        };
    }

    private static Problem unanswered(String host, String reason, String sentence) {
        return Problem.of(422, "address-unanswered", "There is no answer from there", host + ": " + sentence)
                .hint("Look at the address with a browser, and write the one at which the answer itself stands.")
                .with("host", host)
                .with("reason", reason)
                .with("sentence", sentence);
    }
}
