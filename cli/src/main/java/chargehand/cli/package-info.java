/// The command line: `./chargehand plan FILE` and its help.
///
/// Owns arguments, exit codes, the progress bar and the summary. May use the engine and the file formats.
@NullMarked
package chargehand.cli;

import org.jspecify.annotations.NullMarked;
