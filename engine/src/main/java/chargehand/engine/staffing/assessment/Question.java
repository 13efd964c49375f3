package chargehand.engine.staffing.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One thing that is asked about a project. Its levels are numbered from 1, and 1 is the least.
public enum Question {
    STABILITY(Heading.COMPLEXITY, Model.CIFTER, "stability", "veryHigh high moderate low"),
    DISCIPLINES(Heading.COMPLEXITY, Model.CIFTER, "disciplines", "low moderate high veryHigh"),
    IMPLICATIONS(Heading.COMPLEXITY, Model.CIFTER, "implications", "low moderate high veryHigh"),
    FINANCIAL_IMPACT(Heading.COMPLEXITY, Model.CIFTER, "financialImpact", "low moderate high veryHigh"),
    STRATEGIC_IMPORTANCE(Heading.COMPLEXITY, Model.CIFTER, "strategicImportance", "veryLow low moderate high"),
    COHESION(Heading.COMPLEXITY, Model.CIFTER, "cohesion", "high moderate low veryLow"),
    INTERFACES(Heading.COMPLEXITY, Model.CIFTER, "interfaces", "veryLow low moderate high"),

    SIZE(Heading.SCOPE, Model.OURS, "size", "upTo30 upTo100 upTo300 over300"),
    DURATION(Heading.SCOPE, Model.HASS, "duration", "underThreeMonths underSixMonths underAYear overAYear"),
    MONEY(Heading.SCOPE, Model.HASS, "money", "under250k under750k under3m over3m"),
    PEOPLE(Heading.SCOPE, Model.HASS, "people", "upTo4 upTo10 upTo25 over25"),

    TECHNOLOGY(Heading.FOCUS, Model.NTCP, "technology", "A B C D"),
    ANSWERING(Heading.FOCUS, Model.OURS, "answering", "hardlyEver nowAndThen often nearlyAlways"),
    PROBLEMS(Heading.FOCUS, Model.OURS, "problems", "no rarely regularly daily"),
    CRITICAL(Heading.FOCUS, Model.OURS, "critical", "no little partly wholly"),
    /// Decides which technical manager, never whether one.
    FIELD(Heading.FOCUS, Model.OURS, "field", "software infrastructure");

    private final Heading heading;
    private final Model model;
    private final String code;
    private final List<String> levels;

    Question(Heading heading, Model model, String code, String levels) {
        this.heading = heading;
        this.model = model;
        this.code = code;
        this.levels = List.of(levels.split(" "));
    }

    public Heading heading() {
        return heading;
    }

    public Model model() {
        return model;
    }

    /// Stable, as programs write it.
    public String code() {
        return code;
    }

    /// The codes of its levels, the least first.
    public List<String> levels() {
        return levels;
    }

    public String levelCode(int level) {
        return levels.get(checked(level) - 1);
    }

    /// Of a code, or of the number itself; empty for neither.
    public OptionalInt level(String codeOrNumber) {
        for (int i = 0; i < levels.size(); i++)
            if (levels.get(i).equalsIgnoreCase(codeOrNumber)
                    || Integer.toString(i + 1).equals(codeOrNumber)) return OptionalInt.of(i + 1);
        return OptionalInt.empty();
    }

    int checked(int level) {
        if (level < 1 || level > levels.size())
            throw new IllegalArgumentException(
                    "The level (%d) of %s must be one of 1 to %d.".formatted(level, code, levels.size()));
        return level;
    }

    public static List<Question> of(Heading heading) {
        return Arrays.stream(values()).filter(each -> each.heading == heading).toList();
    }

    public static Optional<Question> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /// Whose question it is.
    public enum Model {
        CIFTER("GAPPS, CIFTER (2005, 2007)"),
        NTCP("Shenhar and Dvir, NTCP (2007)"),
        /// The two lower borders are those of the Hass model; the highest is ours.
        HASS("Hass, project complexity model (borders)"),
        OURS("Chargehand");

        private final String citation;

        Model(String citation) {
            this.citation = citation;
        }

        public String citation() {
            return citation;
        }
    }
}
