package chargehand.bench.cvs;

import java.util.List;

/// A CV before it is laid out: sections with their entries.
///
/// @param label of the layout that suits it
public record MadeUpCv(String language, Person person, String headline, List<Part> parts, CvTruth truth) {
    /// A section.
    ///
    /// @param side whether a layout with a narrow column puts it there
    public record Part(String heading, List<Entry> entries, boolean side) {}

    /// Something with a date, or a plain line.
    ///
    /// @param dates empty if there are none
    /// @param titles first what it is, then where
    public record Entry(String dates, List<String> titles, List<String> lines) {
        static Entry line(String text) {
            return new Entry("", List.of(), List.of(text));
        }
    }

    /// The same of somebody else.
    public MadeUpCv of(Person other) {
        return new MadeUpCv(language, other, headline, parts, truth);
    }

    /// What people write above their CV.
    public List<String> head() {
        return List.of(
                person.name(),
                headline,
                person.address(),
                "Born %d · %s · %s".formatted(person.bornIn(), person.gender(), person.nationality()));
    }
}
