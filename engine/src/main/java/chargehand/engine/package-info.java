/// The thinking: a plan goes in, a calendar comes out, with its bound, its chances and its reasons.
///
/// Plain Java: no Spring, no SQL, no network, no clock, and no randomness but a seed. The packages stand in the order
/// in which thought flows: `time`, `plan`, `network`, `levelling`, `forecast`, `explain`. The public ways in are
/// [chargehand.engine.levelling.Scheduler], [chargehand.engine.levelling.Rescheduler],
/// [chargehand.engine.forecast.Forecaster] and [chargehand.engine.explain.Explainer].
@NullMarked
package chargehand.engine;

import org.jspecify.annotations.NullMarked;
