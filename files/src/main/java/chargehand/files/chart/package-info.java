/// Draws a planned project. One layout says where everything stands, as data; painters for HTML, SVG, PDF and PNG turn
/// it into a file and decide nothing.
@NullMarked
package chargehand.files.chart;

import org.jspecify.annotations.NullMarked;
