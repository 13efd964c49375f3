package chargehand.engine.lifecycle;

import chargehand.engine.lifecycle.LifecycleMatch.Outcome;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says which product and cycle of a catalogue a line about an asset means, with a stated confidence.
///
/// Lines may be what people write, the content of an `os-release`, a CPE name or a package URL. For use by one thread.
public final class AssetLines {
    private static final int LONGEST = 2_000;
    private static final double BY_NAME = 0.99;
    private static final Pattern CPE = Pattern.compile(
            "cpe:(?:2\\.3:|/)[aoh]:((?:[^:\\\\\\s]|\\\\.)+):((?:[^:\\\\\\s]|\\\\.)+)(?::((?:[^:\\\\\\s]|\\\\.)*))?(?::((?:[^:\\\\\\s]|\\\\.)*))?\\S*");
    private static final Pattern PURL = Pattern.compile("pkg:([a-z0-9.+-]+)/([^@?#\\s]+)(?:@([^?#\\s]+))?\\S*");
    private static final Pattern OS_RELEASE = Pattern.compile(
            "\\b(NAME|ID|VERSION_ID|PRETTY_NAME)=(?:\"([^\"]*)\"|'([^']*)'|(\\S+?)(?=[;,]?(?:\\s|\\\\n|$)))");
    private static final Pattern NUMBERED_PRODUCT = Pattern.compile("(.*?)_(v?\\d.*)");
    private static final java.util.Set<String> PACKAGED =
            java.util.Set.of("deb", "rpm", "apk", "docker", "oci", "generic", "alpm");

    private final Names names;
    private final Map<String, Cycles> cycles = new HashMap<>();
    private final Map<String, Product> byCpe = new HashMap<>();
    private final Map<String, Product> byPurl = new HashMap<>();

    public AssetLines(LifecycleCatalogue catalogue) {
        names = new Names(catalogue);
        for (var product : catalogue.products()) {
            cycles.put(product.id(), new Cycles(product));
            for (var cpe : product.cpes()) byCpe.putIfAbsent(cpe.toLowerCase(Locale.ROOT), product);
            for (var purl : product.purls()) byPurl.putIfAbsent(purl.toLowerCase(Locale.ROOT), product);
        }
    }

    /// @param line of any length, of which the first 2,000 characters are read
    public LifecycleMatch match(String line) {
        var text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        var cpe = CPE.matcher(text.toLowerCase(Locale.ROOT));
        if (cpe.find()) return ofCpe(cpe);
        var purl = PURL.matcher(text.toLowerCase(Locale.ROOT));
        if (purl.find()) return ofPurl(purl);
        var release = ofRelease(text);
        return release != null ? release : new FreeText(text, names, cycles).match();
    }

    private LifecycleMatch ofCpe(Matcher cpe) {
        var vendor = plain(cpe.group(1));
        var name = plain(cpe.group(2));
        var version = given(cpe.group(3)) + " " + given(cpe.group(4));
        var product = byCpe.get(vendor + ":" + name);
        var numbered = NUMBERED_PRODUCT.matcher(name);
        if (product == null && numbered.matches()) {
            product = byCpe.get(vendor + ":" + numbered.group(1));
            version = numbered.group(2).replace('_', ' ') + " " + version;
        }
        return product == null ? LifecycleMatch.none(Outcome.UNKNOWN_PRODUCT) : named(product, version);
    }

    private static String plain(String part) {
        return part.replace("\\", "");
    }

    private static String given(@Nullable String part) {
        return part == null || part.equals("*") || part.equals("-")
                ? ""
                : plain(part).replace('_', ' ');
    }

    private LifecycleMatch ofPurl(Matcher purl) {
        var name = purl.group(2);
        var version = Objects.requireNonNullElse(purl.group(3), "").replaceFirst("^\\d:", "");
        var product = byPurl.get(purl.group(1) + "/" + name);
        if (product != null) return named(product, version);
        if (!PACKAGED.contains(purl.group(1))) return LifecycleMatch.none(Outcome.UNKNOWN_PRODUCT);
        return new FreeText(name.substring(name.lastIndexOf('/') + 1) + " " + version, names, cycles).matchOfPackage();
    }

    /// The content of an os-release, in one line or many; null if it is none.
    private @Nullable LifecycleMatch ofRelease(String text) {
        var values = new HashMap<String, String>();
        var found = OS_RELEASE.matcher(text.replace("\\n", "\n").replace("\\\"", "\""));
        while (found.find()) {
            var quoted = Objects.requireNonNullElse(found.group(2), Objects.requireNonNullElse(found.group(3), ""));
            values.putIfAbsent(found.group(1), found.group(4) == null ? quoted : found.group(4));
        }
        var version = values.get("VERSION_ID");
        var name = values.getOrDefault("NAME", values.get("ID"));
        if (version != null && name != null) return certain(name + " " + version);
        var pretty = values.get("PRETTY_NAME");
        return pretty == null ? null : certain(pretty);
    }

    private LifecycleMatch certain(String text) {
        var match = new FreeText(text, names, cycles).match();
        return match.matched() ? new LifecycleMatch(match.outcome(), match.product(), match.cycle(), BY_NAME) : match;
    }

    /// The product is certain; the version alone has to be found.
    private LifecycleMatch named(Product product, String version) {
        var match = new FreeText(product.id() + " " + version, new Names(product), cycles).match();
        if (match.matched()) return new LifecycleMatch(match.outcome(), product, match.cycle(), BY_NAME);
        var outcome = version.isBlank() ? Outcome.NO_VERSION : match.outcome();
        return new LifecycleMatch(outcome, product, null, 0);
    }
}
