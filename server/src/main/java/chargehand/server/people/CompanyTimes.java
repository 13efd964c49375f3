package chargehand.server.people;

import org.springframework.stereotype.Component;

/// The company's zone, working week and country, which `identity` keeps.
@Component
class CompanyTimes {
    CompanyTime current() {
        return CompanyTime.UNSAID;
    }
}
