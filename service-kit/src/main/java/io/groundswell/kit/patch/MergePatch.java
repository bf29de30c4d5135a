package io.groundswell.kit.patch;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.JsonProblems;
import io.groundswell.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies merge patches. */
@ApplicationScoped
public class MergePatch {
    /** The media type of RFC 7396. */
    public static final String TYPE = "application/merge-patch+json";

    private final ObjectMapper json;

    MergePatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Returns the record with the patch's members replaced and those that are null removed.
     *
     * @throws InvalidValue when the patch is not an object
     * @throws ProblemException 422 when the patched record is not valid, like a body that was refused
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode members)) {
            throw new InvalidValue("", "not-an-object", "A merge patch must be a JSON object.");
        }
        try {
            return json.treeToValue(merge(json.valueToTree(current), members), type);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
    }

    /** MergePatch of RFC 7396 §2; whatever is no object gives way to one. */
    private ObjectNode merge(@Nullable JsonNode target, ObjectNode patch) {
        ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : json.createObjectNode();
        patch.properties().forEach(member -> {
            switch (member.getValue()) {
                case ObjectNode deeper -> merged.set(member.getKey(), merge(merged.get(member.getKey()), deeper));
                case JsonNode value when value.isNull() -> merged.remove(member.getKey());
                case JsonNode value -> merged.set(member.getKey(), value);
            }
        });
        return merged;
    }
}
