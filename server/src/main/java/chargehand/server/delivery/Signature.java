package chargehand.server.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who signed which text, and what became of the plan by it.
///
/// @param offer its number
/// @param name as it was typed; `signed` is the account that typed it, and when
/// @param hash of the text, which is kept in that language
/// @param version of the plan that came of it, with its `baseline`; absent where the plan stayed
@Schema(name = "ChangeSignature")
public record Signature(
        UUID change,
        int offer,
        String name,
        String language,
        String hash,
        ChangeRequest.Deed signed,
        @Nullable Long version,
        @Nullable UUID baseline) {}
