package chargehand.files;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a planned project in one format. Does not close the stream. The bytes depend on nothing but the argument: no
/// clock, no machine's zone or language.
@FunctionalInterface
public interface PlanWriter {
    void write(Planned planned, OutputStream out) throws IOException;
}
