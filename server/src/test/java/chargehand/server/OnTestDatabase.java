package chargehand.server;

import chargehand.postgres.TestDatabases;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// A migrated database for each application context, copied from one that was migrated once.
class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = TestDatabases.copyOf("migrated", Migrations::migrate);
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        // Contexts stay until the end of all tests, and share one PostgreSQL with 60 connections.
                        "spring.datasource.hikari.minimum-idle=1",
                        "spring.datasource.hikari.idle-timeout=10000")
                .and(TestMail.settings())
                // By this name alone: the address that it stands for is refused.
                .and("chargehand.hooks.inside=localhost")
                .applyTo(context);
    }
}
