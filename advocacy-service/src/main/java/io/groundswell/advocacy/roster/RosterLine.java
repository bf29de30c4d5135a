package io.groundswell.advocacy.roster;

import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.databind.JsonNode;

/** What one line of a roster says about a person. */
record RosterLine(WorkEmail workEmail, @Nullable String name, @Nullable String department, @Nullable String jobFunction,
        @Nullable String location, @Nullable WorkEmail managerEmail, boolean active) {
    private static final int MAX_LENGTH = 200;
    private static final Set<String> MEMBERS = Set.of("workEmail", "name", "department", "jobFunction", "location",
            "managerEmail", "active");

    /**
     * Reads a line: typed members from JSON, texts from CSV.
     *
     * @throws InvalidValue naming the member that is not acceptable
     */
    static RosterLine read(JsonNode json) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw new InvalidValue(shown(name), "unknown-field",
                        "A roster has workEmail, name, department, jobFunction, location, managerEmail and active.");
            }
        }
        String manager = text(json, "managerEmail");
        return new RosterLine(WorkEmail.parse("workEmail", text(json, "workEmail")), text(json, "name"),
                text(json, "department"), text(json, "jobFunction"), text(json, "location"),
                manager == null ? null : WorkEmail.parse("managerEmail", manager), active(json.path("active")));
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new InvalidValue(field, "wrong-type", field + " must be text.");
        }
        String text = value.textValue().strip();
        if (text.indexOf('\0') >= 0) {
            throw new InvalidValue(field, "nul-character", field + " must not contain the character U+0000.");
        }
        // an e-mail address has a limit of its own, which its own error names
        if (text.length() > MAX_LENGTH && !field.endsWith("Email")) {
            throw new InvalidValue(field, "too-long", field + " may have %d characters at most.".formatted(MAX_LENGTH));
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean active(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return true;
        }
        return switch (value.isValueNode() ? value.asText().strip().toLowerCase(Locale.ROOT) : "") {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new InvalidValue("active", "wrong-type", "active must be true or false.");
        };
    }

    /** A column's name is the client's text: long or broken ones are not sent back as a pointer. */
    private static String shown(String name) {
        return name.length() <= 60 && name.indexOf('\0') < 0 ? name.replace(".", "") : "";
    }
}
