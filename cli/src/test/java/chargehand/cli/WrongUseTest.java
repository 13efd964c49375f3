package chargehand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A command line that can't be followed is refused before any work, in one sentence.
class WrongUseTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dream x.json                        | There is no command 'dream'.
            help dream                          | There is no help on 'dream'.
            plan                                | Which file?
            plan --                             | Which file?
            plan a.json b.json                  | One file at a time
            plan a.json --threads 2             | There is no option --threads.
            plan a.json -o x.html               | There is no option -o.
            plan a.json --json=yes              | --json takes no value
            plan a.json --json --json           | --json was given twice
            plan a.json --seed 1 --seed=2       | --seed was given twice
            plan a.json --seed                  | --seed needs a value
            plan a.json --seed=                 | --seed: '' is no whole number
            plan a.json --seed one              | --seed: 'one' is no whole number
            plan a.json --schedules 0           | --schedules: '0' is no whole number from 1 on
            plan a.json --time-limit -1         | --time-limit: '-1' is no whole number from 1 on
            plan a.json --start 11.01.2027      | --start: '11.01.2027' is no date
            plan a.json --start 2027-02-30      | --start: '2027-02-30' is no date
            plan a.json --zone Mars/Base        | --zone: there is no time zone 'Mars/Base'
            plan a.json --out calendar.docx     | --out: the ending of 'calendar.docx' says nothing
            plan a.json --out calendar          | --out: the ending of 'calendar' says nothing
            plan a.json --out nowhere/a.html    | --out: there is no folder
            """)
    void refusesInOneSentenceThatSaysWhatIsWrong(String line, String sentence) {
        var command = Command.run(List.of(line.split(" ")));

        assertEquals(ExitCode.WRONG_USE, command.code());
        assertTrue(command.refusal().contains(sentence), command.err());
    }

    @Test
    void refusesAMomentThatIsNone() {
        var command = Command.run("plan", Command.TINY, "--now", "tomorrow");

        assertEquals(ExitCode.WRONG_USE, command.code());
        assertTrue(command.refusal().contains("'tomorrow' is no moment"), command.err());
    }

    @Test
    void showsTheOverviewWhereNothingIsAsked() {
        var command = Command.run();

        assertEquals(ExitCode.WRONG_USE, command.code());
        assertEquals("", command.out());
        assertTrue(command.err().contains("./chargehand plan FILE"), command.err());
    }

    @Test
    void refusesToWriteOverAFolder() throws IOException {
        var place = Files.createDirectory(folder.resolve("calendar.html"));

        var command = Command.run("plan", Command.TINY, "--out", place);

        assertEquals(ExitCode.WRONG_USE, command.code());
        assertTrue(command.refusal().contains("is a folder"), command.err());
    }

    @Test
    void refusesToWriteOverTheFileThatItReads() throws IOException {
        var plan = Files.copy(Command.TINY, folder.resolve("plan.json"));
        var another = Files.createDirectory(folder.resolve("deeper")).resolve("../plan.json");

        var command = Command.run("plan", plan, "--out", another);

        assertEquals(ExitCode.WRONG_USE, command.code());
        assertTrue(command.refusal().contains("is the file that is read"), command.err());
        assertEquals(Files.readString(Command.TINY), Files.readString(plan));
    }

    @Test
    void writesNothingIfOneOfItsPlacesIsMissing() {
        var first = folder.resolve("calendar.html");

        var command = Command.run("plan", Command.TINY, "--out", first, "--out", folder.resolve("no/calendar.ics"));

        assertEquals(ExitCode.WRONG_USE, command.code());
        assertFalse(Files.exists(first));
    }

    @ParameterizedTest
    @CsvSource({"help, plan FILE", "--help, plan FILE", "-h, plan FILE", "help plan, --time-limit", "plan --help, --out"
    })
    void helps(String line, String word) {
        var command = Command.run(List.of(line.split(" "))).planned();

        assertTrue(command.out().contains(word), command.out());
    }

    @Test
    void tellsItsVersion() {
        assertEquals(
                "chargehand " + Main.VERSION + System.lineSeparator(),
                Command.run("--version").planned().out());
    }

    @Test
    void explainsEveryOptionInItsHelp() {
        var help = Command.run("help", "plan").out();

        var missing = new ArrayList<String>();
        for (var option : "out json start zone now schedules time-limit seed".split(" "))
            if (!help.contains("  --" + option)) missing.add(option);
        for (var ending : Outputs.endings().split(" ")) if (!help.contains(ending)) missing.add(ending);
        assertEquals(List.of(), missing);
    }

    @Test
    void saysThatAFaultIsOurs() throws IOException {
        var draft = folder.resolve(
                ".calendar.html.%d.part".formatted(ProcessHandle.current().pid()));
        Files.createDirectories(draft.resolve("in the way"));

        var command = Command.run("plan", Command.TINY, "--out", folder.resolve("calendar.html"));

        assertTrue(Files.isDirectory(draft));
        assertEquals(ExitCode.OUR_FAULT, command.code());
        assertTrue(command.refusal().contains("calendar.html could not be written"), command.err());
    }
}
