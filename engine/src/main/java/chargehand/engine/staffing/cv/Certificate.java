package chargehand.engine.staffing.cv;

/// A certificate that a CV speaks of as its person's own.
///
/// @param state what is known of it from the text alone
public record Certificate(CatalogueEntry entry, State state, CvLine line) {
    /// Of these, the text alone gives the first two; the others are a person's, or a signature's, word.
    public enum State {
        CLAIMED,
        /// letters that several issuers share, and none is named
        UNCLEAR,
        VERIFIED,
        FAILED
    }
}
