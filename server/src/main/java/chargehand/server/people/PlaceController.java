package chargehand.server.people;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Open;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class PlaceController {
    private final Sites sites;
    private final Shutdowns shutdowns;
    private final PlaceEditing editing;
    private final Holidays holidays;

    PlaceController(Sites sites, Shutdowns shutdowns, PlaceEditing editing, Holidays holidays) {
        this.sites = sites;
        this.shutdowns = shutdowns;
        this.editing = editing;
        this.holidays = holidays;
    }

    record SiteView(
            UUID id,
            String name,
            String country,
            @Nullable String region,
            @Nullable String zone) {
        static SiteView of(Site site) {
            var zone = site.zone();
            return new SiteView(
                    site.id(), site.name(), site.country(), site.region(), zone == null ? null : zone.getId());
        }
    }

    record SiteList(List<SiteView> items) {}

    record ShutdownList(List<Shutdown> items) {}

    record HolidayList(List<Holiday> items) {}

    /// A country, or a region of one, with holidays of its own.
    @Schema(name = "CountryOrRegion")
    record Place(String code, String name) {}

    record PlaceList(List<Place> items) {}

    @GetMapping("/api/sites")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "listSites", summary = "Where people work")
    SiteList sites() {
        return new SiteList(sites.all().stream().map(SiteView::of).toList());
    }

    @PostMapping("/api/sites")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "createSite", summary = "Add a site; its country and region say which days are holidays")
    SiteView createSite(@RequestBody SiteWrite written, Caller caller) {
        return SiteView.of(editing.addSite(written, caller));
    }

    @PatchMapping("/api/sites/{site}")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "changeSite", summary = "Change a site, whole")
    SiteView changeSite(@PathVariable("site") UUID site, @RequestBody SiteWrite written, Caller caller) {
        return SiteView.of(editing.changeSite(site, written, caller));
    }

    @GetMapping("/api/shutdowns")
    @Needs(Permission.PEOPLE_SEE)
    @Operation(operationId = "listShutdowns", summary = "When a site, or the whole company, is closed")
    ShutdownList shutdowns() {
        return new ShutdownList(shutdowns.all());
    }

    @PostMapping("/api/shutdowns")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "createShutdown", summary = "Close a site, or the whole company, for some days")
    Shutdown createShutdown(@RequestBody ShutdownWrite written, Caller caller) {
        return editing.close(written, caller);
    }

    @DeleteMapping("/api/shutdowns/{shutdown}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "removeShutdown", summary = "Open again")
    void removeShutdown(@PathVariable("shutdown") UUID shutdown, Caller caller) {
        editing.reopen(shutdown, caller);
    }

    @GetMapping("/api/holidays")
    @Open
    @Operation(operationId = "listHolidays", summary = "The public holidays of a country or region in a year")
    HolidayList holidays(
            @RequestParam String country,
            @RequestParam @Nullable String region,
            @RequestParam int year,
            Locale language) {
        return new HolidayList(
                holidays.of(country, region == null || region.isBlank() ? null : region, year, language));
    }

    @GetMapping("/api/countries")
    @Open
    @Operation(operationId = "listCountries", summary = "The countries whose holidays are known")
    PlaceList countries(Locale language) {
        return new PlaceList(holidays.countries(language).entrySet().stream()
                .map(each -> new Place(each.getKey(), each.getValue()))
                .toList());
    }

    @GetMapping("/api/countries/{country}/regions")
    @Open
    @Operation(operationId = "listRegions", summary = "The regions of a country with holidays of their own")
    PlaceList regions(@PathVariable("country") String country) {
        holidays.check(country, null);
        return new PlaceList(holidays.regions(country).entrySet().stream()
                .map(each -> new Place(each.getKey(), each.getValue()))
                .toList());
    }
}
