/// What a project asks of its manager, as profiles that people write and change, and whether a CV says so.
@NullMarked
package chargehand.engine.staffing.profile;

import org.jspecify.annotations.NullMarked;
