/// Kills the server and its PostgreSQL while somebody writes, and looks whether anything that was confirmed is gone.
/// Knows the server only by its command and its API.
@NullMarked
package chargehand.bench.kills;

import org.jspecify.annotations.NullMarked;
