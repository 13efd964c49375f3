package chargehand.cli;

import chargehand.engine.staffing.assessment.Answer;
import chargehand.engine.staffing.assessment.Answers;
import chargehand.engine.staffing.assessment.AssessmentWords;
import chargehand.engine.staffing.assessment.Heading;
import chargehand.engine.staffing.assessment.Question;
import chargehand.engine.staffing.assessment.Rules;
import chargehand.files.UnreadableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks all questions in the terminal, one after the other.
final class Asking {
    private final BufferedReader in;
    private final PrintStream out;

    Asking(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    /// @throws UnreadableFile if what is typed ends before the last question
    Answers answers() throws UnreadableFile, IOException {
        introduce();
        var given = new EnumMap<Question, Answer>(Question.class);
        var all = Question.values();
        for (int at = 0; at < all.length; ) at += answer(all[at], at, given);
        out.println();
        return new Answers(given);
    }

    private void introduce() {
        out.println(
                "Which manager does the project need? %d questions, two minutes.".formatted(Question.values().length));
        out.println();
        for (var line : Wrapped.lines(AssessmentWords.difference(), 92)) out.println(line);
        out.println();
        out.println("Answer with a number. Enter, or ?, means that nobody knows yet: something in the middle is");
        out.println("assumed, and marked. b goes back.");
    }

    /// How many questions it goes on: one, none to ask again, or one back.
    private int answer(Question question, int at, Map<Question, Answer> given) throws UnreadableFile, IOException {
        ask(question, at);
        while (true) {
            out.print("  > ");
            out.flush();
            var typed = in.readLine();
            if (typed == null) throw ended(at);
            if (typed.strip().equalsIgnoreCase("b")) return at == 0 ? 0 : -1;
            var answer = understood(question, typed.strip());
            if (answer != null) {
                given.put(question, answer);
                return 1;
            }
            out.println("  A number from 1 to %d, please, Enter if nobody knows, b to go back."
                    .formatted(question.levels().size()));
        }
    }

    private void ask(Question question, int at) {
        out.println();
        if (at == 0 || Question.values()[at - 1].heading() != question.heading()) heading(question.heading());
        out.println("%2d  %s".formatted(at + 1, AssessmentWords.question(question)));
        for (int level = 1; level <= question.levels().size(); level++)
            out.println("      %d  %s".formatted(level, AssessmentWords.level(question, level)));
        var assumed = Rules.assumed(question);
        out.println("      ?  Nobody knows yet: %d is assumed.".formatted(assumed.level()));
    }

    private void heading(Heading heading) {
        out.println("— %s —".formatted(AssessmentWords.heading(heading)));
        out.println();
    }

    private static @Nullable Answer understood(Question question, String typed) {
        if (typed.isEmpty() || typed.equals("?")) return Rules.assumed(question);
        var level = question.level(typed);
        return level.isPresent() ? Answer.asked(level.getAsInt()) : null;
    }

    private static UnreadableFile ended(int at) {
        return new UnreadableFile(
                "answers-incomplete",
                "What was typed ended at question %d of %d.".formatted(at + 1, Question.values().length),
                "Answer them all; Enter stands for what nobody knows.");
    }
}
