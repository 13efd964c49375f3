package chargehand.engine.explain;

import chargehand.engine.plan.Finding;
import chargehand.engine.plan.Plan;

/// English sentences for findings and reasons, with the plan's own names, and times on the clock of its zone.
public final class Words {
    public Words(Plan plan) {}

    /// What is the matter, in one sentence.
    public String message(Finding finding) {
        return finding.code().code();
    }

    /// A way out, in one sentence.
    public String hint(Finding finding) {
        return finding.code().code();
    }

    /// Why a task starts when it does, in one sentence.
    public String why(Reason reason) {
        return reason.toString();
    }
}
