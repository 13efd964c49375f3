package chargehand.postgres;

import java.time.Instant;
import java.util.List;

/// What a backup says about itself, as `manifest.json` in it.
///
/// @param format of the file; an older program reads none that is higher than its own
/// @param program the version that made it
/// @param madeAt the moment that it shows
/// @param postgresql the version of the database that it came from
record BackupManifest(
        int format,
        String program,
        Instant madeAt,
        String postgresql,
        List<Structure.Step> steps,
        List<Table> tables,
        List<Sequence> sequences) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    /// @param sha256 of the rows as PostgreSQL copies them, in hexadecimal digits
    record Table(String schema, String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "data/%s.%s.tsv".formatted(schema, name);
        }

        String quoted() {
            return quote(schema) + "." + quote(name);
        }

        String quotedColumns() {
            return String.join(", ", columns.stream().map(BackupManifest::quote).toList());
        }
    }

    record Sequence(String schema, String name, long last, boolean used) {
        String quoted() {
            return quote(schema) + "." + quote(name);
        }
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
