package chargehand.server.shared;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// Refuses a body in which something is missing: the components of a record and the values of its maps are all
/// needed, except those that say `@Nullable`. So no controller meets a null that its types deny.
@ControllerAdvice
class WholeBodies extends RequestBodyAdviceAdapter {
    private static final Map<Class<?>, List<Part>> PARTS = new ConcurrentHashMap<>();

    /// @param filled whether each value of a map is needed
    private record Part(RecordComponent component, boolean needed, boolean filled) {}

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        check(body, "");
        return body;
    }

    private static void check(@Nullable Object value, String path) {
        switch (value) {
            case Record each -> checkRecord(each, path);
            case List<?> each -> checkList(each, path);
            case null, default -> {}
        }
    }

    private static void checkList(List<?> list, String path) {
        for (int i = 0; i < list.size(); i++) {
            var here = path + "[" + i + "]";
            if (list.get(i) == null) throw missing(here);
            check(list.get(i), here);
        }
    }

    private static void checkRecord(Record whole, String path) {
        if (!whole.getClass().getName().startsWith("chargehand.server.")) return;
        for (var part : PARTS.computeIfAbsent(whole.getClass(), WholeBodies::parts)) {
            var here = path.isEmpty() ? part.component.getName() : path + "." + part.component.getName();
            var value = value(part.component, whole);
            if (value == null && part.needed) throw missing(here);
            if (part.filled && value instanceof Map<?, ?> map) checkMap(map, here);
            else check(value, here);
        }
    }

    private static void checkMap(Map<?, ?> map, String path) {
        map.forEach((key, value) -> {
            var here = path + "." + key;
            if (value == null) throw missing(here);
            check(value, here);
        });
    }

    private static List<Part> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(each -> new Part(each, isNeeded(each), isFilled(each)))
                .toList();
    }

    static boolean isNeeded(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isFilled(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType whole
                && Arrays.stream(whole.getAnnotatedActualTypeArguments())
                        .noneMatch(each -> each.isAnnotationPresent(Nullable.class));
    }

    private static @Nullable Object value(RecordComponent component, Record whole) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem missing(String path) {
        return Problem.invalid(path, "“%s” is missing.".formatted(path));
    }
}
