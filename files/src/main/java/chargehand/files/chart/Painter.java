package chargehand.files.chart;

import java.io.IOException;

/// Puts marks on some surface. It knows nothing of plans.
interface Painter {
    void paint(Mark mark) throws IOException;
}
