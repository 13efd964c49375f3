package chargehand.server.budget;

import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/// Orders of one supplier within thirty days that are above a limit only together; or invoices, beyond what was
/// ordered.
///
/// @param count how many, with the one that waits
/// @param amount what they come to, in the currency of the limit
@Schema(name = "OrdersTogether")
record Together(int count, Money amount) {}
