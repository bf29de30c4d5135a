package io.groundswell.kit.contract;

import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What an operation's shape tells about its answers.
 *
 * @param path with its parameters in braces
 * @param changeable whether the resource has versions that a change names
 */
record Facts(String path, Operation operation, boolean changeable) {

    boolean hasInput() {
        return hasBody() || !parameters().isEmpty();
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean hasPathParameter() {
        return path.contains("{");
    }

    boolean answersWithBody() {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith("2") && answer.getValue().getContent() != null);
    }

    boolean isGuarded() {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    boolean isConditional() {
        return has(StandardParameter.IF_MATCH);
    }

    boolean isIdempotentByKey() {
        return has(StandardParameter.IDEMPOTENCY_KEY);
    }

    boolean isVersioned() {
        return isConditional() || has(StandardParameter.IF_NONE_MATCH) || (changeable && !has(StandardParameter.CURSOR));
    }

    private boolean has(StandardParameter parameter) {
        return parameters().stream().anyMatch(present -> parameter.reference().equals(present.getRef())
                || Objects.equals(parameter.wireName(), present.getName()));
    }

    private List<Parameter> parameters() {
        return Objects.requireNonNullElse(operation.getParameters(), List.of());
    }
}
