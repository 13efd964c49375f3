package chargehand.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole server on an empty database of its own, with a clock that stands still and quick passwords. All tests
/// share it: each makes what it needs, by [TestWorld].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"chargehand.clock=2027-02-01T08:00:00Z", "chargehand.password-strength=4"})
@Import(TestWorld.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnTestDatabase.class)
public @interface ServerTest {}
