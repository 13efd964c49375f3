package chargehand.engine.levelling;

/// In which order tasks take their turns by one look at the plan, without a search. What is latest or due is worked out
/// along the links alone, as if everyone could do any number of things at once.
public enum PriorityRule {
    /// As the plan has them: what stands first goes first (first come, first served).
    FIRST_COME,
    /// That has to finish first for the plan's end to hold (LFT; Davis & Patterson 1975).
    LATEST_FINISH,
    /// That has to start first for it (LST; Kolisch 1995).
    LATEST_START,
    /// That has the most work in itself and in what waits for it directly (GRPW; Alvarez-Valdés & Tamarit 1989).
    MOST_BEHIND,
    /// That can start first (EST).
    EARLIEST_START,
    /// The shortest first (SPT).
    SHORTEST,
    /// That has to finish first for its deadlines to hold (EDD along the links; Jackson 1955).
    EARLIEST_DUE,
    /// That has least time to spare before its deadlines (SLK; Baker 1974).
    LEAST_SLACK,
    /// Due soon, and the sooner the heavier its deadline weighs: by the logarithm of the weight, times a tenth of the
    /// time between the plan's start and its last deadline. That is the order of apparent tardiness costs
    /// (Vepsäläinen & Morton 1987) among tasks of one length.
    COSTLIEST_DELAY,
    /// Whose deadline weighs most, and of these as due (WEDD).
    HEAVIEST;
}
