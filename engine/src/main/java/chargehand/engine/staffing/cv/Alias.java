package chargehand.engine.staffing.cv;

import java.util.List;

/// One way in which a certificate is written.
///
/// @param words in lower case
/// @param written as it must be written, letter by letter; empty if case plays no part
record Alias(CatalogueEntry entry, Kind kind, List<String> words, String written) {
    enum Kind {
        /// the full name, or letters that mean nothing else
        CERTAIN,
        /// letters that several issuers share
        SHARED,
        /// letters that mean something else elsewhere
        AMONG_CERTIFICATES,
        /// a role or a method as well
        NEEDS_CERTIFIED
    }
}
