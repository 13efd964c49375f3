package chargehand.server.assets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a column of a table can be, with the headings that mean it: our own, German ones, and those of the exports of
/// NetBox and GLPI.
enum AssetColumn {
    name("name", "nom", "asset", "hostname", "bezeichnung", "gerät", "anlage"),
    kind("kind", "role", "device role", "type", "art", "typ", "category", "kategorie"),
    line(
            "line",
            "product",
            "what",
            "platform",
            "software",
            "produkt",
            "was",
            "operating system - name",
            "operating system",
            "système d'exploitation - nom",
            "betriebssystem",
            "os"),
    version("version", "operating system - version", "système d'exploitation - version", "os version", "release"),
    model("device type", "device_type", "model", "modell", "modèle"),
    serial("serial", "serial number", "numéro de série", "seriennummer", "s/n"),
    site("site", "location", "standort", "lieu", "ort"),
    owner("owner", "tenant", "user", "technician in charge", "verantwortlich", "besitzer", "utilisateur"),
    bought("bought", "purchase date", "date of purchase", "gekauft", "kaufdatum", "date d'achat"),
    warranty("warranty", "warranty until", "warranty expiration date", "garantie", "garantie bis"),
    life("life", "expected life", "expected life until", "lebensdauer bis", "end of life", "nutzung bis"),
    leadDays("lead days", "lead_days", "lead", "vorlauf", "vorlauf tage"),
    cost("cost", "replacement cost", "value", "kosten", "wert", "preis"),
    currency("currency", "währung"),
    runsOn("runs on", "runs_on", "läuft auf", "virtual chassis", "cluster host"),
    dependsOn("depends on", "depends_on", "braucht", "hängt ab von"),
    backedUpBy("backed up by", "backed_up_by", "gesichert durch");

    private final List<String> headings;

    AssetColumn(String... headings) {
        this.headings = List.of(headings);
    }

    static Optional<AssetColumn> headed(String heading) {
        var plain = heading.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(each -> each.headings.contains(plain)).findFirst();
    }
}
