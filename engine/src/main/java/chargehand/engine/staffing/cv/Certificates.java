package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The certificates that a CV claims, each once.
final class Certificates {
    private final Flow flow;
    private final Sections sections;
    private final Catalogue catalogue;
    private final List<Mention> mentions;
    private final Claims claims;

    Certificates(Flow flow, Sections sections, LocalDate today) {
        this.flow = flow;
        this.sections = sections;
        catalogue = Catalogue.all();
        mentions = new Mentions(flow, sections, catalogue).all();
        claims = new Claims(flow, sections, mentions, today.getYear());
    }

    List<Certificate> all() {
        var certain = linesWithCertain();
        Map<CatalogueEntry, Certificate> found = new LinkedHashMap<>();
        for (var mention : mentions) {
            if (onlySays(mention, mentions)) continue;
            var state = state(mention, certain);
            if (state == null) continue;
            var made = new Certificate(mention.alias().entry(), state, flow.evidence(mention.start(), mention.end()));
            found.merge(made.entry(), made, Certificates::better);
        }
        return withoutTheLessExact(found.values()).stream()
                .sorted(Comparator.comparingInt(each -> each.line().n()))
                .toList();
    }

    /// "PMP certified project manager" is one certificate, and so is "Certified Project Manager (PMP)".
    private static boolean onlySays(Mention mention, List<Mention> all) {
        if (isSaidMoreExactly(mention, all)) return true;
        if (!mention.alias().words().equals(List.of("certified", "project", "manager"))) return false;
        return all.stream()
                .filter(each ->
                        each.line() == mention.line() && each.alias().entry().isManagement())
                .filter(each -> !each.alias().entry().equals(mention.alias().entry()))
                .anyMatch(each -> each.start() - mention.end() < 6 && mention.start() - each.end() < 6);
    }

    /// "Certified Scrum Master (PSM I)", "Certified Tester Advanced Level (ISTQB)": the words and the letters are one.
    private static boolean isSaidMoreExactly(Mention mention, List<Mention> all) {
        var entry = mention.alias().entry();
        boolean general =
                mention.alias().words().contains("scrum") && entry.name().startsWith("Certified ScrumMaster")
                        || mention.alias().words().equals(List.of("istqb"));
        return general
                && all.stream()
                        .filter(each -> each.line() == mention.line()
                                && !each.alias().entry().equals(entry))
                        .filter(each -> each.alias().entry().name().contains("Scrum Master")
                                || each.alias().entry().issuer().equals(entry.issuer()))
                        .anyMatch(each -> each.start() - mention.end() < 4 && each.start() >= mention.end()
                                || mention.alias().words().equals(List.of("istqb")));
    }

    private static Certificate better(Certificate one, Certificate other) {
        return one.state().compareTo(other.state()) <= 0 ? one : other;
    }

    /// "AWS Certified Solutions Architect" says nothing more beside "… – Associate", nor PRINCE2 beside its level.
    private static List<Certificate> withoutTheLessExact(Iterable<Certificate> found) {
        var all = new ArrayList<Certificate>();
        found.forEach(all::add);
        return all.stream()
                .filter(each -> all.stream().noneMatch(other -> isMoreExact(other, each)))
                .toList();
    }

    private static boolean isMoreExact(Certificate other, Certificate each) {
        var name = each.entry().name();
        if (other.entry().equals(each.entry())) return false;
        // "Oracle Certified Associate (OCA) Java SE 8" is that of Java.
        boolean named = other.entry().name().startsWith(name.replaceAll(" \\([^)]*\\)$", "") + ", ")
                && other.line().n() == each.line().n();
        return named || other.entry().name().startsWith(name + " ");
    }

    /// Lines on which a certificate is named for certain, so that letters beside it are one, too.
    private boolean[] linesWithCertain() {
        var lines = new boolean[flow.lines()];
        for (var each : mentions)
            if (each.alias().kind() == Alias.Kind.CERTAIN && claims.isOwn(each)) lines[each.line()] = true;
        return lines;
    }

    private Certificate.@Nullable State state(Mention mention, boolean[] certain) {
        if (!claims.isOwn(mention) || isWithinATitle(mention)) return null;
        return switch (mention.alias().kind()) {
            case CERTAIN -> claims.isDoubtful(mention) ? doubtful(mention) : Certificate.State.CLAIMED;
            case NEEDS_CERTIFIED ->
                isAmongCertificates(mention) && !claims.isDoubtful(mention) ? Certificate.State.CLAIMED : null;
            case AMONG_CERTIFICATES -> amongCertificates(mention, certain);
            case SHARED -> shared(mention, certain);
        };
    }

    /// Named in publications and the like, it is rather what they are about.
    private Certificate.@Nullable State doubtful(Mention mention) {
        return sections.of(mention.line()) == Section.OTHER ? null : Certificate.State.UNCLEAR;
    }

    /// "How I became a Certified ScrumMaster by accident", a talk.
    private boolean isWithinATitle(Mention mention) {
        if (sections.of(mention.line()) != Section.OTHER) return false;
        var text = flow.line(mention.line());
        int from = text.lastIndexOf('"', Math.max(0, mention.start() - flow.start(mention.line()) - 1));
        int to = text.indexOf('"', Math.min(text.length(), mention.end() - flow.start(mention.line())));
        return from >= 0 && to > from && text.substring(from, to).split("\\s+").length > 5;
    }

    private boolean isAmongCertificates(Mention mention) {
        return sections.of(mention.line()) == Section.CERTIFICATES && !sections.isHeading(mention.line())
                || isCalledCertified(mention);
    }

    /// "Certified" within three words of the name, not further on in the sentence.
    private boolean isCalledCertified(Mention mention) {
        var near = Pattern.compile(
                "(?i)\\b(?:certified|certification|certificate|certs?|zertifiziert\\w*|zertifikat|zertifizierung|certifi[ée]e?|certificad[oa]|certificat[oa]|gecertificeerd|certificaat|certyfikat|accredited)\\b");
        var before = claims.before(mention);
        var after = claims.after(mention);
        return near.matcher(before.substring(Math.max(0, before.length() - 26))).find()
                || near.matcher(after.substring(0, Math.min(20, after.length())))
                        .find();
    }

    private Certificate.@Nullable State amongCertificates(Mention mention, boolean[] certain) {
        var entry = mention.alias().entry();
        if (hasNear(mention, catalogue.signsAgainst(entry), 0) || claims.isAmongCourses(mention)) return null;
        boolean sure = hasNear(mention, catalogue.signsFor(entry), 0) && (claims.saysOwn(mention) || listed(mention));
        if (sure || certain[mention.line()] || isAmongCertificates(mention)) return Certificate.State.CLAIMED;
        return sections.of(mention.line()) == Section.HEAD && mention.line() < 3 ? Certificate.State.UNCLEAR : null;
    }

    private boolean listed(Mention mention) {
        return !sections.of(mention.line()).isWork();
    }

    private Certificate.@Nullable State shared(Mention mention, boolean[] certain) {
        var entry = mention.alias().entry();
        if (hasNear(mention, catalogue.signsAgainst(entry), 0)) return null;
        boolean named = hasNear(mention, catalogue.signsFor(entry), 1);
        if (named && (listed(mention) || claims.saysOwn(mention))) return Certificate.State.CLAIMED;
        return mayBeOne(mention, certain) ? Certificate.State.UNCLEAR : null;
    }

    /// Letters among skills are rather those of a method or a tool.
    private boolean mayBeOne(Mention mention, boolean[] certain) {
        return switch (sections.of(mention.line())) {
            case HEAD, CERTIFICATES, EDUCATION, TRAINING -> true;
            case SUMMARY, SKILLS, OTHER -> certain[mention.line()] || claims.saysOwn(mention);
            case EXPERIENCE, PROJECTS -> claims.saysOwn(mention);
        };
    }

    /// @param reach how many lines further in both directions, within the section
    private boolean hasNear(Mention mention, List<String> words, int reach) {
        for (int line = mention.line() - reach; line <= mention.line() + reach; line++) {
            if (line < 0 || line >= flow.lines() || sections.of(line) != sections.of(mention.line())) continue;
            var text = " " + flow.line(line).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.+]+", " ") + " ";
            for (var word : words) if (text.contains(" " + word + " ") || text.contains(" " + word + ".")) return true;
        }
        return false;
    }
}
