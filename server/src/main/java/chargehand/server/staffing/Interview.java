package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to ask somebody, the same of everybody for the same vacancy but for what their CV leaves open; and what came of
/// it, as evidence.
@Schema(name = "Interview")
record Interview(List<Question> questions, List<Reference> references) {
    /// The four skills that the text of a CV can only point at.
    static final List<String> SKILLS = List.of("communication", "organisation", "punctuality", "leadingATeam");

    static final String CERTIFICATE = "certificate.";
    static final String SKILL = "skill.";

    /// Criteria by which profiles look for signs of them.
    private static final Set<String> SIGNS = Set.of("communication", "organisation", "punctuality", "team");

    /// @param id stable: `criterion.budget`, `skill.communication`, `certificate.` with its name, `vetting`
    /// @param why `unclear` or `notFound` in the CV; `skill` for one of the four; `certificate` for one that is
    ///     claimed, to be looked up; `vetting` for how somebody from outside was vetted
    /// @param sentence of the criterion, or the name of the certificate; absent for others
    /// @param source where the issuer of a certificate tells of it
    /// @param line of the CV that leaves it open
    /// @param notes the first first
    @Schema(name = "InterviewQuestion")
    record Question(
            String id,
            String why,
            @Nullable String sentence,
            CvChecked.@Nullable Line line,
            @Nullable String source,
            List<Note> notes) {}

    /// @param finding `met`, `notMet` or `unclear`, by whoever asked
    /// @param until when a certificate holds, as its issuer's register says
    @Schema(name = "InterviewNote")
    record Note(
            String question,
            String finding,
            String note,
            @Nullable LocalDate until,
            StoredAssessment.Author author,
            Instant at) {}

    /// @param name of the referee, and `relation` to the applicant
    @Schema(name = "CandidateReference")
    record Reference(String name, String relation, String said, StoredAssessment.Author author, Instant at) {}

    /// @param cv null where none is checked: then there are the four skills alone
    static Interview of(@Nullable CvChecked cv, List<Note> notes, List<Reference> references) {
        var questions = new ArrayList<Question>();
        if (cv != null)
            for (var each : cv.criteria())
                if (isOpen(each) && !isSkill(each))
                    questions.add(
                            question("criterion." + each.id(), each.finding(), each.sentence(), each.line(), notes));
        for (var skill : SKILLS) questions.add(question(SKILL + skill, "skill", null, null, notes));
        if (cv != null)
            for (var each : named(cv.certificates()))
                questions.add(new Question(
                        CERTIFICATE + each.name(),
                        "certificate",
                        each.name(),
                        each.line(),
                        each.source(),
                        of(CERTIFICATE + each.name(), notes)));
        questions.add(question("vetting", "vetting", null, null, notes));
        return new Interview(questions, references);
    }

    /// What is unclear, and what must be there and isn't in the text, which does not mean that it isn't so.
    private static boolean isOpen(CvChecked.Found found) {
        return found.finding().equals("unclear")
                || (found.must() && found.finding().equals("notFound"));
    }

    /// Profiles ask for signs of the skills; the conversation asks for the skills themselves.
    private static boolean isSkill(CvChecked.Found found) {
        return SIGNS.contains(found.id());
    }

    private static Question question(
            String id, String why, @Nullable String sentence, CvChecked.@Nullable Line line, List<Note> notes) {
        return new Question(id, why, sentence, line, null, of(id, notes));
    }

    /// Each once, by where it is named first.
    private static Collection<CvChecked.Claimed> named(List<CvChecked.Claimed> certificates) {
        var byName = new LinkedHashMap<String, CvChecked.Claimed>();
        for (var each : certificates) byName.putIfAbsent(each.name(), each);
        return byName.values();
    }

    private static List<Note> of(String question, List<Note> notes) {
        return notes.stream().filter(each -> each.question().equals(question)).toList();
    }
}
