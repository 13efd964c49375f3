package chargehand.server;

import chargehand.server.identity.Needs;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/// What holds of operations without each of them having to say it: who may, which headers go with it, and how it is
/// refused.
@Component
class DescribedOperations implements OperationCustomizer {
    static final String SESSION = "session";
    static final String TOKEN = "token";
    private static final Map<Integer, String> REFUSALS = new TreeMap<>(Map.of(
            400, "The request can't be read",
            401, "Nobody is signed in",
            403, "One sees it, but may not do it",
            404, "It isn't there, or isn't to be seen",
            409, "It doesn't go with what is there, or the same request is being carried out at this moment",
            412, "It was changed since the version in If-Match",
            422, "A value can't be right",
            428, "If-Match is missing"));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var needs = method.getMethodAnnotation(Needs.class);
        var may = new ArrayList<Integer>();
        if (needs == null) operation.setSecurity(List.of());
        else {
            operation.setSecurity(
                    List.of(new SecurityRequirement().addList(SESSION), new SecurityRequirement().addList(TOKEN)));
            operation.addExtension("x-permission", needs.value().word());
            may.addAll(List.of(401, 403));
        }
        var parameters = operation.getParameters() == null
                ? List.<io.swagger.v3.oas.models.parameters.Parameter>of()
                : operation.getParameters();
        if (parameters.stream().anyMatch(each -> "path".equals(each.getIn()))) may.add(404);
        if (!parameters.isEmpty() || operation.getRequestBody() != null) may.addAll(List.of(400, 422));
        if (needsVersion(method)) {
            may.addAll(List.of(412, 428));
            describeVersion(operation);
        }
        if (method.hasMethodAnnotation(PostMapping.class) && needs != null) {
            may.addAll(List.of(409, 422));
            operation.addParametersItem(idempotencyKey());
        }
        describeAnswers(operation, method);
        may.stream()
                .distinct()
                .sorted()
                .forEach(status -> operation.getResponses().addApiResponse(Integer.toString(status), refusal(status)));
        operation.getResponses().addApiResponse("default", reference("Refused"));
        return operation;
    }

    private static boolean needsVersion(HandlerMethod method) {
        for (var parameter : method.getMethodParameters()) {
            var header = parameter.getParameterAnnotation(RequestHeader.class);
            if (header != null && (header.name() + header.value()).contains(HttpHeaders.IF_MATCH)) return true;
        }
        return false;
    }

    private static void describeVersion(Operation operation) {
        for (var parameter : operation.getParameters())
            if (HttpHeaders.IF_MATCH.equals(parameter.getName()))
                parameter
                        .required(true)
                        .description("The ETag of what the change was made on")
                        .schema(new StringSchema())
                        .example(Version.tag(7));
    }

    private static HeaderParameter idempotencyKey() {
        var key = new HeaderParameter();
        key.name("Idempotency-Key")
                .description("Of one's own making, 1 to 200 visible characters: a repetition within 24 hours gets the "
                        + "same answer, with `Idempotency-Replayed: true`, and nothing is done twice")
                .required(false)
                .schema(new StringSchema().minLength(1).maxLength(200));
        return key;
    }

    /// Which of them have a version is known once all schemas are.
    private static void describeAnswers(Operation operation, HandlerMethod method) {
        if (method.getReturnType().getParameterType() != ResponseEntity.class) return;
        operation.getResponses().forEach((status, response) -> {
            if (response.getContent() == null) return;
            response.addHeaderObject(
                    HttpHeaders.ETAG, header("The version, for If-Match").required(true));
            if (status.equals("201")) response.addHeaderObject(HttpHeaders.LOCATION, header("Where it is to be had"));
        });
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static ApiResponse refusal(int status) {
        return reference("Refused" + status);
    }

    private static ApiResponse reference(String name) {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    /// All refusals, by the name that operations refer to them by.
    static Map<String, ApiResponse> refusals() {
        var all = new TreeMap<String, ApiResponse>();
        REFUSALS.forEach((status, words) -> all.put("Refused" + status, ApiDescription.problem(words)));
        all.put("Refused", ApiDescription.problem("Refused, or the server can't at the moment: see `code`"));
        return all;
    }
}
