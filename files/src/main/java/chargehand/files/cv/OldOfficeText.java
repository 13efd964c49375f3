package chargehand.files.cv;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Containers of Office: a protected DOCX is one, and so are files of Word before 2007.
final class OldOfficeText {
    private OldOfficeText() {}

    static Extracted of(InputStream content) throws IOException {
        try (var container = new POIFSFileSystem(content)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage"))
                return Extracted.without(CvFile.State.ENCRYPTED, "It is protected by a password. Ask for one without.");
            return Extracted.without(
                    CvFile.State.BROKEN,
                    "It is a document of an old version of Office. Save it as DOCX or PDF, or ask for one.");
        }
    }
}
