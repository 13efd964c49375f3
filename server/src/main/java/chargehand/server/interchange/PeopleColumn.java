package chargehand.server.interchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns of a table of people, by their headings in English and German.
enum PeopleColumn {
    NAME("name", "person", "mitarbeiter", "mitarbeiterin"),
    EMAIL("email", "e-mail", "mail", "adresse"),
    SITE("site", "office", "location", "standort", "büro"),
    SKILLS("skills", "skill", "kenntnisse", "fähigkeiten", "kompetenzen"),
    WEEK("week", "working week", "hours", "woche", "arbeitswoche", "arbeitszeit", "arbeitszeiten"),
    UNITS("units", "percent", "capacity", "anteil", "prozent", "pensum", "kapazität"),
    RATE("rate", "hourly rate", "satz", "stundensatz"),
    CURRENCY("currency", "währung"),
    LEAD("lead", "team lead", "manager", "leitung", "teamleitung", "vorgesetzte", "vorgesetzter"),
    ABSENCES("absences", "absence", "away", "leave", "abwesenheiten", "abwesenheit", "urlaub");

    private final List<String> headings;

    PeopleColumn(String... headings) {
        this.headings = List.of(headings);
    }

    String heading() {
        return headings.getFirst();
    }

    static Optional<PeopleColumn> of(String heading) {
        var plain = plain(heading);
        return Arrays.stream(values())
                .filter(each ->
                        each.headings.stream().anyMatch(known -> plain(known).equals(plain)))
                .findFirst();
    }

    private static String plain(String heading) {
        var letters = Normalizer.normalize(heading.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return letters.replaceAll("\\p{M}", "").replaceAll("[\\s_.:-]+", "");
    }
}
