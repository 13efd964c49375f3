package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.profile.Criterion;
import chargehand.engine.staffing.profile.CriterionWords;
import chargehand.engine.staffing.profile.Profile;
import chargehand.engine.staffing.profile.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes a vacancy from an assessment: what the work is, and what the kind of manager must and should bring, in
/// Markdown, for people to go on with.
final class VacancyDraft {
    private final VacancyWords words;
    private final AssessmentView result;
    private final Kind kind;
    private final String company;
    private final Profile profile;
    private final CriterionWords sentences;

    /// @param profile what the kind needs
    VacancyDraft(
            VacancyWords words, AssessmentView result, Kind kind, String company, Profile profile, Locale language) {
        this.profile = profile;
        this.sentences = CriterionWords.in(language);
        this.words = words;
        this.result = result;
        this.kind = kind;
        this.company = company;
    }

    String title(String about) {
        return words.say("title." + kind.code(), Map.of("title", about));
    }

    String body() {
        var lines = new ArrayList<String>();
        var seniority = words.say("seniority." + result.seniority());
        lines.add(words.say("intro." + kind.code(), Map.of("company", company, "seniority", seniority)));
        list(lines, "heading.work", work());
        list(lines, "heading.must", criteria(true));
        list(lines, "heading.should", criteria(false));
        return String.join("\n", lines) + "\n";
    }

    private void list(List<String> lines, String heading, List<String> items) {
        if (items.isEmpty()) return;
        lines.add("");
        lines.add("## " + words.say(heading));
        lines.add("");
        for (var item : items) lines.add("- " + item);
    }

    private List<String> work() {
        var work = new ArrayList<>(List.of(words.say("work.plan"), words.say("work.people"), words.say("work.answer")));
        if (kind.isTechnical()) work.add(words.say("work." + kind.code()));
        return work;
    }

    /// As the profile says them, but for the four skills, which are asked of everybody.
    private List<String> criteria(boolean must) {
        var items = new ArrayList<String>();
        for (Criterion each : profile.criteria())
            if (each.must() == must && !(each.requirement() instanceof Requirement.Shows)) items.add(sentence(each));
        if (must && kind.isTechnical())
            items.add(words.say("must.knowledge", Map.of("knowledge", words.say("knowledge." + result.knowledge()))));
        if (must) items.add(words.say("must.skills"));
        return items;
    }

    private String sentence(Criterion criterion) {
        var asked = sentences.asked(criterion);
        return Character.toUpperCase(asked.charAt(0)) + asked.substring(1) + ".";
    }
}
