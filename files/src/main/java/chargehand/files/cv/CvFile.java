package chargehand.files.cv;

import chargehand.engine.staffing.cv.CvText;

/// What came out of a file that should be a CV.
///
/// @param reason one sentence for a person: why there is no text, or what is special about the file; empty if nothing
/// is
/// @param text without lines unless it was read
public record CvFile(State state, String reason, CvText text) {
    public enum State {
        READ,
        /// pages are pictures, in which nobody but a person can read
        PICTURE,
        /// protected by a password
        ENCRYPTED,
        /// damaged, hostile, or of a kind that is not read
        BROKEN,
        /// nothing is in it
        EMPTY
    }

    static CvFile read(String reason, String text) {
        return new CvFile(State.READ, reason, CvText.of(text));
    }

    static CvFile without(State state, String reason) {
        return new CvFile(state, reason, CvText.of(""));
    }
}
