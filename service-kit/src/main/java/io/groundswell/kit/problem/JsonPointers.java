package io.groundswell.kit.problem;

import java.util.List;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Writes RFC 6901 pointers in their URI fragment form, {@code #/a/0/b}, without percent-encoding for readability. */
final class JsonPointers {
    static final String ROOT = "#";

    private JsonPointers() {}

    static String ofPath(String dotted) {
        if (dotted.isEmpty()) {
            return ROOT;
        }
        StringBuilder pointer = new StringBuilder(ROOT);
        for (String token : dotted.split("\\.", -1)) {
            append(pointer, token);
        }
        return pointer.toString();
    }

    static String ofReferences(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder(ROOT);
        for (JsonMappingException.Reference reference : path) {
            if (reference.getFieldName() != null) {
                append(pointer, reference.getFieldName());
            } else if (reference.getIndex() >= 0) {
                append(pointer, Integer.toString(reference.getIndex()));
            }
        }
        return pointer.toString();
    }

    /** Joins a place and a path below it. */
    static String below(String pointer, String dotted) {
        return dotted.isEmpty() ? pointer : pointer + ofPath(dotted).substring(ROOT.length());
    }

    private static void append(StringBuilder pointer, String token) {
        pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
}
