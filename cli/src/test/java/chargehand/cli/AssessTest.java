package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `assess`: from a file of answers, or by asking.
class AssessTest {
    private static final Path EXAMPLES = Command.ROOT.resolve("examples/assessments");
    private static final Path SOFTWARE = EXAMPLES.resolve("technical-software.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "project-manager, projectManager, a project manager",
        "technical-software, technicalSoftware, a technical project manager for software",
        "technical-infrastructure, technicalInfrastructure, a technical project manager for infrastructure",
        "close-call, closeCall, either: it is a close call"
    })
    void hasAnExampleOfEveryOutcome(String example, String answer, String words) throws IOException {
        var file = EXAMPLES.resolve(example + ".json");

        var json = Command.run("assess", file, "--json").planned();
        var text = Command.run("assess", file).planned();

        assertEquals(List.of(), faults("answers-file", Files.readString(file)));
        assertEquals(List.of(), faults("assessment", json.out()));
        assertEquals(answer, json.json().get("answer").asString());
        assertTrue(text.out().contains("needs\n  " + words), text.out());
        assertTrue(text.out().contains("What would change this"), text.out());
        assertTrue(text.out().contains("assumed by rules"), text.out());
    }

    @Test
    void hasTheKeysOfTheContractInTheirOrder() {
        var assessment = Command.run("assess", SOFTWARE, "--json").planned().json();

        assertEquals(
                "name answer basis reason track seniority band knowledge lean decides complexity scope focus sides"
                        + " steady changes options assumed rules",
                String.join(" ", assessment.propertyNames()));
        assertEquals(
                "id name points answer sentence source assumed model",
                String.join(" ", assessment.at("/complexity/factors/0").propertyNames()));
        assertEquals(
                "kind cost dayRate leadTimeDays leadTime source cases assumed",
                String.join(" ", assessment.at("/options/0").propertyNames()));
    }

    @Test
    void restsOnTheSentenceOfTheFile() {
        var technology =
                Command.run("assess", SOFTWARE, "--json").planned().json().at("/focus/factors/0");

        assertEquals("technology", technology.get("id").asString());
        assertTrue(technology.get("sentence").asString().startsWith("Consent records"), technology::toString);
    }

    @Test
    void asksEveryQuestionAndAssumesWhereNobodyKnows() throws IOException {
        var typed = "\n".repeat(11) + "4\nC\n?\n4\nnonsense\n2\n".replace("C", "3");

        var command = Command.typing(typed, List.of("assess"));
        var json = Command.typing(typed, List.of("assess", "--json"));

        assertEquals(ExitCode.PLANNED, command.code(), command.err());
        assertEquals("", command.err());
        assertTrue(command.out().contains("16 questions, two minutes"), command.out());
        assertTrue(command.out().contains("A technical project manager does all of that"), command.out());
        assertTrue(command.out().contains("A number from 1 to 2, please"), command.out());
        assertTrue(command.out().contains("12 answers are assumed."), command.out());
        assertTrue(command.out().contains("a technical project manager for infrastructure"), command.out());
        assertEquals(List.of(), faults("assessment", json.out()));
        assertTrue(json.err().contains("How new is the technology?"), json.err());
    }

    @Test
    void goesBackToCorrectAnAnswer() {
        var command = Command.typing("4\nb\n1\n" + "\n".repeat(15), List.of("assess", "--json"));

        assertEquals(1, command.json().at("/complexity/factors/0/points").asInt());
    }

    @Test
    void refusesWhenTypingEndsEarly() {
        var command = Command.typing("1\n2\n", List.of("assess", "--json"));

        assertEquals(ExitCode.UNREADABLE_INPUT, command.code());
        assertEquals("", command.out());
        assertTrue(command.err().contains("ended at question 3 of 16"), command.err());
        assertTrue(command.err().contains("[answers-incomplete]"), command.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                              | "answers" is missing              | missing-key
            {"answers": {}}                                 | the answers to stability, discipl | answers-incomplete
            {"answers": {"colour": 1}}                      | At answers.colour                 | unknown-key
            {"answers": {"stability": "sometimes"}}         | Write one of veryHigh, high       | bad-value
            {"answers": {"field": 3}}                       | software, infrastructure, or unkn | bad-value
            {"answers": {"stability": true}}                | this must be a text               | wrong-type
            {"answers": {"stability": {"because": "it"}}}   | "answer" is missing               | missing-key
            [1]                                             | this must be an object            | wrong-type
            no json                                         | The file is no JSON               | file-malformed
            """)
    void refusesAnswersThatAreIncompleteOrWrong(String text, String sentence, String code) throws IOException {
        var command = Command.run("assess", Files.writeString(folder.resolve("answers.json"), text));

        assertEquals(ExitCode.UNREADABLE_INPUT, command.code());
        assertTrue(command.refusal().contains(sentence), command.err());
        assertTrue(command.err().contains("[" + code + "]"), command.err());
    }

    @Test
    void refusesAFileThatIsNotThereOrTooLarge() throws IOException {
        var large = Files.write(folder.resolve("large.json"), new byte[2 * 1024 * 1024]);

        assertTrue(Command.run("assess", folder.resolve("none.json")).refusal().contains("[file-missing]"));
        assertTrue(Command.run("assess", large).refusal().contains("[file-too-large]"));
        assertTrue(Command.run("assess", folder).refusal().contains("[file-is-directory]"));
    }

    @Test
    void readsNumbersAndUnknownAsWell() throws IOException {
        var answers = Files.readString(SOFTWARE).replace("\"moderate\"", "3").replace("\"upTo100\"", "\"unknown\"");

        var json = Command.run("assess", Files.writeString(folder.resolve("answers.json"), answers), "--json")
                .planned()
                .json();

        assertEquals("assumed", json.at("/scope/factors/0/source").asString());
        assertEquals(1, json.get("assumed").asInt());
        assertFalse(json.at("/complexity/factors/0/assumed").asBoolean());
    }

    private static List<String> faults(String contract, String json) throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Command.ROOT.resolve("docs/contracts/%s.schema.json".formatted(contract))));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
