/// The text of CVs, out of PDF, DOCX, plain text, RTF, HTML, JSON Resume and Europass, read in a process of its own.
@NullMarked
package chargehand.files.cv;

import org.jspecify.annotations.NullMarked;
