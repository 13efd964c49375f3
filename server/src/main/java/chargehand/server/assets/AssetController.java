package chargehand.server.assets;

import chargehand.server.assets.Assets.Sought;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Assets", description = "What is run, and until when.")
class AssetController {
    private static final int PAGE = 100;

    private final Assets assets;
    private final AssetEditing editing;
    private final Impact impact;
    private final JsonMapper json;

    AssetController(Assets assets, AssetEditing editing, Impact impact, JsonMapper json) {
        this.assets = assets;
        this.editing = editing;
        this.impact = impact;
        this.json = json;
    }

    /// @param all how many there are, on all pages
    /// @param next where the next page begins
    @Schema(name = "AssetList")
    record ListView(List<Asset> items, int all, @Nullable String next) {}

    @GetMapping("/api/assets")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "listAssets", summary = "What is run, that which has to be replaced first at the top")
    ListView list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable AssetKind kind,
            @RequestParam @Nullable LocalDate dueBy,
            @RequestParam(defaultValue = "false") boolean unmatched,
            @RequestParam(defaultValue = "0") int after) {
        var words = q == null
                ? List.<String>of()
                : Stream.of(q.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(each -> !each.isEmpty())
                        .limit(8)
                        .toList();
        var sought = new Sought(words, kind, dueBy, unmatched);
        int from = Math.max(0, after);
        var found = assets.list(sought, from, PAGE);
        boolean more = from + PAGE < found.all();
        return new ListView(found.items(), found.all(), more ? String.valueOf(from + PAGE) : null);
    }

    /// @param name of the other asset
    @Schema(name = "AssetRelation")
    record RelationView(RelationKind kind, UUID asset, String name) {}

    /// @param fields each with what it was and what it became; none where it was new
    @Schema(name = "AssetChange")
    record ChangeView(Instant at, String name, Map<String, List<String>> fields) {}

    /// @param on what it hangs on
    @Schema(name = "AssetDetail")
    record DetailView(Asset asset, List<RelationView> on, List<ChangeView> history) {}

    @GetMapping("/api/assets/{asset}")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "getAsset", summary = "One asset, what it hangs on, and its history")
    ResponseEntity<DetailView> one(@PathVariable("asset") UUID id) {
        var asset = assets.find(id).orElseThrow(Problem::notFound);
        var hanging = assets.of(id);
        var others = assets.all(hanging.stream().map(Assets.Hanging::other).toArray(UUID[]::new));
        var on = hanging.stream()
                .flatMap(each -> others.stream()
                        .filter(other -> other.id().equals(each.other()))
                        .map(other -> new RelationView(each.kind(), other.id(), other.name())))
                .toList();
        var history = assets.history(id).stream()
                .map(each -> new ChangeView(
                        each.at(),
                        each.name(),
                        json.readValue(each.fields(), new TypeReference<Map<String, List<String>>>() {})))
                .toList();
        return ResponseEntity.ok().eTag(Version.tag(asset.version())).body(new DetailView(asset, on, history));
    }

    @Schema(name = "AssetTouched")
    record TouchedView(UUID id, String name, AssetKind kind, int step) {}

    @Schema(name = "AssetHanging")
    record HangingView(UUID asset, RelationKind kind, UUID other) {}

    /// @param touched the asset itself first, then by steps
    @Schema(name = "AssetImpact")
    record ImpactView(List<TouchedView> touched, List<HangingView> relations, boolean more) {}

    @GetMapping("/api/assets/{asset}/impact")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "getAssetImpact", summary = "What is touched when it goes away")
    ImpactView impact(@PathVariable("asset") UUID id) {
        var picture = impact.of(assets.find(id).orElseThrow(Problem::notFound));
        return new ImpactView(
                picture.touched().stream()
                        .map(each -> new TouchedView(
                                each.asset().id(),
                                each.asset().name(),
                                each.asset().kind(),
                                each.step()))
                        .toList(),
                picture.relations().stream()
                        .map(each -> new HangingView(each.asset(), each.kind(), each.other()))
                        .toList(),
                picture.more());
    }

    @PatchMapping("/api/assets/{asset}")
    @Needs(Permission.ASSETS_EDIT)
    @Operation(operationId = "changeAsset", summary = "Say what its register does not, whole")
    ResponseEntity<Asset> change(
            @PathVariable("asset") UUID id,
            @RequestBody AssetWrite written,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        var asset = editing.change(id, written, Version.required(ifMatch), caller);
        return ResponseEntity.ok().eTag(Version.tag(asset.version())).body(asset);
    }
}
