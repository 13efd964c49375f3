package chargehand.files.own;

import chargehand.engine.staffing.assessment.Answer;
import chargehand.engine.staffing.assessment.Answers;
import chargehand.engine.staffing.assessment.Question;
import chargehand.engine.staffing.assessment.Rules;
import chargehand.files.UnreadableFile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers to an assessment as JSON, as `docs/contracts/answers-file.schema.json` says.
public final class JsonAnswers {
    private static final Set<String> KEYS = Set.of("$schema", "name", "answers");
    private static final Set<String> ANSWER_KEYS = Set.of("answer", "because");
    private static final String UNKNOWN = "unknown";

    private JsonAnswers() {}

    /// @param name of the project or idea, if the file says one
    public record AnswerFile(@Nullable String name, Answers answers) {}

    /// Strict: every question has an answer, which may be `unknown`, and nothing else stands there.
    public static AnswerFile read(byte[] bytes) throws UnreadableFile {
        var file = JsonTree.parse(FileText.of(bytes)).onlyWith(KEYS);
        var answers = file.need("answers");
        answers.onlyWith(Arrays.stream(Question.values()).map(Question::code).collect(Collectors.toSet()));
        var read = new EnumMap<Question, Answer>(Question.class);
        for (var question : Question.values()) {
            var answer = answers.get(question.code());
            if (answer != null) read.put(question, answer(question, answer));
        }
        checkComplete(answers, read);
        return new AnswerFile(file.optional("name", Json::notBlank), new Answers(read));
    }

    private static Answer answer(Question question, Json json) throws UnreadableFile {
        if (!json.isObject()) return answer(question, json, null);
        json.onlyWith(ANSWER_KEYS);
        return answer(question, json.need("answer"), json.optional("because", Json::notBlank));
    }

    private static Answer answer(Question question, Json json, @Nullable String because) throws UnreadableFile {
        var text = json.isWhole() ? json.id() : json.text();
        if (text.equals(UNKNOWN)) return Rules.assumed(question);
        var level = question.level(text);
        if (level.isPresent()) return new Answer(level.getAsInt(), Answer.Source.ASKED, because);
        throw json.refusal(
                "bad-value",
                "“%s” is no answer to this question".formatted(Quoted.shortened(text)),
                "Write one of %s, or %s.".formatted(String.join(", ", question.levels()), UNKNOWN));
    }

    private static void checkComplete(Json answers, Map<Question, Answer> read) throws UnreadableFile {
        var missing = Answers.missing(read);
        if (missing.isEmpty()) return;
        var names = missing.stream().map(Question::code).collect(Collectors.joining(", "));
        throw answers.refusal(
                "answers-incomplete",
                missing.size() == 1
                        ? "the answer to %s is missing".formatted(names)
                        : "the answers to %s are missing".formatted(names),
                "Answer them; what nobody knows yet is \"%s\".".formatted(UNKNOWN));
    }
}
