package chargehand.server.identity;

import java.util.ArrayList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Keeps the server from starting while an endpoint doesn't say whom it is for.
@Component
class EndpointGuard implements SmartInitializingSingleton {
    private static final String OURS = "chargehand.";
    /// Describes the endpoints where they are tested; the server has only what came of it.
    private static final String DESCRIPTION = "org.springdoc.";

    private final RequestMappingHandlerMapping endpoints;

    EndpointGuard(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        endpoints = requestMappingHandlerMapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var unsaid = new ArrayList<String>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (!saysForWhom(method)) unsaid.add(mapping + " in " + method);
        });
        if (!unsaid.isEmpty())
            throw new IllegalStateException(
                    "Each endpoint has to carry either @Needs or @Open: " + String.join("; ", unsaid));
    }

    static boolean saysForWhom(HandlerMethod method) {
        var home = method.getBeanType().getName();
        if (!home.startsWith(OURS)) return home.startsWith(DESCRIPTION);
        if (ErrorController.class.isAssignableFrom(method.getBeanType())) return true;
        boolean needs = method.hasMethodAnnotation(Needs.class);
        return needs != method.hasMethodAnnotation(Open.class);
    }
}
