package chargehand.server.budget;

import chargehand.server.audit.Audit;
import chargehand.server.budget.Contract.Kind;
import chargehand.server.budget.Contract.SalesRate;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.People;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes contracts and sales rates.
@Service
class ContractEditing {
    private static final int MOST_RATES = 200;
    private static final int MOST_MONTHS = 240;
    private static final int MOST_ON_TOP = 200;

    private final Contracts contracts;
    private final People people;
    private final Audit audit;
    private final LiveEvents events;

    ContractEditing(Contracts contracts, People people, Audit audit, LiveEvents events) {
        this.contracts = contracts;
        this.people = people;
        this.audit = audit;
        this.events = events;
    }

    /// What it is worth stays out of the record of deeds, which more people read.
    ///
    /// @param version of the contract before; 0 for the first
    /// @throws Problem if a value can't be, or somebody was faster
    @Transactional
    void write(Caller caller, UUID project, ContractWrite written, long version) {
        var contract = contract(project, written, version + 1);
        long there = contracts.find(project).map(Contract::version).orElse(0L);
        if (there != version || !contracts.put(contract)) throw Version.outdated(there);
        audit.record(
                caller,
                "contract-written",
                "contract",
                project,
                project,
                Map.of("kind", contract.kind().name(), "rates", contract.rates().size()));
        events.publish("money", project, null, caller.account(), EventScope.project(project));
    }

    private Contract contract(UUID project, ContractWrite written, long version) {
        var kind = written.kind();
        if (kind == null) throw Problem.invalid("kind", "Say how pay comes about.");
        var since = Written.day("since", written.since());
        var amount = kind == Kind.timeAndMaterials ? null : Written.something("amount", written.amount());
        if (kind == Kind.timeAndMaterials && written.amount() != null)
            throw Problem.invalid("amount", "Time and materials have no amount; with a cap they are capped.");
        var note = Written.text("note", written.note());
        return new Contract(
                project,
                kind,
                amount,
                since,
                until(kind, since, written.until()),
                note == null ? "" : note,
                material(kind, written.materialPercent()),
                rates(written.rates() == null ? List.of() : written.rates()),
                version);
    }

    private static @Nullable Integer material(Kind kind, @Nullable Integer percent) {
        if (percent == null) return null;
        if (kind != Kind.timeAndMaterials && kind != Kind.capped)
            throw Problem.invalid(
                    "materialPercent", "What is bought is passed on by the hour alone; a price has it in it.");
        if (percent < 0 || percent > MOST_ON_TOP)
            throw Problem.invalid("materialPercent", "0 to 200 percent are put on top.");
        return percent;
    }

    private static @Nullable LocalDate until(Kind kind, LocalDate since, @Nullable LocalDate until) {
        if (kind != Kind.retainer) return null;
        if (until == null || until.isBefore(since))
            throw Problem.invalid("until", "A retainer ends on a day after it begins.");
        if (until.isAfter(since.plusMonths(MOST_MONTHS)))
            throw Problem.invalid("until", "A retainer lasts at most twenty years.");
        return until;
    }

    private List<SalesRate> rates(List<ContractWrite.RateWrite> written) {
        if (written.size() > MOST_RATES) throw Problem.invalid("rates", "There are more than 200 rates.");
        var seen = new HashSet<String>();
        return written.stream().map(each -> rate(each, seen)).toList();
    }

    private SalesRate rate(ContractWrite.RateWrite written, HashSet<String> seen) {
        var role = Written.text("rates", written.role());
        var person = written.person();
        if (person != null && role != null)
            throw Problem.invalid("rates", "A rate is of a person or of a role, not of both.");
        if (person != null && !people.knows(person)) throw Problem.invalid("rates", "There is no such person.");
        var rate = new SalesRate(
                person, role, Written.day("rates", written.since()), Written.amount("rates", written.hour()));
        var key = "%s %s %s".formatted(person, role == null ? "" : role.toLowerCase(Locale.ROOT), rate.since());
        if (!seen.add(key)) throw Problem.invalid("rates", "One has two rates on %s.".formatted(rate.since()));
        return rate;
    }
}
