package chargehand.server.outbox;

import chargehand.server.shared.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The words of letters in one language.
public final class LetterWords {
    private static final Map<String, LetterWords> KNOWN = new ConcurrentHashMap<>();

    private final Properties words = new Properties();
    private final DateTimeFormatter day;
    private final Locale locale;

    private LetterWords(String language) {
        boolean german = language.equals("de");
        locale = german ? Locale.GERMANY : Locale.UK;
        day = german
                ? DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu", Locale.GERMANY)
                : DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
        var file = german ? "letters_de.properties" : "letters_en.properties";
        try (var in = Objects.requireNonNull(LetterWords.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static LetterWords in(String language) {
        return KNOWN.computeIfAbsent(language.equals("de") ? "de" : "en", LetterWords::new);
    }

    /// @param values name, value, name, value: each stands where the words have its name in braces
    public String say(String key, Object... values) {
        var said = words.getProperty(key);
        if (said == null) throw new IllegalArgumentException("There are no words for %s.".formatted(key));
        for (int i = 0; i < values.length; i += 2)
            said = said.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        return said;
    }

    /// With the day of the week.
    public String day(LocalDate date) {
        return day.format(date);
    }

    /// As people write it, without the minor units where there are none.
    public String money(Money amount) {
        var currency = Currency.getInstance(amount.currency());
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        var whole =
                BigDecimal.valueOf(amount.minor(), digits).stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : digits);
        format.setMaximumFractionDigits(whole ? 0 : digits);
        return format.format(BigDecimal.valueOf(amount.minor(), digits));
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }
}
