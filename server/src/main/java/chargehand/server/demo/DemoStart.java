package chargehand.server.demo;

import chargehand.server.identity.Companies;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Lays the demo out at the first start with `--demo` on an empty database, before anybody can reach the server;
/// sets the clock at every start of a database that holds one.
@Component
class DemoStart implements SmartLifecycle {
    /// Before the web server.
    private static final int PHASE = 0;

    private final LayingOut layingOut;
    private final Companies companies;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean wanted;
    private final @Nullable String password;
    private final @Nullable Path data;
    private volatile boolean running;

    DemoStart(
            LayingOut layingOut,
            Companies companies,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            @Value("${chargehand.demo:false}") boolean wanted,
            @Value("${chargehand.demo.password:#{null}}") @Nullable String password,
            @Value("${chargehand.data:#{null}}") @Nullable Path data) {
        this.layingOut = layingOut;
        this.companies = companies;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.wanted = wanted;
        this.password = password;
        this.data = data;
    }

    @Override
    public void start() {
        running = true;
        setClock();
        if (wanted && !companies.isSetUp()) transaction.executeWithoutResult(status -> layOut());
    }

    private void setClock() {
        jdbc.sql("select seconds from demo.clock")
                .query(Long.class)
                .optional()
                .ifPresent(seconds -> standApart(Duration.ofSeconds(seconds)));
    }

    private void standApart(Duration distance) {
        if (clock instanceof DemoClock demo) demo.standApart(distance);
    }

    private void layOut() {
        var world = World.read(json);
        var zone = world.company().zone();
        var monday = monday(zone, clock.instant());
        var morning = monday.atTime(world.company().today().toLocalTime()).atZone(zone);
        if (clock instanceof DemoClock) {
            var distance = Duration.between(clock.instant(), morning.toInstant());
            jdbc.sql("insert into demo.clock (seconds) values (:seconds)")
                    .param("seconds", distance.toSeconds())
                    .update();
            standApart(Duration.ofSeconds(distance.toSeconds()));
        }
        var signIns = new FirstSignIns(password);
        layingOut.layOut(world, monday, signIns);
        if (data != null) signIns.write(data, json);
    }

    static LocalDate monday(ZoneId zone, Instant now) {
        return LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
