package chargehand.server.people;

import chargehand.server.identity.Caller;
import org.springframework.stereotype.Component;

/// Who owns somebody's time: their lead, and administrators.
@Component
public class TimeOwners {
    private final TimeRights rights;

    TimeOwners(TimeRights rights) {
        this.rights = rights;
    }

    /// Also of somebody without a lead whoever may grant time at all.
    public boolean owns(Caller caller, Person person) {
        return rights.grants(caller, person);
    }
}
