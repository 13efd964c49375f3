package chargehand.server.delivery;

import chargehand.server.planning.Trials;
import chargehand.server.planning.Trials.Stand;
import chargehand.server.planning.Trials.Trial;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Says whether an offer is still what would come of it: every date on its day, the draft as it was.
/// Chances may have moved; they are no part of what is promised.
@Component
class Freshness {
    private static final int MOST = 1_000;

    private final Trials trials;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Freshness(Trials trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    /// What was found of an offer. It is looked at again every hour: what was planned for this morning
    /// is past at noon.
    private record Known(Stand stand, Instant hour, boolean fresh) {}

    boolean isFresh(UUID project, Offer offer) {
        var stand = trials.stand(project, offer.draft());
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var found = known.get(offer.id());
        if (found != null && found.stand().equals(stand) && found.hour().equals(hour)) return found.fresh();
        boolean fresh = trial(project, offer).isPresent();
        if (known.size() >= MOST) known.clear();
        known.put(offer.id(), new Known(stand, hour, fresh));
        return fresh;
    }

    /// What would come of the offer now, if that is what was offered.
    Optional<Trial> trial(UUID project, Offer offer) {
        try {
            return offer.draft() == null
                    ? Optional.of(trials.none(project)).filter(trial -> isSame(offer, trial))
                    : trials.look(project, offer.draft(), 0)
                            .filter(trial -> trial.edited() == offer.draftEdited() && isSame(offer, trial));
        } catch (Problem nothingComesOfIt) {
            return Optional.empty();
        }
    }

    private static boolean isSame(Offer offer, Trial trial) {
        return OfferDates.isStillSo(
                offer.terms().dates(), trial, ZoneId.of(offer.terms().zone()));
    }
}
