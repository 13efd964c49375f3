package chargehand.server.people;

import chargehand.server.shared.Problem;
import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Public holidays by country and region, from tables that come with the server: nothing is asked of any network.
@Component
public class Holidays {
    /// Of countries alone: the tables have calendars of stock exchanges, too.
    private static final Set<String> CODES = HolidayManager.getSupportedCalendarCodes().stream()
            .filter(each -> each.length() == 2)
            .map(each -> each.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<OfYear, NavigableSet<LocalDate>> dates = new ConcurrentHashMap<>();

    private record OfYear(String country, @Nullable String region, int year) {}

    /// The dates of whole years, ordered; cheap to ask for again.
    ///
    /// @param country as ISO 3166 has it: "DE"
    /// @param region as "BY", or null for those of the whole country
    NavigableSet<LocalDate> dates(String country, @Nullable String region, int firstYear, int lastYear) {
        var all = new TreeSet<LocalDate>();
        // A company may be where no table knows the holidays; shutdowns then say them.
        if (!CODES.contains(country.toUpperCase(Locale.ROOT))) return all;
        for (int year = firstYear; year <= lastYear; year++)
            all.addAll(dates.computeIfAbsent(new OfYear(country, region, year), Holidays::datesOfYear));
        return all;
    }

    private static NavigableSet<LocalDate> datesOfYear(OfYear asked) {
        var dates = new TreeSet<LocalDate>();
        for (var each : holidays(asked.country(), asked.region(), asked.year())) dates.add(each.getDate());
        return dates;
    }

    /// Those of a year by date, with their names.
    ///
    /// @throws Problem if the country or region is not known
    public List<Holiday> of(String country, @Nullable String region, int year, Locale language) {
        check(country, region);
        var all = new ArrayList<Holiday>();
        for (var each : holidays(country, region, year))
            all.add(new Holiday(each.getDate(), each.getDescription(language)));
        all.sort((one, other) -> one.date().compareTo(other.date()));
        return all;
    }

    /// @throws Problem if the country or region is not known
    public void check(String country, @Nullable String region) {
        if (!CODES.contains(country.toUpperCase(Locale.ROOT)))
            throw Problem.invalid("country", "The holidays of “%s” are not known.".formatted(country))
                    .hint("Write the two letters of ISO 3166, as DE or GB; days off can be added as shutdowns.");
        if (region != null && !regions(country).containsKey(region.toUpperCase(Locale.ROOT)))
            throw Problem.invalid(
                            "region", "%s has no region “%s” with holidays of its own.".formatted(country, region))
                    .hint("Choose one of %s, or none."
                            .formatted(regions(country).keySet()));
    }

    /// The countries whose holidays are known, by their two letters, with their names.
    public Map<String, String> countries(Locale language) {
        var names = new TreeMap<String, String>();
        for (var code : CODES) names.put(code, Locale.of("", code).getDisplayCountry(language));
        return names;
    }

    /// The regions of a country that have holidays of their own, by their letters, with their names.
    public Map<String, String> regions(String country) {
        var names = new TreeMap<String, String>();
        hierarchy(country)
                .getChildren()
                .forEach((code, region) ->
                        names.put(code.toUpperCase(Locale.ROOT), region.getDescription(Locale.ENGLISH)));
        return names;
    }

    private static CalendarHierarchy hierarchy(String country) {
        return manager(country).getCalendarHierarchy();
    }

    private static List<de.focus_shift.jollyday.core.Holiday> holidays(
            String country, @Nullable String region, int year) {
        var parts = region == null ? new String[0] : new String[] {region.toLowerCase(Locale.ROOT)};
        return List.copyOf(manager(country).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts));
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
