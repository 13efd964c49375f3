/// What a CV says that a project manager is asked for: certificates, degrees, years in a field, budgets, hardware.
///
/// Rules written by people, without chance or score; every finding names the line that says so. Whose CV it is
/// plays no part: name, age, gender, family, nationality and address are never looked at, and gaps are not judged.
@NullMarked
package chargehand.engine.staffing.cv;

import org.jspecify.annotations.NullMarked;
