package chargehand.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What PostgreSQL's catalogue says about the tables of some schemas.
final class Catalog {
    private final Connection connection;
    private final String[] schemas;

    Catalog(Connection connection, List<String> schemas) {
        this.connection = connection;
        this.schemas = schemas.toArray(String[]::new);
    }

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// By name; without columns that PostgreSQL computes.
    List<BackupManifest.Table> tables() throws SQLException {
        return list("""
                select n.nspname, c.relname, coalesce(array_agg(a.attname order by a.attnum)
                    filter (where a.attname is not null), '{}')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and a.attgenerated = ''
                where c.relkind = 'r' and n.nspname = any (?)
                group by 1, 2 order by 1, 2""", row -> new BackupManifest.Table(row.getString(1), row.getString(2), strings(row), 0, ""));
    }

    private static List<String> strings(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray(3).getArray());
    }

    List<BackupManifest.Sequence> sequences() throws SQLException {
        return list(
                """
                select schemaname, sequencename, coalesce(last_value, start_value), last_value is not null
                from pg_sequences where schemaname = any (?) order by 1, 2""",
                row -> new BackupManifest.Sequence(
                        row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
    }

    /// References between tables, as the commands that drop them and that make them again.
    List<Reference> references() throws SQLException {
        return list("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                    format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                        pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                where contype = 'f' and conparentid = 0 and n.nspname = any (?) order by 1""", row -> new Reference(row.getString(1), row.getString(2)));
    }

    record Reference(String drop, String add) {}

    private <T> List<T> list(String query, Row<T> reading) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", schemas));
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) found.add(reading.read(rows));
                return found;
            }
        }
    }
}
