/// A search that proves: for projects in which all work by one calendar, it finds the earliest finish and knows that
/// there is no earlier one. It learns from each dead end what can't be together (lazy clause generation, Ohrimenko,
/// Stuckey & Codish 2009; for projects Schutt, Feydy, Stuckey & Wallace 2011).
///
/// Words: a *side* is one end of where a task can start: side `2i` the earliest start of task i, side `2i + 1` minus
/// its latest, so that both only ever rise. A *fact* is a side with a value that it has reached. A *clause* is a list
/// of facts of which one has to come true.
@NullMarked
package chargehand.engine.exact;

import org.jspecify.annotations.NullMarked;
