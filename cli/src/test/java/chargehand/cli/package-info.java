/// Tests of the command line, as somebody types it: what it prints, what it writes, how it ends.
@NullMarked
package chargehand.cli;

import org.jspecify.annotations.NullMarked;
