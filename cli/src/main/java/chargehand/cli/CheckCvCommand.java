package chargehand.cli;

import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.profile.CriteriaCheck;
import chargehand.engine.staffing.profile.Profile;
import chargehand.engine.staffing.profile.Profiles;
import chargehand.files.cv.CvFile;
import chargehand.files.cv.CvFiles;
import chargehand.files.cv.CvJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Checks CVs against a profile, in the order in which they were named; a file that can't be read stops no other.
final class CheckCvCommand {
    private final CheckCvArguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    CheckCvCommand(CheckCvArguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    ExitCode run() throws WrongUse {
        var profile = profile();
        var files = files();
        int readers = Math.clamp(files.size(), 1, Runtime.getRuntime().availableProcessors());
        boolean unread = false;
        try (var cvs = new CvFiles(readers);
                var threads = Executors.newFixedThreadPool(readers)) {
            var checks = new ArrayList<Future<Checked>>();
            for (var file : files) checks.add(threads.submit(() -> check(file, cvs, profile)));
            for (var check : checks) {
                var checked = check.get();
                out.println(checked.text());
                unread |= !checked.read();
            }
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof IOException cause)) throw new IllegalStateException(failure.getCause());
            err.println(OneLine.of("CVs can't be read here: " + cause.getMessage()));
            return ExitCode.UNREADABLE_INPUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OUR_FAULT;
        }
        return unread ? ExitCode.PLANNED_WITH_ERRORS : ExitCode.PLANNED;
    }

    private Profile profile() throws WrongUse {
        var names = Profiles.all().stream().map(Profile::name).toList();
        return Profiles.named(arguments.profile())
                .orElseThrow(() -> new WrongUse("--profile: there is no profile '%s'. Profiles are: %s."
                        .formatted(arguments.profile(), String.join(", ", names))));
    }

    /// A folder stands for the files beneath it, by name; hidden ones aside.
    private List<Path> files() throws WrongUse {
        var files = new ArrayList<Path>();
        for (var each : arguments.files()) {
            if (!Files.isDirectory(each)) {
                files.add(each);
                continue;
            }
            try (var beneath = Files.walk(each)) {
                beneath.filter(Files::isRegularFile)
                        .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException | java.io.UncheckedIOException failure) {
                throw new WrongUse("The folder %s can't be read.".formatted(each));
            }
        }
        return files;
    }

    private record Checked(String text, boolean read) {}

    private Checked check(Path file, CvFiles cvs, Profile profile) throws IOException {
        var read = cvs.read(file);
        var findings = CvCheck.of(read.text(), arguments.today());
        var criteria = CriteriaCheck.of(profile, findings);
        var text = arguments.json()
                ? CvJson.line(file.toString(), read, findings, criteria)
                : new CvReport(file, read, findings, criteria).text();
        return new Checked(text, read.state() == CvFile.State.READ);
    }
}
