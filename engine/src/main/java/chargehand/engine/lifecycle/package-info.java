/// Until when what is run is mended by its makers: a catalogue of products and versions, and the matching of lines that
/// people and programs write about what they run.
///
/// Rather unmatched than wrong: a date is only given where product and version are certain, and each says its source.
@NullMarked
package chargehand.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
