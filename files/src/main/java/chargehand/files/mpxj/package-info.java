/// The border to MPXJ, the library that knows the formats of Microsoft Project, Primavera and GanttProject:
/// what comes in from them, in a process of its own, and what goes out as MSPDI. No other package knows
/// MPXJ's types.
@NullMarked
package chargehand.files.mpxj;

import org.jspecify.annotations.NullMarked;
