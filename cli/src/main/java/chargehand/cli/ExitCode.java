package chargehand.cli;

/// How the command ended, for scripts: the numbers are a contract (`docs/contracts`).
enum ExitCode {
    PLANNED(0),
    /// planned, but something in the plan can't be carried out as written
    PLANNED_WITH_ERRORS(1),
    UNREADABLE_INPUT(2),
    WRONG_USE(64),
    OUR_FAULT(70);

    final int number;

    ExitCode(int number) {
        this.number = number;
    }
}
