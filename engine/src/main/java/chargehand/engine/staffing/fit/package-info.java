/// What kind of manager a person could be, by what a company's records say of them: both sides, management and field,
/// criterion by criterion of the profiles that people write, and what is missing.
///
/// It says what is there and what isn't, and gives nobody a score. Where the profiles come from stands in
/// `docs/guide/find-people.md`.
@NullMarked
package chargehand.engine.staffing.fit;

import org.jspecify.annotations.NullMarked;
