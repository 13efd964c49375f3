/// Who should run a project: what kind of manager it needs.
@NullMarked
package chargehand.engine.staffing;

import org.jspecify.annotations.NullMarked;
