package chargehand.server.identity;

import chargehand.server.shared.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the gate before all controllers, and gives them the caller as an argument: null only where the endpoint is
/// open and nobody is signed in.
@Configuration
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Gate gate;

    CallerArguments(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) throw new IllegalStateException("No HTTP request.");
        var signedIn = gate.signedIn(request).orElse(null);
        if (signedIn == null && parameter.hasMethodAnnotation(Needs.class)) throw Problem.notSignedIn();
        if (signedIn == null || parameter.getParameterType() == SignedIn.class) return signedIn;
        return signedIn.caller();
    }
}
