package chargehand.server.access;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// One endpoint of the running server: `GET /api/projects/{project}`.
record Endpoint(String method, String path) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /// All of ours, in the order of their paths.
    static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("chargehand."))
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api"))
                        .flatMap(path -> each.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method.name(), path))))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    HttpMethod verb() {
        return HttpMethod.valueOf(method);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    List<String> variables() {
        return VARIABLE.matcher(path).results().map(each -> each.group(1)).toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
