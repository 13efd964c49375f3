package chargehand.server;

import chargehand.server.shared.ProblemDocument;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The document at `/api/openapi.json` as a whole, in an order that doesn't depend on anything.
@Component
class ApiDescription implements GlobalOpenApiCustomizer {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String ABOUT = """
            Everything that the pages do, and for programs alike. Lists are `{items, next?}`; what is absent is left \
            out, never null; instants are UTC in whole minutes, money is `{minor, currency}`. A change names the \
            version that it was made on in `If-Match`. Who is refused gets `application/problem+json`, with a `code` \
            that stays and has a page. New fields may come at any time; none goes away.""";

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info()
                .title("Chargehand")
                .version(BackupCommand.VERSION)
                .description(ABOUT)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        document.servers(List.of(new Server().url("/")));
        var components = document.getComponents();
        addSecurity(components);
        addProblem(components);
        flattenChoices(components);
        addPatches(document);
        keepTagsOfVersions(document);
        order(document);
    }

    private static void addSecurity(Components components) {
        components.addSecuritySchemes(
                DescribedOperations.SESSION,
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("chargehand-session")
                        .description("Set by signing in"));
        components.addSecuritySchemes(
                DescribedOperations.TOKEN,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token of one's own account"));
    }

    private static void addProblem(Components components) {
        var found = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemDocument.class).resolveAsRef(false));
        components.addSchemas("Problem", found.schema);
        found.referencedSchemas.forEach(components::addSchemas);
        DescribedOperations.refusals().forEach(components::addResponses);
    }

    static ApiResponse problem(String words) {
        var type = new MediaType().schema(new Schema<>().$ref(SCHEMAS + "Problem"));
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType("application/problem+json", type));
    }

    /// One of several kinds: each says its kind itself, instead of referring to the whole that refers to it.
    private static void flattenChoices(Components components) {
        for (var choice : List.copyOf(components.getSchemas().values())) {
            if (choice.getDiscriminator() == null || choice.getOneOf() == null) continue;
            var kind = choice.getDiscriminator().getPropertyName();
            var mapping = new TreeMap<String, String>();
            for (Object each : choice.getOneOf()) {
                var reference = ((Schema<?>) each).get$ref();
                var name = reference.substring(SCHEMAS.length());
                var word = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                mapping.put(word, reference);
                components.addSchemas(name, flat(known(components, name), kind, word));
            }
            choice.properties(null).required(null);
            choice.setType(null);
            choice.setTypes(null);
            choice.getDiscriminator().mapping(new LinkedHashMap<>(mapping));
        }
    }

    private static Schema<?> flat(Schema<?> one, String kind, String word) {
        Schema<?> own = one.getAllOf() == null ? one : one.getAllOf().getLast();
        var flat = new JsonSchema();
        flat.addType("object");
        var says = new JsonSchema();
        says.addType("string");
        says.setConst(word);
        flat.addProperty(kind, says);
        if (own.getProperties() != null) own.getProperties().forEach(flat::addProperty);
        var needed = new LinkedHashSet<>(List.of(kind));
        // Where the whole was described first, what is needed stands beside its parts.
        for (var part : List.of(one, own)) if (part.getRequired() != null) needed.addAll(part.getRequired());
        flat.setRequired(List.copyOf(needed));
        return flat;
    }

    /// Where a part of a thing is sent, what is absent stays and null clears.
    private static void addPatches(OpenAPI document) {
        var components = document.getComponents();
        components.addSchemas("TaskPatch", patch(known(components, "TaskFields"), "id"));
        known(components, "SetTask").getProperties().put("set", reference("TaskPatch"));
        components.addSchemas("PersonPatch", patch(known(components, "PersonWrite"), ""));
        var person = Objects.requireNonNull(document.getPaths().get("/api/people/{person}"));
        var body = person.getPatch().getRequestBody();
        body.getContent().values().forEach(each -> each.schema(reference("PersonPatch")));
    }

    private static Schema<?> known(Components components, String name) {
        return Objects.requireNonNull(components.getSchemas().get(name), name);
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref(SCHEMAS + name);
    }

    private static Schema<?> patch(Schema<?> whole, String except) {
        var patch = new JsonSchema();
        patch.addType("object");
        whole.getProperties().forEach((name, schema) -> {
            if (!name.equals(except)) patch.addProperty(name, orNull(schema));
        });
        return patch;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        var none = new JsonSchema();
        none.addType("null");
        var either = new JsonSchema();
        either.setAnyOf(List.of(schema, none));
        return either;
    }

    /// Only what has a version has it in `ETag`, too.
    private static void keepTagsOfVersions(OpenAPI document) {
        for (var path : document.getPaths().values())
            for (var operation : path.readOperations())
                for (var response : operation.getResponses().values())
                    if (response.getHeaders() != null && !isVersioned(response, document.getComponents()))
                        response.getHeaders().remove(HttpHeaders.ETAG);
    }

    private static boolean isVersioned(ApiResponse response, Components components) {
        return response.getContent().values().stream()
                .map(MediaType::getSchema)
                .map(each -> each.getOneOf() == null
                        ? each
                        : (Schema<?>) each.getOneOf().getFirst())
                .anyMatch(each -> each.get$ref() != null
                        && known(components, each.get$ref().substring(SCHEMAS.length()))
                                .getProperties()
                                .containsKey("version"));
    }

    private static void order(OpenAPI document) {
        var paths = new Paths();
        new TreeMap<>(document.getPaths()).forEach(paths::addPathItem);
        document.setPaths(paths);
        document.getComponents()
                .setSchemas(new LinkedHashMap<>(
                        new TreeMap<>(document.getComponents().getSchemas())));
        var tags = new TreeMap<String, Tag>();
        for (var tag : new LinkedHashSet<>(document.getTags()))
            tags.merge(tag.getName(), tag, (known, next) -> known.getDescription() == null ? next : known);
        document.setTags(List.copyOf(tags.values()));
        paths.values()
                .forEach(path -> path.readOperations().forEach(each -> {
                    if (each.getParameters() != null)
                        each.getParameters().sort(Comparator.comparingInt(parameter -> rank(parameter.getIn())));
                }));
    }

    private static int rank(String in) {
        return List.of("path", "query", "header", "cookie").indexOf(in);
    }
}
