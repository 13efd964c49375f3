package chargehand.files.chart;

import static chargehand.files.chart.Markup.escape;
import static chargehand.files.chart.Markup.number;

import chargehand.files.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The project's own fin, large, under a ruler of its own.
final class OutlookPicture {
    private static final double WIDTH = 300;
    private static final double BASE = 26;
    /// The room for how likely the promise is kept.
    private static final double KEPT = 112;

    private final Planned planned;
    private final Dates dates;
    private final List<Promise> promise;
    private final TimeScale scale;

    /// By when the project was promised, and how likely that is kept, in percent.
    record Promise(Instant by, int percent) {}

    /// @param promise that of the project, or empty
    OutlookPicture(Planned planned, Dates dates, List<Promise> promise) {
        this.planned = planned;
        this.dates = dates;
        var chance = planned.forecast().finish();
        var length = Duration.between(chance.p2(), chance.p98());
        if (length.isZero()) length = Duration.ofHours(1);
        var air = length.dividedBy(20);
        var end = chance.p98().plus(length.dividedBy(3));
        this.promise = promise.stream()
                .filter(each -> each.by().isAfter(chance.p2())
                        && each.by().isBefore(chance.p98().plus(Duration.between(chance.p2(), chance.p98()))))
                .toList();
        for (var each : this.promise)
            if (each.by().plus(air).isAfter(end)) end = each.by().plus(air);
        scale = new TimeScale(chance.p2().minus(air), end, WIDTH);
    }

    String svg() {
        var chance = planned.forecast().finish();
        var picture = new StringBuilder();
        picture.append("<svg width=300 height=44 viewBox=\"0 0 300 44\" role=img aria-label=\"")
                .append(escape(spoken()))
                .append("\">");
        var fin = Fin.of(chance, scale, chance.p2());
        if (!fin.isEmpty())
            picture.append("<rect class=ink y=6 width=%s height=20 />".formatted(number(fin.start())))
                    .append("<path class=\"ink f\" d=\"%s\"/>".formatted(Markup.path(fin.outline(BASE, 20, 0), 1)));
        picture.append("<path class=%s d=\"M0 26.5H300\"/>".formatted(Pen.RULE.css()));
        double likely = scale.x(chance.p80());
        picture.append("<path d=\"M%s 2V29\" stroke=\"var(--accent)\" stroke-width=2 />".formatted(number(likely)));
        for (var each : promise) flag(picture, each);
        labels(picture);
        return picture.append("</svg>").toString();
    }

    private void flag(StringBuilder picture, Promise promised) {
        double x = scale.x(promised.by());
        int percent = promised.percent();
        picture.append("<path class=%s d=\"M%s 4V29\"/>".formatted(Pen.POLE.css(), number(x)))
                .append("<use href=\"#%s\" x=%s y=4 class=%s />"
                        .formatted(
                                Sign.PENNANT.id(),
                                number(x),
                                Standing.of(percent).fill().css()));
        boolean after = x + 12 + KEPT <= WIDTH;
        if (after || x - KEPT - 6 > scale.x(planned.forecast().finish().p80()))
            picture.append("<text class=\"ax k\" x=%s y=14%s>%s by the promise</text>"
                    .formatted(
                            number(after ? x + 12 : x - 6),
                            after ? "" : " text-anchor=end",
                            Sentences.chance(percent)));
    }

    /// Dates under the ruler, as many as have room.
    private void labels(StringBuilder picture) {
        var axis = Axis.of(scale, planned.plan().zone());
        double free = 0;
        for (var tick : axis.ticks()) {
            var at = scale.start()
                    .plusSeconds((long) (tick.x() / WIDTH * scale.length().toSeconds()));
            var label = dates.brief(at.plusSeconds(60));
            double width = label.length() * 6.2;
            if (tick.x() < free || tick.x() + width > WIDTH) continue;
            picture.append("<text class=ax x=%s y=40>%s</text>".formatted(number(tick.x()), label));
            picture.append("<path class=%s d=\"M%s 26.5v4\"/>".formatted(Pen.RULE.css(), number(tick.x())));
            free = tick.x() + width + 10;
        }
    }

    private String spoken() {
        var chance = planned.forecast().finish();
        var text = "The end of the project: one in ten by %s, even chance by %s, 80 percent by %s, nine in ten by %s."
                .formatted(
                        dates.spokenEndDay(chance.p10()),
                        dates.spokenEndDay(chance.p50()),
                        dates.spokenEndDay(chance.p80()),
                        dates.spokenEndDay(chance.p90()));
        for (var each : promise) text += " Promised by " + dates.spokenEndDay(each.by()) + ".";
        return text;
    }
}
