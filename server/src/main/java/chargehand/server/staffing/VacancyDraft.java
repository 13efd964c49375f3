package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.fit.Demand;
import chargehand.engine.staffing.fit.Fit;
import chargehand.engine.staffing.fit.Qualification;
import chargehand.engine.staffing.profile.Criterion;
import chargehand.engine.staffing.profile.CriterionWords;
import chargehand.engine.staffing.profile.Profile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a vacancy from an assessment: what the work is, and what the kind of manager must and should bring, in
/// Markdown, for people to go on with.
final class VacancyDraft {
    private static final Qualification NOTHING =
            new Qualification(Set.of(), Set.of(), List.of(), List.of(), null, Map.of());

    private final VacancyWords words;
    private final AssessmentView result;
    private final Kind kind;
    private final String company;
    private final @Nullable Profile own;
    private final CriterionWords sentences;

    /// @param own what the company has written that the kind needs; null as long as it has not
    VacancyDraft(
            VacancyWords words,
            AssessmentView result,
            Kind kind,
            String company,
            @Nullable Profile own,
            Locale language) {
        this.own = own;
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

    /// Of the criteria of the kind, which somebody of whom nothing is known misses all.
    private List<String> criteria(boolean must) {
        var values = Map.of(
                "seniority", words.say("you." + result.seniority()),
                "knowledge", words.say("knowledge." + result.knowledge()));
        var items = new ArrayList<String>();
        if (own != null) {
            for (Criterion each : own.criteria()) if (each.must() == must) items.add(sentences.sentence(each));
            if (must && kind.isTechnical()) items.add(words.say("must.knowledge", values));
            return items;
        }
        for (Demand each : Fit.of(NOTHING, kind, LocalDate.EPOCH).missing())
            if (each.must() == must) items.add(words.say((must ? "must." : "should.") + each.code(), values));
        if (must && kind.isTechnical()) items.add(words.say("must.knowledge", values));
        if (must) items.add(words.say("must.skills"));
        return items;
    }
}
