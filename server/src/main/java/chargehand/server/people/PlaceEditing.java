package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Adds sites, and closes them for some days.
@Service
public class PlaceEditing {
    private static final int MOST_DAYS = 366;

    private final Sites sites;
    private final Shutdowns shutdowns;
    private final People people;
    private final Holidays holidays;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlaceEditing(
            Sites sites,
            Shutdowns shutdowns,
            People people,
            Holidays holidays,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sites = sites;
        this.shutdowns = shutdowns;
        this.people = people;
        this.holidays = holidays;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @throws Problem if the country is not known, or there is a site of that name
    @Transactional
    public Site addSite(SiteWrite written, Caller caller) {
        var site = site(Ids.next(clock), written);
        try {
            sites.insert(site);
        } catch (DuplicateKeyException taken) {
            throw nameTaken(site);
        }
        audit.record(caller, "site-created", "site", site.id(), null, Map.of("name", site.name()));
        return site;
    }

    /// @throws Problem as above, or if there is no such site
    @Transactional
    public Site changeSite(UUID id, SiteWrite written, Caller caller) {
        var site = site(id, written);
        try {
            if (!sites.update(site)) throw Problem.notFound();
        } catch (DuplicateKeyException taken) {
            throw nameTaken(site);
        }
        audit.record(caller, "site-changed", "site", id, null, Map.of("name", site.name()));
        tellThoseOf(id);
        return site;
    }

    private Site site(UUID id, SiteWrite written) {
        var name = PersonChecks.text("name", written.name() == null ? "" : written.name());
        if (written.country() == null || written.country().isBlank())
            throw Problem.invalid("country", "It isn't said in which country the site is.");
        var country = written.country().strip().toUpperCase(Locale.ROOT);
        var region = written.region() == null || written.region().isBlank()
                ? null
                : written.region().strip().toUpperCase(Locale.ROOT);
        holidays.check(country, region);
        return new Site(id, name, country, region, PersonChecks.zone(written.zone()));
    }

    private static Problem nameTaken(Site site) {
        return Problem.of(409, "name-taken", "The name is taken", "There is a site %s already.".formatted(site.name()))
                .hint("Give it another name.");
    }

    /// @throws Problem if there is no such site, or the days can't be right
    @Transactional
    public Shutdown close(ShutdownWrite written, Caller caller) {
        var shutdown = shutdown(written);
        shutdowns.insert(shutdown);
        audit.record(caller, "shutdown-created", "shutdown", shutdown.id(), null, Map.of("name", shutdown.name()));
        tellThoseOf(shutdown.site());
        return shutdown;
    }

    private Shutdown shutdown(ShutdownWrite written) {
        LocalDate from = written.from();
        if (from == null) throw Problem.invalid("from", "It isn't said when the shutdown begins.");
        var to = written.to() == null ? from : written.to();
        if (to.isBefore(from)) throw Problem.invalid("to", "The shutdown ends before it begins.");
        if (from.plusDays(MOST_DAYS).isBefore(to)) throw Problem.invalid("to", "The shutdown lasts more than a year.");
        var site = written.site();
        if (site != null && sites.all().stream().noneMatch(each -> each.id().equals(site)))
            throw Problem.invalid("site", "There is no such site.");
        var name = PersonChecks.text("name", written.name() == null ? "" : written.name());
        return new Shutdown(Ids.next(clock), site, from, to, name);
    }

    /// @throws Problem if there is no such shutdown
    @Transactional
    public void reopen(UUID id, Caller caller) {
        var shutdown = shutdowns.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        shutdowns.remove(id);
        audit.record(caller, "shutdown-removed", "shutdown", id, null, Map.of("name", shutdown.name()));
        tellThoseOf(shutdown.site());
    }

    private void tellThoseOf(@Nullable UUID site) {
        var concerned = new HashSet<UUID>();
        for (var person : people.all()) if (site == null || site.equals(person.site())) concerned.add(person.id());
        if (!concerned.isEmpty()) events.publishEvent(new PeopleChanged(concerned));
    }
}
