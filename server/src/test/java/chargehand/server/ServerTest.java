package chargehand.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/// The whole server on an empty database of its own, with a clock that stands still.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "chargehand.clock=2027-02-01T08:00:00Z")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnTestDatabase.class)
public @interface ServerTest {}
