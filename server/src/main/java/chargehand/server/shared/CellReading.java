package chargehand.server.shared;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cells of a table as values; the first that can't be read is kept with its reason.
public final class CellReading {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[ T].*)?");
    private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final int LONGEST = 500;
    private static final BigDecimal MOST = new BigDecimal("1e13");

    private @Nullable String problem;
    private @Nullable String value;

    public @Nullable String problem() {
        return problem;
    }

    public @Nullable String value() {
        return value;
    }

    /// Keeps the first reason alone.
    ///
    /// @param code as programs read it: `bad-date`
    public void refuse(String code, String cell) {
        if (problem != null) return;
        problem = code;
        var seen = Seen.of(cell);
        value = seen.length() > 100 ? seen.substring(0, 100) : seen;
    }

    public @Nullable String text(@Nullable String cell) {
        var text = cell == null ? "" : Seen.of(cell).strip();
        if (text.isEmpty()) return null;
        if (text.length() > LONGEST) refuse("too-long", text);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    public @Nullable LocalDate date(@Nullable String cell) {
        if (cell == null || cell.isBlank()) return null;
        try {
            var iso = ISO.matcher(cell.strip());
            if (iso.matches()) return day(iso.group(1), iso.group(2), iso.group(3));
            var german = GERMAN.matcher(cell.strip());
            if (german.matches()) return day(german.group(3), german.group(2), german.group(1));
        } catch (DateTimeException impossible) {
            // Said below.
        }
        refuse("bad-date", cell.strip());
        return null;
    }

    private static LocalDate day(String year, String month, String day) {
        var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        if (date.getYear() < 1980 || date.getYear() > 2200) throw new DateTimeException("out of bounds");
        return date;
    }

    public @Nullable Integer days(@Nullable String cell) {
        if (cell == null || cell.isBlank()) return null;
        if (cell.strip().matches("\\d{1,4}") && Integer.parseInt(cell.strip()) <= 3650)
            return Integer.valueOf(cell.strip());
        refuse("bad-days", cell.strip());
        return null;
    }

    /// @return the currency in capitals, null if there is none
    public @Nullable String currency(@Nullable String cell) {
        if (cell == null || cell.isBlank()) return null;
        var code = cell.strip().toUpperCase(Locale.ROOT);
        if (digits(code) >= 0) return code;
        refuse("unknown-currency", cell.strip());
        return null;
    }

    private static int digits(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }

    /// In minor units; a number with one comma before one or two last digits has it as decimal point.
    public @Nullable Long money(@Nullable String cell, @Nullable String currency) {
        if (cell == null || cell.isBlank()) return null;
        var text = cell.strip().replaceAll("[\\s'\u00a0]", "");
        text = text.matches("-?[\\d.]*,\\d{1,2}")
                ? text.replace(".", "").replace(',', '.')
                : text.replaceAll(",(?=\\d{3})", "");
        if (currency == null) refuse("no-currency", cell.strip());
        else if (!text.matches("-?\\d{1,13}(\\.\\d{1,4})?")) refuse("bad-money", cell.strip());
        else if (text.startsWith("-")) refuse("negative-money", cell.strip());
        else {
            var minor = new BigDecimal(text).movePointRight(digits(currency)).stripTrailingZeros();
            if (minor.scale() <= 0 && minor.compareTo(MOST) <= 0) return minor.longValueExact();
            refuse("bad-money", cell.strip());
        }
        return null;
    }
}
