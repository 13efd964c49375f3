package chargehand.server.delivery;

import static chargehand.server.delivery.OfferDates.day;

import chargehand.server.delivery.Offer.OfferedDate;
import chargehand.server.delivery.Offer.Terms;
import chargehand.server.outbox.LetterWords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes an offer down as the text that is signed: whole sentences, nothing that stands elsewhere.
final class OfferText {
    private final LetterWords words;
    private final Locale language;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();

    private OfferText(String language, ZoneId zone) {
        words = LetterWords.in(language);
        this.language = language.equals("de") ? Locale.GERMANY : Locale.UK;
        this.zone = zone;
    }

    /// @param company that offers it
    /// @param change its number, and `offer` that of the offer
    record Head(String company, String project, int change, int offer, String by) {}

    static Offer.Text of(String language, Head head, Terms terms) {
        var text = new OfferText(language, ZoneId.of(terms.zone())).written(head, terms);
        return new Offer.Text(text, hash(text));
    }

    private String written(Head head, Terms terms) {
        line(words.say("offer.head", "number", head.change(), "project", head.project(), "title", terms.title()));
        line(words.say(
                "offer.made",
                "number",
                head.offer(),
                "company",
                head.company(),
                "name",
                head.by(),
                "day",
                at(terms.asOf())));
        line("");
        line(terms.what());
        line("");
        dates(terms);
        line("");
        line(price(terms.price()));
        line("");
        line(words.say("offer.means"));
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String at(Instant at) {
        return words.day(day(at, zone));
    }

    /// A line each.
    private void dates(Terms terms) {
        line(words.say("offer.dates"));
        for (var each : terms.dates())
            line("– " + (each.task() == null ? project(each) : String.join(" ", promise(each))));
    }

    private String project(OfferedDate date) {
        var likely = at(date.likely());
        var was = at(Objects.requireNonNull(date.likelyWas()));
        return likely.equals(was)
                ? words.say("offer.project.same", "day", likely)
                : words.say("offer.project", "day", likely, "was", was);
    }

    private List<String> promise(OfferedDate date) {
        var said = new ArrayList<String>();
        var by = at(Objects.requireNonNull(date.by()));
        var whom = date.promisedTo() == null ? "" : date.promisedTo();
        said.add(words.say(
                whom.isEmpty() ? "offer.promise" : "offer.promise.to", "name", date.name(), "day", by, "whom", whom));
        if (date.byWas() == null) said.add(words.say("offer.promise.new"));
        else if (!at(date.byWas()).equals(by)) said.add(words.say("offer.promise.moved", "was", at(date.byWas())));
        said.add(words.say("offer.promise.likely", "day", at(date.likely()), "chance", percent(date.chance())));
        if (date.likelyWas() == null) return said;
        boolean same = at(date.likely()).equals(at(date.likelyWas()))
                && percent(date.chance()).equals(percent(date.chanceWas()));
        said.add(
                same
                        ? words.say("offer.promise.same")
                        : words.say(
                                "offer.promise.was", "day", at(date.likelyWas()), "chance", percent(date.chanceWas())));
        return said;
    }

    private static String percent(@Nullable Double chance) {
        return chance == null ? "–" : String.valueOf(Math.round(chance * 100));
    }

    private String price(@Nullable Price price) {
        if (price == null) return words.say("offer.price.none");
        var amount = Price.shown(price.amount(), language);
        if (price.minutes() == null || price.rate() == null) return words.say("offer.price", "amount", amount);
        return words.say(
                "offer.price.hours",
                "amount",
                amount,
                "hours",
                hours(price.minutes()),
                "rate",
                Price.shown(price.rate(), language));
    }

    private String hours(int minutes) {
        return String.format(language, minutes % 60 == 0 ? "%,.0f" : "%,.2f", minutes / 60.0);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
