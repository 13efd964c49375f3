/// One page of words for people who decide, and that page in a company's own template.
@NullMarked
package chargehand.files.report;

import org.jspecify.annotations.NullMarked;
