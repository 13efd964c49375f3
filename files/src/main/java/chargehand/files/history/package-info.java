/// Records of finished work, read row by row from CSV of any origin.
@NullMarked
package chargehand.files.history;

import org.jspecify.annotations.NullMarked;
