package chargehand.engine.lifecycle;

import chargehand.engine.lifecycle.LifecycleMatch.Outcome;
import chargehand.engine.lifecycle.Names.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads one line as people write it: finds names, the versions behind them, and what all other words say to that.
final class FreeText {
    private static final int FARTHEST_VERSION = 8;

    /// A name with all that follows from it.
    ///
    /// @param end behind the last token that belongs to it
    private record Reading(
            Mention mention,
            Name name,
            Outcome outcome,
            @Nullable Cycle cycle,
            int end,
            boolean apart,
            double confidence) {}

    private final List<LineToken> tokens;
    private final Names names;
    private final Map<String, Cycles> cycles;

    FreeText(String line, Names names, Map<String, Cycles> cycles) {
        this.tokens = names.mended(LineToken.of(Spellings.normal(line)));
        this.names = names;
        this.cycles = cycles;
    }

    /// What a package means, whose name begins with that of a product.
    LifecycleMatch matchOfPackage() {
        var first = names.in(tokens);
        boolean begins = !first.isEmpty() && first.getFirst().from() == 0;
        return begins ? match() : LifecycleMatch.none(Outcome.UNKNOWN_PRODUCT);
    }

    LifecycleMatch match() {
        var readings = new ArrayList<Reading>();
        for (var mention : names.in(tokens)) for (var name : mention.names()) readings.add(read(mention, name));
        var hits = readings.stream()
                .filter(each -> each.outcome() == Outcome.MATCHED)
                .toList();
        if (hits.isEmpty()) return unmatched(readings);
        var heads = hits.stream().filter(each -> !each.apart()).toList();
        if (heads.isEmpty()) heads = hits;
        var chosen = heads.getFirst();
        if (heads.stream().anyMatch(each -> each.cycle() != chosen.cycle()))
            return LifecycleMatch.none(Outcome.AMBIGUOUS);
        if (readings.stream().anyMatch(each -> rivals(each, chosen))) return LifecycleMatch.none(Outcome.AMBIGUOUS);
        if (chosen.apart()) return LifecycleMatch.none(Outcome.SOMETHING_ELSE);
        return new LifecycleMatch(Outcome.MATCHED, chosen.name().product(), chosen.cycle(), chosen.confidence());
    }

    /// Another product that is named as clearly, only without a version that fits.
    private static boolean rivals(Reading other, Reading chosen) {
        return other.outcome() != Outcome.MATCHED
                && other.name().certain()
                && !other.mention().slip()
                && !other.apart()
                && !other.mention().equals(chosen.mention())
                && !other.name().product().id().equals(chosen.name().product().id());
    }

    private static LifecycleMatch unmatched(List<Reading> readings) {
        var heads = readings.stream().filter(each -> !each.apart()).toList();
        var first =
                heads.stream().filter(each -> each.name().certain()).findFirst().orElse(null);
        if (first == null)
            return LifecycleMatch.none(
                    heads.isEmpty() ? Outcome.UNKNOWN_PRODUCT : heads.getFirst().outcome());
        boolean known = first.outcome() == Outcome.NO_VERSION || first.outcome() == Outcome.UNKNOWN_VERSION;
        return new LifecycleMatch(first.outcome(), known ? first.name().product() : null, null, 0);
    }

    private Reading read(Mention mention, Name name) {
        var its = Objects.requireNonNull(cycles.get(name.product().id()));
        var found = its.haveRequiredWords() ? byWords(its, mention) : byVersion(its, mention);
        boolean apart = isApart(mention);
        if (found.outcome() != Outcome.MATCHED)
            return new Reading(mention, name, found.outcome(), null, found.end(), apart, 0);
        int first = segmentStart(mention.from());
        int last = segmentEnd(found.end());
        if (speaksOfOther(name.product(), first, mention.from(), found.end(), last))
            return new Reading(mention, name, Outcome.SOMETHING_ELSE, null, found.end(), apart, 0);
        int unknown = unknown(first, mention.from(), its) + unknown(found.end(), last, its);
        boolean strict = !name.certain() || mention.slip();
        if (strict && unknown > 0)
            return new Reading(mention, name, Outcome.SOMETHING_ELSE, null, found.end(), apart, 0);
        double confidence = 0.97 - 0.04 * Math.min(unknown, 3) - (strict ? 0.07 : 0);
        return new Reading(mention, name, Outcome.MATCHED, found.cycle(), found.end(), apart, confidence);
    }

    private record Found(Outcome outcome, @Nullable Cycle cycle, int end) {}

    private Found byWords(Cycles its, Mention mention) {
        int end = segmentEnd(mention.to());
        var tail = new ArrayList<String>();
        for (int i = mention.to(); i < tokens.size() && i < mention.to() + 12; i++) {
            var token = tokens.get(i);
            if (token.glued() && !tail.isEmpty()) tail.set(tail.size() - 1, tail.getLast() + token.text());
            else if (!tail.isEmpty() || !LineWords.isNeutral(token.text())) tail.add(token.text());
        }
        var cycle = its.withWords(tail);
        if (cycle != null) return new Found(Outcome.MATCHED, cycle, end);
        return new Found(tail.isEmpty() ? Outcome.NO_VERSION : Outcome.UNKNOWN_VERSION, null, end);
    }

    private Found byVersion(Cycles its, Mention mention) {
        @Nullable Found last = null;
        for (int i = mention.to(); i < tokens.size() && i < mention.to() + FARTHEST_VERSION; i++) {
            var token = tokens.get(i);
            var coded = its.codeNamed(tokens, i);
            if (coded != null && !(last != null && last.cycle() != null))
                last = new Found(Outcome.MATCHED, coded, i + 1);
            else if (token.number() && token.gap().equals("+")) break;
            else if (token.number() && last != null && token.glued()) continue;
            else if (token.number() && !isCount(i)) {
                if (asksForMore(token.gap())) return new Found(Outcome.SOMETHING_ELSE, null, i);
                var read = Version.at(tokens, i);
                if (read == null) return last != null ? last : new Found(Outcome.UNKNOWN_VERSION, null, i);
                var cycle = its.of(read.version());
                if (last != null && last.cycle() != null && cycle != null && cycle != last.cycle())
                    return new Found(Outcome.AMBIGUOUS, null, read.end());
                if (last != null && last.cycle() != null && cycle == null) return last;
                if (cycle != null && leadsToAnother(its, cycle, read.end()))
                    return new Found(Outcome.AMBIGUOUS, null, read.end());
                last = new Found(cycle == null ? Outcome.UNKNOWN_VERSION : Outcome.MATCHED, cycle, read.end());
                i = read.end() - 1;
            } else if (!passesOver(token.text(), its)) break;
        }
        if (last != null) return last;
        return before(its, mention);
    }

    /// "2019 Windows Server": only where the number is plainly a version.
    private Found before(Cycles its, Mention mention) {
        int at = mention.from() - 1;
        boolean plain = at >= 0
                && tokens.get(at).number()
                && !tokens.get(mention.from()).breaks()
                && (tokens.get(at).text().contains(".") || tokens.get(at).text().length() == 4);
        var read = plain ? Version.at(tokens, at) : null;
        var cycle = read == null ? null : its.of(read.version());
        return cycle == null
                ? new Found(Outcome.NO_VERSION, null, mention.to())
                : new Found(Outcome.MATCHED, cycle, mention.to());
    }

    private boolean passesOver(String word, Cycles its) {
        return LineWords.isNeutral(word) || its.isCodeName(word) || word.length() == 1;
    }

    /// "8 GB", "3 x"
    private boolean isCount(int index) {
        if (index + 1 >= tokens.size()) return false;
        var next = tokens.get(index + 1);
        return !next.number()
                && LineWords.isUnit(next.text())
                && !next.breaks()
                && !next.text().equals("he");
    }

    private static boolean asksForMore(String gap) {
        return gap.contains(">")
                || gap.contains("<")
                || gap.contains("≥")
                || gap.contains("≤")
                || gap.contains("^")
                || gap.contains("~");
    }

    /// "7 / 8", "12 und 13", "7 -> 8"
    private boolean leadsToAnother(Cycles its, Cycle cycle, int end) {
        if (end >= tokens.size()) return false;
        var next = tokens.get(end);
        boolean joins = List.of("und", "and", "or", "oder", "bis", "to", "auf").contains(next.text());
        int at = joins ? end + 1 : end;
        if (at >= tokens.size() || !tokens.get(at).number()) return false;
        if (!joins && !next.gap().matches("\\s*(?:[/&,–>→-]|->|=>)+\\s*")) return false;
        var read = Version.at(tokens, at);
        var other = read == null ? null : its.of(read.version());
        return other != null && other != cycle;
    }

    private int segmentStart(int index) {
        int at = index;
        while (at > 0 && !tokens.get(at).breaks()) at--;
        return at;
    }

    private int segmentEnd(int index) {
        int at = index;
        while (at < tokens.size() && !tokens.get(at).breaks()) at++;
        return at;
    }

    /// It is only where something else is, or what it goes with: behind "on", or in brackets.
    private boolean isApart(Mention mention) {
        var first = tokens.get(mention.from());
        if (first.depth() > 0 && !onlySaysItAgain(mention)) return true;
        if (first.gap().equals("-")
                && !names.in(tokens.subList(0, mention.from())).isEmpty()) return true;
        for (int i = segmentStart(mention.from()); i < mention.from(); i++)
            if (LineWords.setsApart(tokens.get(i).text())) return !isHardware(0, i);
        return false;
    }

    /// "Red Hat Enterprise Linux (RHEL) 8": what stands before the bracket is known, and no other product.
    private boolean onlySaysItAgain(Mention mention) {
        var before = tokens.subList(0, mention.from());
        for (var other : names.in(before)) if (!other.names().equals(mention.names())) return false;
        return before.stream().allMatch(each -> isExplained(each.text()));
    }

    private boolean isExplained(String word) {
        return Character.isDigit(word.charAt(0))
                || word.length() == 1
                || LineWords.isNeutral(word)
                || LineWords.isMaker(word)
                || LineWords.isHardware(word)
                || names.has(word);
    }

    private boolean isHardware(int from, int to) {
        boolean any = false;
        for (int i = from; i < to; i++) {
            var word = tokens.get(i).text();
            if (!LineWords.isHardware(word)
                    && !LineWords.setsApart(word)
                    && !tokens.get(i).number()) return false;
            any |= LineWords.isHardware(word);
        }
        return any;
    }

    private boolean speaksOfOther(Product product, int first, int from, int to, int last) {
        for (int i = first; i < from; i++) {
            var word = tokens.get(i).text();
            if (LineWords.isComponent(word) || LineWords.isWish(word)) return true;
            if (LineWords.isManaged(word) && !product.kind().equals("system")) return true;
        }
        for (int i = to; i < last; i++) {
            var word = tokens.get(i).text();
            if (LineWords.isComponentBehind(word) || LineWords.isWish(word)) return true;
            if (LineWords.setsApart(word)) return false;
        }
        return false;
    }

    /// How many words nobody can explain; those behind "on" are somebody else's.
    private int unknown(int from, int to, Cycles its) {
        int count = 0;
        for (int i = from; i < to; i++) {
            var word = tokens.get(i).text();
            if (LineWords.setsApart(word)) break;
            if (!isExplained(word) && !its.isCodeName(word)) count++;
        }
        return count;
    }
}
