/// Readers, writers and drawings of plans: what comes in from other programs and what goes out to them.
///
/// Owns every file format. May use the engine; knows no Spring and no database. Untrusted files are read in a child
/// process.
@NullMarked
package chargehand.files;

import org.jspecify.annotations.NullMarked;
