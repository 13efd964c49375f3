package chargehand.server;

import chargehand.postgres.DatabaseAccess;
import chargehand.postgres.TestDatabases;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// A migrated database for each application context, copied from one that was migrated once.
class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestDatabases.copyOf("migrated", empty -> migrate(empty, context.getEnvironment()));
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password())
                .applyTo(context);
    }

    private static void migrate(DatabaseAccess database, Environment environment) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations(environment
                        .getRequiredProperty("spring.flyway.locations")
                        .split(","))
                .defaultSchema(environment.getRequiredProperty("spring.flyway.default-schema"))
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
