package chargehand.server.programme;

import chargehand.server.assets.Asset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is ordered and replaced together: the same product and version at one site, due in the same year.
///
/// @param what product and version, or how the register calls it
/// @param assets never empty, the first due first
record Due(String what, @Nullable String site, List<Asset> assets) {
    private record Key(String what, @Nullable String site, int year) {}

    /// @param today stands for what has ended on an unknown day
    static List<Due> grouped(List<Asset> assets, LocalDate today) {
        var groups = new LinkedHashMap<Key, List<Asset>>();
        var ordered = new ArrayList<>(assets);
        ordered.sort(Comparator.comparing((Asset each) -> due(each, today)).thenComparing(Asset::name));
        for (var each : ordered)
            groups.computeIfAbsent(
                            new Key(what(each), each.site(), due(each, today).getYear()), any -> new ArrayList<>())
                    .add(each);
        return groups.entrySet().stream()
                .map(each -> new Due(each.getKey().what(), each.getKey().site(), List.copyOf(each.getValue())))
                .toList();
    }

    private static String what(Asset asset) {
        if (asset.title() != null)
            return Stream.of(asset.title(), asset.cycle())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        return asset.line() == null ? asset.name() : asset.line();
    }

    /// The day on which its replacement has to be begun.
    static LocalDate due(Asset asset, LocalDate today) {
        return asset.due() == null ? today : asset.due();
    }

    LocalDate due(LocalDate today) {
        return due(assets.getFirst(), today);
    }
}
