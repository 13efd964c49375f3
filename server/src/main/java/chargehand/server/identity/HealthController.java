package chargehand.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Health", description = "Whether the server can work.")
class HealthController {
    private final JdbcClient jdbc;

    HealthController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param status up; where the database is away the answer is a 503
    record Health(String status) {}

    @GetMapping("/api/health")
    @Open
    @Operation(operationId = "getHealth", summary = "Whether the server and its database can work")
    Health health() {
        jdbc.sql("select 1").query(Integer.class).single();
        return new Health("up");
    }
}
