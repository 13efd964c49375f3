package chargehand.server.increments;

import chargehand.server.planning.PlanReading;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lays out the cards of a project. A task that nobody has seen as a card before gets its number here.
@Component
class Decks {
    private final PlanReading plans;
    private final Boards boards;
    private final Cards cards;
    private final Clock clock;

    Decks(PlanReading plans, Boards boards, Cards cards, Clock clock) {
        this.plans = plans;
        this.boards = boards;
        this.cards = cards;
        this.clock = clock;
    }

    /// @throws Problem 404 if there is no such project
    @Transactional
    Deck of(UUID project) {
        var current = plans.current(project).orElseThrow(Problem::notFound);
        var board = boards.of(project, current.plan().name());
        var known = cards.of(project);
        var unknown = current.plan().tasks().stream()
                .filter(Deck::isCard)
                .map(each -> each.id().value())
                .filter(each -> !known.containsKey(each))
                .toList();
        if (unknown.isEmpty()) return new Deck(current, board, known);
        // What was there before anybody looked has been there from the start.
        cards.number(project, unknown, known.isEmpty() ? current.plan().start() : clock.instant());
        return new Deck(current, board, cards.of(project));
    }
}
