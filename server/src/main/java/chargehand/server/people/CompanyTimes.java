package chargehand.server.people;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Company;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// The company's zone, working week and country, which `identity` keeps.
@Component
class CompanyTimes {
    private final Companies companies;

    CompanyTimes(Companies companies) {
        this.companies = companies;
    }

    /// What is usual before the first run has said it.
    CompanyTime current() {
        return companies.find().map(CompanyTimes::time).orElse(CompanyTime.UNSAID);
    }

    private static CompanyTime time(Company company) {
        var week = company.week();
        return new CompanyTime(
                ZoneId.of(company.zone()),
                company.country(),
                company.region(),
                new Week(
                        week.get("monday"),
                        week.get("tuesday"),
                        week.get("wednesday"),
                        week.get("thursday"),
                        week.get("friday"),
                        week.get("saturday"),
                        week.get("sunday")));
    }
}
