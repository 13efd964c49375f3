package chargehand.server.forecasting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.engine.plan.TaskId;
import chargehand.engine.time.WorkingTable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Forecasts as they are stored: the newest of each project.
@Repository
public class Forecasts {
    /// Bytes between us and the native compressor, which is called for each write otherwise.
    private static final int BUFFER = 8_192;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Forecasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StoredForecast> find(UUID project) {
        return jdbc.sql("""
                select project, version, as_of, runs, seed, finish, tasks, promises, detail from forecasting.forecast
                where project = :project
                """)
                .param("project", project)
                .query((row, number) -> forecast(row))
                .optional();
    }

    /// Only how the projects end, for lists of them.
    public Map<UUID, Chance> finishes(Collection<UUID> projects) {
        var finishes = new HashMap<UUID, Chance>();
        jdbc.sql("select project, finish from forecasting.forecast where project = any(cast(:ids as uuid[]))")
                .param("ids", projects.toArray(UUID[]::new))
                .query(row -> {
                    finishes.put(row.getObject("project", UUID.class), finish(row));
                });
        return finishes;
    }

    private static Chance finish(ResultSet row) throws SQLException {
        var minutes = (Integer[]) row.getArray("finish").getArray();
        return new Chance(
                WorkingTable.instant(minutes[0]),
                WorkingTable.instant(minutes[1]),
                WorkingTable.instant(minutes[2]),
                WorkingTable.instant(minutes[3]),
                WorkingTable.instant(minutes[4]),
                WorkingTable.instant(minutes[5]));
    }

    private static StoredForecast forecast(ResultSet row) throws SQLException {
        return new StoredForecast(
                row.getObject("project", UUID.class),
                row.getLong("version"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getInt("runs"),
                row.getLong("seed"),
                finish(row),
                unpacked(row.getBytes("tasks")),
                List.of(MAPPER.readValue(row.getString("promises"), StoredForecast.Promise[].class)),
                detail(row.getString("detail")));
    }

    private static @Nullable ForecastDetail detail(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, ForecastDetail.class);
    }

    static Map<TaskId, Chance> unpacked(byte[] bytes) {
        try (var in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), BUFFER))) {
            int count = in.readInt();
            var tasks = new HashMap<TaskId, Chance>(count * 2);
            for (int i = 0; i < count; i++) {
                var id = new TaskId(in.readUTF());
                int first = in.readInt();
                tasks.put(
                        id,
                        new Chance(
                                WorkingTable.instant(first),
                                WorkingTable.instant(first + in.readInt()),
                                WorkingTable.instant(first + in.readInt()),
                                WorkingTable.instant(first + in.readInt()),
                                WorkingTable.instant(first + in.readInt()),
                                WorkingTable.instant(first + in.readInt())));
            }
            return tasks;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static int[] minutes(Chance chance) {
        return new int[] {
            WorkingTable.minute(chance.p2()),
            WorkingTable.minute(chance.p10()),
            WorkingTable.minute(chance.p50()),
            WorkingTable.minute(chance.p80()),
            WorkingTable.minute(chance.p90()),
            WorkingTable.minute(chance.p98())
        };
    }

    static byte[] packed(Map<TaskId, Chance> tasks) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes), BUFFER))) {
            out.writeInt(tasks.size());
            for (var each : tasks.entrySet()) {
                out.writeUTF(each.getKey().value());
                var minutes = minutes(each.getValue());
                out.writeInt(minutes[0]);
                for (int i = 1; i < minutes.length; i++) out.writeInt(minutes[i] - minutes[0]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    void remove(UUID project) {
        jdbc.sql("delete from forecasting.forecast where project = :project")
                .param("project", project)
                .update();
    }

    /// In place of the one before, unless that is of a later version.
    void put(StoredForecast forecast) {
        jdbc.sql("""
                insert into forecasting.forecast (project, version, as_of, runs, seed, finish, tasks, promises, detail)
                values (:project, :version, :asOf, :runs, :seed, cast(:finish as int[]), :tasks,
                    cast(:promises as jsonb), cast(:detail as jsonb))
                on conflict (project) do update set version = excluded.version, as_of = excluded.as_of,
                    runs = excluded.runs, seed = excluded.seed, finish = excluded.finish, tasks = excluded.tasks,
                    promises = excluded.promises, detail = excluded.detail
                where forecasting.forecast.version <= excluded.version
                """)
                .param("project", forecast.project())
                .param("version", forecast.version())
                .param("asOf", forecast.asOf().atOffset(ZoneOffset.UTC))
                .param("runs", forecast.runs())
                .param("seed", forecast.seed())
                .param("finish", minutes(forecast.finish()))
                .param("tasks", packed(forecast.tasks()))
                .param("promises", MAPPER.writeValueAsString(forecast.promises()))
                .param("detail", forecast.detail() == null ? null : MAPPER.writeValueAsString(forecast.detail()))
                .update();
    }
}
