package chargehand.cli;

import chargehand.engine.staffing.assessment.Assessment;
import chargehand.engine.staffing.assessment.Figures;
import chargehand.files.AnswerFiles;
import chargehand.files.UnreadableFile;
import chargehand.files.own.AssessmentJson;
import chargehand.files.own.JsonAnswers.AnswerFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Says which manager a project needs: from a file of answers, or by asking.
final class AssessCommand {
    private final AssessArguments arguments;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    AssessCommand(AssessArguments arguments, InputStream in, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    ExitCode run() {
        var file = arguments.file();
        try {
            var answered = file == null ? ask() : AnswerFiles.read(file);
            print(answered, Assessment.of(answered.answers(), Figures.assumed()));
            return ExitCode.PLANNED;
        } catch (UnreadableFile unreadable) {
            err.println(
                    OneLine.of("%s %s [%s]".formatted(unreadable.getMessage(), unreadable.hint(), unreadable.code())));
            return ExitCode.UNREADABLE_INPUT;
        } catch (IOException failure) {
            err.println(OneLine.of("%s could not be read: %s".formatted(name(file), failure.getMessage())));
            return ExitCode.UNREADABLE_INPUT;
        }
    }

    private static String name(@Nullable Path file) {
        return file == null ? "What was typed" : file.toString();
    }

    /// Where a program reads the answer, questions go beside it.
    private AnswerFile ask() throws UnreadableFile, IOException {
        return new AnswerFile(null, new Asking(in, arguments.json() ? err : out).answers());
    }

    private void print(AnswerFile answered, Assessment assessment) throws IOException {
        if (!arguments.json()) {
            new AssessSummary(answered.name(), assessment).print(out);
            return;
        }
        AssessmentJson.write(answered.name(), assessment, out);
        out.flush();
    }
}
