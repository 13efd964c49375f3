/// What it takes to read strangers' files in a process of their own: the command with its limits, and a folder.
@NullMarked
package chargehand.files.child;

import org.jspecify.annotations.NullMarked;
