package io.groundswell.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service said. A failure to say anything is none of these, but an exception. */
sealed interface Answer {

    /** It answered. */
    record Given(JsonNode data) implements Answer {}

    /**
     * It refused this request, and is well.
     *
     * @param status 4xx
     */
    record Refused(int status) implements Answer {}
}
