package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to ask somebody, the same of everybody for the same vacancy but for what their CV leaves open; and what came of
/// it, as evidence.
@Schema(name = "Interview")
record Interview(List<Question> questions, List<Reference> references) {
    /// The four skills that the text of a CV can only point at.
    static final List<String> SKILLS = List.of("communication", "organisation", "punctuality", "leadingATeam");

    /// Criteria by which profiles look for signs of them.
    private static final Set<String> SIGNS = Set.of("communication", "organisation", "punctuality", "team");

    /// @param id stable: `criterion.budget`, `skill.communication`
    /// @param why `unclear` or `notFound` in the CV; `skill` for one of the four
    /// @param sentence of the criterion; absent for a skill
    /// @param line of the CV that leaves it open
    /// @param notes the first first
    @Schema(name = "InterviewQuestion")
    record Question(
            String id, String why, @Nullable String sentence, CvChecked.@Nullable Line line, List<Note> notes) {}

    /// @param finding `met`, `notMet` or `unclear`, by whoever asked
    @Schema(name = "InterviewNote")
    record Note(String question, String finding, String note, StoredAssessment.Author author, Instant at) {}

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
        for (var skill : SKILLS) questions.add(question("skill." + skill, "skill", null, null, notes));
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
        return new Question(
                id,
                why,
                sentence,
                line,
                notes.stream().filter(each -> each.question().equals(id)).toList());
    }
}
