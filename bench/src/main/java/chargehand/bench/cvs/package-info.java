/// Made-up CVs from a described truth, in the layouts that people send, and how right the CV check is on these or on
/// any folder of CVs with a truth file.
@NullMarked
package chargehand.bench.cvs;

import org.jspecify.annotations.NullMarked;
