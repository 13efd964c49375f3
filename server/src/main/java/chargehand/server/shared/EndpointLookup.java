package chargehand.server.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Finds the endpoint that a path means. For a path with an id in it Spring asks each of some hundred endpoints, one
/// after the other, with all their conditions, and with the path last; here only those are asked that have as many
/// parts and the same words.
@Component
class EndpointLookup implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByShape();
    }

    private static final class ByShape extends RequestMappingHandlerMapping {
        private static final ScopedValue<List<String>> ASKED = ScopedValue.newInstance();

        private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            var asked =
                    parts(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
            return ScopedValue.where(ASKED, asked).call(() -> super.lookupHandlerMethod(path, request));
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            var known = shapes.computeIfAbsent(info, ByShape::shapes);
            var asked = ASKED.get();
            for (var each : known) if (each.fits(asked)) return super.getMatchingMapping(info, request);
            return null;
        }

        private static List<Shape> shapes(RequestMappingInfo info) {
            var patterns = info.getPathPatternsCondition();
            if (patterns == null) return List.of(Shape.ANY);
            return patterns.getPatterns().stream()
                    .map(each -> Shape.of(each.getPatternString()))
                    .toList();
        }
    }

    /// Slashes are parts, too.
    private static List<String> parts(PathContainer path) {
        var parts = new ArrayList<String>(path.elements().size());
        for (var each : path.elements())
            parts.add(each instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : each.value());
        return parts;
    }

    /// What can be said of a path before it is taken apart.
    ///
    /// @param words of a path, with "" where it has something else each time; null for any path
    private record Shape(@Nullable List<String> words) {
        static final Shape ANY = new Shape(null);

        static Shape of(String pattern) {
            // Of several parts, or parts with rules of their own.
            if (pattern.contains("*") || pattern.contains(":") || pattern.contains("?")) return ANY;
            return new Shape(parts(PathContainer.parsePath(pattern)).stream()
                    .map(each -> each.contains("{") ? "" : each)
                    .toList());
        }

        boolean fits(List<String> asked) {
            if (words == null) return true;
            if (words.size() != asked.size()) return false;
            // What differs stands behind: nearly all paths begin alike.
            for (int i = words.size() - 1; i >= 0; i--)
                if (!words.get(i).isEmpty() && !words.get(i).equals(asked.get(i))) return false;
            return true;
        }
    }
}
