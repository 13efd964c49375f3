package chargehand.server.identity;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;

/// Nobody sends the caller: who it is, is known by the session.
@Component
class UndescribedArguments {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignedIn.class);
    }
}
