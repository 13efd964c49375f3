package chargehand.engine.staffing.cv;

/// Where a text writes one of the ways in which a certificate is written.
record Mention(Alias alias, int start, int end, int line) {}
