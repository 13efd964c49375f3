package chargehand.files;

/// Something that a file holds and that could not be taken into the plan, or only with a change.
///
/// @param what in a reader's words: "cost resource 'Travel'", "split of task 'Cabling'"
/// @param why what became of it, as a sentence
/// @param count how many times it occurs, at least 1
public record NotCarriedOver(String what, String why, int count) {}
