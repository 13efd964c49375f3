package chargehand.server.assets;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.Clock;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Changes what people say of an asset.
@Service
class AssetEditing {
    private static final int MOST_DAYS = 3_650;
    private static final int USUAL_LEAD = 90;
    private static final int MOST_LETTERS = 500;

    private final Assets assets;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    AssetEditing(Assets assets, Audit audit, JsonMapper json, Clock clock) {
        this.assets = assets;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// @throws Problem if there is no such asset, somebody was faster, or a value can't be
    @Transactional
    Asset change(UUID id, AssetWrite written, long version, Caller caller) {
        var before = assets.find(id).orElseThrow(Problem::notFound);
        var checked = checked(written);
        if (!assets.update(id, version, checked, clock.instant())) throw Version.outdated(before.version());
        var after = assets.find(id).orElseThrow(Problem::notFound);
        var fields = fields(before, after);
        if (!fields.isEmpty()) assets.note(id, clock.instant(), caller.name(), json.writeValueAsString(fields));
        audit.record(caller, "asset-changed", "asset", id, null, Map.of("name", before.name()));
        return after;
    }

    private static AssetWrite checked(AssetWrite written) {
        int lead = written.leadDays() == null ? USUAL_LEAD : written.leadDays();
        if (lead < 0 || lead > MOST_DAYS) throw Problem.invalid("leadDays", "The lead time is 0 to 3650 days.");
        var cost = written.cost();
        if (cost != null) check(cost);
        return new AssetWrite(
                text("site", written.site()),
                text("owner", written.owner()),
                written.warranty(),
                written.life(),
                lead,
                cost);
    }

    private static void check(Money cost) {
        if (cost.minor() < 0) throw Problem.invalid("cost", "The cost is below nothing.");
        try {
            Currency.getInstance(String.valueOf(cost.currency()));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("cost", "There is no currency %s.".formatted(cost.currency()));
        }
    }

    private static @Nullable String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (text.length() > MOST_LETTERS) throw Problem.invalid(field, "It is longer than 500 letters.");
        return text.strip();
    }

    private static Map<String, List<String>> fields(Asset before, Asset after) {
        var fields = new LinkedHashMap<String, List<String>>();
        differ(fields, "site", before.site(), after.site());
        differ(fields, "owner", before.owner(), after.owner());
        differ(fields, "warranty", before.warranty(), after.warranty());
        differ(fields, "life", before.life(), after.life());
        differ(fields, "lead_days", before.leadDays(), after.leadDays());
        differ(fields, "cost_minor", minor(before.cost()), minor(after.cost()));
        return fields;
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    private static void differ(
            Map<String, List<String>> fields, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after))
            fields.put(name, List.of(Objects.toString(before, ""), Objects.toString(after, "")));
    }
}
