package chargehand.engine.staffing.assessment;

import org.jspecify.annotations.Nullable;

/// What was said to one question.
///
/// @param level from 1, one of the question's
/// @param fact the sentence that it rests on, where there is more than the level itself, as "96 tasks in the plan"
public record Answer(int level, Source source, @Nullable String fact) {
    /// Where an answer comes from.
    public enum Source {
        /// somebody said so
        ASKED("asked"),
        /// read off the plan
        PLAN("plan"),
        /// nobody knows yet; the rules assume something in the middle
        ASSUMED("assumed");

        private final String code;

        Source(String code) {
            this.code = code;
        }

        /// Stable, as programs read it.
        public String code() {
            return code;
        }
    }

    public static Answer asked(int level) {
        return new Answer(level, Source.ASKED, null);
    }

    public boolean assumed() {
        return source == Source.ASSUMED;
    }
}
