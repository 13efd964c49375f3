package chargehand.server.outbox;

import chargehand.server.identity.Companies;
import chargehand.server.outbox.Hook.Call;
import chargehand.server.outbox.Hook.Call.State;
import chargehand.server.outbox.Hook.Whose;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.shared.AtCommit;
import chargehand.server.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Lets webhooks hear what people are told of their projects: once, however many are told in however many words.
@Component
class HookTelling {
    private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

    private final Hooks hooks;
    private final HookCalls calls;
    private final Companies companies;
    private final HookBody bodies;
    private final Clock clock;
    private final AtCommit<Told> atCommit;

    HookTelling(
            Hooks hooks,
            HookCalls calls,
            Companies companies,
            TransactionTemplate transaction,
            JsonMapper json,
            @Value("${chargehand.url:}") String url,
            Clock clock) {
        this.hooks = hooks;
        this.calls = calls;
        this.companies = companies;
        this.bodies = new HookBody(json, url);
        this.clock = clock;
        atCommit = new AtCommit<>(transaction, ORDER, this::store);
    }

    private record Told(
            UUID project, Occasion occasion, Function<LetterWords, Letter> letter, Collection<String> names) {}

    /// The same thing, told to some and to others.
    private record Key(Notice.Kind kind, UUID project, String subject) {}

    /// One thing to be said.
    private record News(Told first, Letter letter, Set<String> names) {}

    /// What is about no project is somebody's own, and leaves no server.
    ///
    /// @param names of those who are told
    void tell(Occasion occasion, Function<LetterWords, Letter> letter, Collection<String> names) {
        if (occasion.project() != null) atCommit.add(new Told(occasion.project(), occasion, letter, names));
    }

    /// What one account is told goes to its own webhooks as well, when its mail would go. In the transaction of what
    /// happened, like the notice itself.
    void tellOwn(UUID account, Occasion occasion, Letter letter, LetterWords words, Instant due) {
        for (var hook : hooks.of(Whose.own(account)))
            if (!hook.paused() && hook.hears().contains(occasion.kind()))
                put(hook, due(own(hook, occasion, withoutLines(letter), words), due));
    }

    private Call own(Hook hook, Occasion occasion, Letter letter, LetterWords words) {
        return call(hook, occasion.kind().word(), letter, occasion, Set.of(), words, State.waiting);
    }

    private static Call due(Call call, Instant due) {
        return new Call(
                call.id(),
                call.hook(),
                call.project(),
                call.event(),
                call.subject(),
                call.body(),
                call.state(),
                due.isAfter(call.at()) ? due : call.at(),
                0,
                null,
                null,
                call.at());
    }

    /// A program is told each by itself; a chat what waits for the same hour in one.
    private void put(Hook hook, Call call) {
        var waiting = hook.kind() == Hook.Kind.chat && call.due().isAfter(call.at())
                ? calls.waiting(call).orElse(null)
                : null;
        if (waiting == null) calls.insert(call);
        else calls.say(waiting.id(), bodies.both(waiting.body(), call.body()));
    }

    private void store(List<Told> all) {
        var hearing = hooks.hearing(all.stream().map(Told::project).distinct().toList());
        if (hearing.isEmpty()) return;
        var words = LetterWords.in(companies.get().language());
        for (var news : news(all, words))
            for (var hook : hearing) if (hears(hook, news.first())) calls.insert(call(hook, news, words));
    }

    private static Collection<News> news(List<Told> all, LetterWords words) {
        var news = new LinkedHashMap<Key, News>();
        for (var told : all) {
            var letter = told.letter().apply(words);
            var key = new Key(told.occasion().kind(), told.project(), letter.subject());
            news.computeIfAbsent(key, _ -> new News(told, withoutLines(letter), new LinkedHashSet<>()))
                    .names()
                    .addAll(told.names());
        }
        return new ArrayList<>(news.values());
    }

    /// Lines are each reader's own: their days, a client's price.
    private static Letter withoutLines(Letter letter) {
        return new Letter(letter.subject(), letter.lead(), List.of(), letter.path(), letter.act());
    }

    private static boolean hears(Hook hook, Told told) {
        return (hook.whose().project() == null
                        || told.project().equals(hook.whose().project()))
                && hook.hears().contains(told.occasion().kind());
    }

    private Call call(Hook hook, News news, LetterWords words) {
        var occasion = news.first().occasion();
        var event = occasion.kind().word();
        return call(hook, event, news.letter(), occasion, news.names(), words, State.waiting);
    }

    private Call call(
            Hook hook,
            String event,
            Letter letter,
            Occasion occasion,
            Set<String> names,
            LetterWords words,
            State state) {
        var id = Ids.next(clock);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var body = switch (hook.kind()) {
            case signed -> bodies.signed(id, event, now, occasion.project(), occasion.urgent(), letter, names);
            case chat -> bodies.chat(words, letter, names);
        };
        return new Call(
                id, hook.id(), occasion.project(), event, letter.subject(), body, state, now, 0, null, null, now);
    }

    /// A call that says nothing but that it comes; held by whoever makes it.
    Call trial(Hook hook) {
        var words = LetterWords.in(companies.get().language());
        var path = page(hook.whose());
        var letter = new Letter(
                words.say("hook.trial.subject", "name", hook.name()),
                words.say("hook.trial.lead"),
                List.of(),
                path,
                words.say("hook.trial.act"));
        var occasion = new Occasion(Notice.Kind.UPDATE, hook.whose().project(), false, null);
        return call(hook, Call.TRIAL, letter, occasion, Set.of(), words, State.handed);
    }

    private static String page(Whose whose) {
        if (whose.account() != null) return "/notices";
        return whose.project() == null ? "/administration/hooks" : "/projects/%s/hooks".formatted(whose.project());
    }
}
