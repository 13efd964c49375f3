/// What kind of manager a person could be, by what is known of them: both sides, management and field, criterion by
/// criterion, and what is missing.
///
/// It says what is there and what isn't, and gives nobody a score. Source of the criteria: the article's profiles, in
/// `docs/guide/find-people.md`.
@NullMarked
package chargehand.engine.staffing.fit;

import org.jspecify.annotations.NullMarked;
