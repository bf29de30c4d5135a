package io.groundswell.kit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.Problem;
import io.groundswell.kit.problem.ProblemType;

/**
 * A problem that any operation of a certain shape can answer with, one shared response for each status.
 *
 * @param component name of the shared response
 * @param type the kind that the example shows
 * @param description when it happens
 * @param canHappen whether it can, for an operation
 * @param errors places that the example names
 */
record StandardProblem(String component, ProblemType type, String description, Predicate<Facts> canHappen,
        List<FieldError> errors) {
    private static final String PREFIX = "#/components/responses/";
    private static final String REQUEST_ID = "0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a";

    private static final List<StandardProblem> ALL = List.of(
            of("BadRequest", ProblemType.INVALID_PARAMETER, Facts::hasInput,
                    "The request cannot be read: malformed JSON, an unknown or invalid parameter, an invalid header.",
                    FieldError.parameter("limit", "out-of-range", "limit must be a whole number from 1 to 100.")),
            of("Unauthorized", ProblemType.UNAUTHORIZED, Facts::isGuarded, "No valid bearer token."),
            of("Forbidden", ProblemType.FORBIDDEN, Facts::isGuarded, "The token lacks the scope."),
            of("NotFound", ProblemType.NOT_FOUND, Facts::hasPathParameter, "No such thing in the token's workspace."),
            of("NotAcceptable", ProblemType.NOT_ACCEPTABLE, Facts::answersWithBody,
                    "No media type of `Accept` can be produced."),
            of("Conflict", ProblemType.CONFLICT, facts -> facts.isIdempotentByKey() || facts.isConditional(),
                    "The state does not allow it, or a request with the same `Idempotency-Key` is running."),
            of("PreconditionFailed", ProblemType.PRECONDITION_FAILED, Facts::isConditional,
                    "The resource has changed since the version in `If-Match`."),
            of("PayloadTooLarge", ProblemType.PAYLOAD_TOO_LARGE, Facts::hasBody,
                    "The body is larger than the operation reads."),
            of("UnsupportedMediaType", ProblemType.UNSUPPORTED_MEDIA_TYPE, Facts::hasBody,
                    "The operation does not read the body's media type."),
            of("ValidationFailed", ProblemType.VALIDATION_FAILED, facts -> facts.hasBody() || facts.isIdempotentByKey(),
                    "Values break rules, each named in `errors`; or the `Idempotency-Key` was used with other content.",
                    FieldError.field("kpis.0.target", "out-of-range", "target must be at least 1.")),
            of("PreconditionRequired", ProblemType.PRECONDITION_REQUIRED, Facts::isConditional, "`If-Match` is missing."),
            of("TooManyRequests", ProblemType.TOO_MANY_REQUESTS, _ -> true,
                    "Too many requests; `Retry-After` says when to come back."),
            of("InternalError", ProblemType.INTERNAL_ERROR, _ -> true,
                    "The service failed; quote `requestId` when asking for help."),
            of("ServiceUnavailable", ProblemType.SERVICE_UNAVAILABLE, _ -> true,
                    "Something the service needs is away; `Retry-After` says when to come back."));

    private static StandardProblem of(String component, ProblemType type, Predicate<Facts> canHappen, String description,
            FieldError... errors) {
        return new StandardProblem(component, type, description, canHappen, List.of(errors));
    }

    static void addTo(Components components) {
        ALL.forEach(problem -> components.addResponse(problem.component, problem.response()));
    }

    /** Adds the problems that the operation does not describe itself, and gives the document to those that it does. */
    static void addTo(Facts facts, APIResponses responses) {
        responses.getAPIResponses().entrySet().stream().filter(entry -> isSaidByFramework(entry.getValue()))
                .map(Map.Entry::getKey).toList().forEach(responses::removeAPIResponse);
        for (StandardProblem problem : ALL) {
            String status = Integer.toString(problem.type.status());
            APIResponse own = responses.getAPIResponse(status);
            if (own == null) {
                if (problem.canHappen.test(facts)) {
                    responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(PREFIX + problem.component));
                }
            } else if (own.getRef() == null && own.getContent() == null) {
                own.setContent(problem.content());
                StandardHeader.REQUEST_ID.addTo(own);
            }
        }
        sort(responses);
    }

    /** The framework adds these two to every guarded operation, without a body. */
    private static boolean isSaidByFramework(APIResponse response) {
        return "Not Authorized".equals(response.getDescription()) || "Not Allowed".equals(response.getDescription());
    }

    private static void sort(APIResponses responses) {
        Map<String, APIResponse> sorted = new LinkedHashMap<>();
        responses.getAPIResponses().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        responses.setAPIResponses(sorted);
    }

    private APIResponse response() {
        APIResponse response = OASFactory.createAPIResponse().description(description).content(content());
        StandardHeader.REQUEST_ID.addTo(response);
        switch (type.status()) {
            case 429, 503 -> StandardHeader.RETRY_AFTER.addTo(response);
            case 401 -> StandardHeader.WWW_AUTHENTICATE.addTo(response);
            case 412 -> StandardHeader.ETAG.addTo(response);
            default -> {
                // the request's id is all there is to say
            }
        }
        return response;
    }

    private Content content() {
        Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE,
                OASFactory.createMediaType().schema(problem).example(example()));
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri().toString());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("code", type.code());
        example.put("requestId", REQUEST_ID);
        if (!errors.isEmpty()) {
            example.put("errors", errors.stream().map(StandardProblem::json).toList());
        }
        return example;
    }

    private static Map<String, Object> json(FieldError error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pointer", error.pointer());
        json.put("code", error.code());
        json.put("detail", error.detail());
        return json;
    }
}
