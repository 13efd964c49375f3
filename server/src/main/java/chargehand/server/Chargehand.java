package chargehand.server;

import chargehand.server.demo.DemoClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The server: a modular monolith whose modules are the packages beneath this one.
@SpringBootApplication
@EnableAsync
@EnableScheduling
public class Chargehand {
    /// For the build alone, which finds out by it which beans there are. [Commands] is what people start.
    static void main(String[] arguments) {
        SpringApplication.run(Chargehand.class, arguments);
    }

    /// The one clock that everybody reads; `chargehand.clock` stops it at an instant, for tests and pictures. In a demo
    /// it runs apart from real time.
    @Bean
    Clock clock(@Value("${chargehand.clock:#{null}}") @Nullable String stoppedAt) {
        return stoppedAt == null
                ? new DemoClock(Clock.systemUTC())
                : Clock.fixed(Instant.parse(stoppedAt), ZoneOffset.UTC);
    }
}
