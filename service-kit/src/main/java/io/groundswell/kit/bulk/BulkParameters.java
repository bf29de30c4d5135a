package io.groundswell.kit.bulk;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.ProblemException;

/** What a client tells of a bulk body beside it: how its CSV is written, and what to do with it. */
public class BulkParameters {
    public static final String IMPORT_KEY = "Import-Key";
    /** What may stand in a path as it is. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");

    @Parameter(description = """
            What separates the fields of a CSV body: `,` (default), `;` (in an address `%3B`), `tab`, `|` (`%7C`), or `auto`: the one of \
            these by which all columns of the header are known.""", example = ",")
    @QueryParam("delimiter")
    @Nullable
    String delimiter;

    @Parameter(description = """
            Character encoding of a CSV body, by its IANA or Java name. Default: `charset` of the content type, else that of a byte \
            order mark, else UTF-8. With `auto` it is found out from the beginning of the body, and the report says with which \
            confidence.""", example = "windows-1252")
    @QueryParam("encoding")
    @Nullable
    String encoding;

    @Parameter(description = """
            A column of a CSV body and the field that it stands for, `column:field`; may be given for many. Columns that are named \
            like a field need none. A header with any other column is refused.""", example = "[\"Follower count:followers\"]")
    @QueryParam("map")
    @Nullable
    List<String> map;

    @Parameter(description = "A column of a CSV body to leave out; may be given for many.", example = "[\"Internal remark\"]")
    @QueryParam("ignore")
    @Nullable
    List<String> ignore;

    @Parameter(description = """
            `true`: nothing is stored; the report tells what would be. Who would be created has no id. Each batch of lines is judged by \
            what is stored now, so an account that comes again much later in the body is told as created again.""", example = "true")
    @QueryParam("dryRun")
    @Nullable
    Boolean dryRun;

    @Parameter(description = """
            Names this import: when it broke off, the same body sent again with the same key is taken up behind what is stored. \
            1 to 100 letters, digits, `.` `_` `~` `-`.""", example = "shortlist-2026-05")
    @HeaderParam(IMPORT_KEY)
    @Nullable
    String importKey;

    /** Tells whether the client only wants to know what would happen. */
    public boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }

    /**
     * Returns the name of the import; null when it has none.
     *
     * @throws ProblemException 400 when it cannot be one, or nothing is to be stored under it
     */
    public @Nullable String importKey() {
        if (importKey != null && isDryRun()) {
            throw ProblemException.header(IMPORT_KEY, "invalid",
                    "A dry run stores nothing, so there is nothing to take up again.");
        }
        if (importKey != null && !KEY.matcher(importKey).matches()) {
            throw ProblemException.header(IMPORT_KEY, "invalid",
                    "Import-Key has 1 to 100 letters, digits, dots, underscores, tildes and hyphens; the first a letter or digit.");
        }
        return importKey;
    }

    /**
     * Returns the options.
     *
     * @throws ProblemException 400 naming the parameter that cannot be read
     */
    public CsvOptions options() {
        return CsvOptions.parse(delimiter, encoding, Objects.requireNonNullElse(map, List.of()),
                Objects.requireNonNullElse(ignore, List.of()));
    }
}
