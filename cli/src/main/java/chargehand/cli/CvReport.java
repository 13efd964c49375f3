package chargehand.cli;

import chargehand.engine.staffing.cv.CvFindings;
import chargehand.engine.staffing.cv.CvLine;
import chargehand.engine.staffing.profile.CriterionFinding;
import chargehand.files.cv.CvFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a CV check found, for a person: no score and no verdict, but what the text says and where.
record CvReport(Path file, CvFile read, CvFindings findings, List<CriterionFinding> criteria) {
    private static final int LONGEST_LINE = 90;

    String text() {
        var text = new StringBuilder();
        text.append(OneLine.of(String.valueOf(file.getFileName()))).append('\n');
        if (read.state() != CvFile.State.READ || !read.reason().isEmpty())
            text.append(
                    "  %s: %s\n".formatted(read.state().name().toLowerCase(Locale.ROOT), OneLine.of(read.reason())));
        if (read.state() != CvFile.State.READ) return text.toString();
        for (var each : criteria) add(text, word(each), each.criterion().sentence(), each.line());
        for (var each : findings.certificates())
            add(text, each.state().name().toLowerCase(Locale.ROOT), each.entry().name(), each.line());
        for (var each : findings.degrees())
            add(
                    text,
                    each.level().name().toLowerCase(Locale.ROOT),
                    each.field() == null ? "" : each.field(),
                    each.line());
        for (var each : findings.years())
            add(
                    text,
                    each.field().code(),
                    String.format(Locale.ENGLISH, "%.1f years", each.years()),
                    each.lines().getFirst());
        return text.toString();
    }

    private static String word(CriterionFinding finding) {
        return switch (finding.finding()) {
            case MET -> "met";
            case NOT_MET -> "not met";
            case NOT_FOUND -> "not found";
            case UNCLEAR -> "unclear, ask";
        };
    }

    private static void add(StringBuilder text, String word, String what, @Nullable CvLine line) {
        text.append("  %-18s %s\n".formatted(word, OneLine.of(what)));
        if (line != null)
            text.append("  %-18s   line %d: %s\n".formatted("", line.n(), shortened(OneLine.of(line.text()))));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }
}
