package chargehand.engine.staffing.cv;

/// Something that the text says its person works or has worked with.
///
/// @param name as the list of known things has it: `Cisco`, `SAN`
public record Experience(String name, CvLine line) {}
