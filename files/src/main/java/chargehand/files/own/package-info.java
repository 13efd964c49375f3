/// Our own files: plans as JSON and as CSV, both ways, and the calendar as machines read it.
///
/// Owns these formats; `docs/guide` and `docs/contracts` describe them. Knows nothing of other programs'
/// files.
@NullMarked
package chargehand.files.own;

import org.jspecify.annotations.NullMarked;
