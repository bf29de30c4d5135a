package io.groundswell.campaign.moderation;

import java.util.IllformedLocaleException;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.ContentType;
import io.groundswell.campaign.classification.Label;
import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.text.phrase.Spellings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.re2j.Pattern;

/** What a post must be or have for a rule to apply. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Condition.Author.class, name = "AUTHOR"),
        @JsonSubTypes.Type(value = Condition.Word.class, name = "WORD"),
        @JsonSubTypes.Type(value = Condition.Phrase.class, name = "PHRASE"),
        @JsonSubTypes.Type(value = Condition.Regex.class, name = "REGEX"),
        @JsonSubTypes.Type(value = Condition.Language.class, name = "LANGUAGE"),
        @JsonSubTypes.Type(value = Condition.OnNetwork.class, name = "NETWORK"),
        @JsonSubTypes.Type(value = Condition.HasLabel.class, name = "LABEL"),
        @JsonSubTypes.Type(value = Condition.Similarity.class, name = "SIMILARITY")})
@Schema(name = "ModerationCondition", discriminatorProperty = "type", oneOf = {Condition.Author.class, Condition.Word.class,
        Condition.Phrase.class, Condition.Regex.class, Condition.Language.class, Condition.OnNetwork.class,
        Condition.HasLabel.class, Condition.Similarity.class}, discriminatorMapping = {
                @DiscriminatorMapping(value = "AUTHOR", schema = Condition.Author.class),
                @DiscriminatorMapping(value = "WORD", schema = Condition.Word.class),
                @DiscriminatorMapping(value = "PHRASE", schema = Condition.Phrase.class),
                @DiscriminatorMapping(value = "REGEX", schema = Condition.Regex.class),
                @DiscriminatorMapping(value = "LANGUAGE", schema = Condition.Language.class),
                @DiscriminatorMapping(value = "NETWORK", schema = Condition.OnNetwork.class),
                @DiscriminatorMapping(value = "LABEL", schema = Condition.HasLabel.class),
                @DiscriminatorMapping(value = "SIMILARITY", schema = Condition.Similarity.class)})
public sealed interface Condition {

    /** An account, by the network's id of it, which outlives a change of handle, or else by its handle. */
    @JsonTypeName("AUTHOR")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuthorCondition", description = "An account, by the network's id of it, which outlives a change of handle, or by its handle: one of the two", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "AUTHOR"))
    record Author(
            @Schema(required = true) Network network,
            @Schema(description = "The network's own id of the account", examples = "17841400008460056") @Nullable String id,
            @Schema(description = "With or without @; case makes no difference", examples = "mila.pours") @Nullable String handle)
            implements
                Condition {
        private static final int LONGEST = 500;

        public Author {
            InvalidValue.require(network, "network");
            if ((id == null) == (handle == null)) {
                throw new InvalidValue("", "id-or-handle", "An author is named by id or by handle: give one of them.");
            }
            id = id == null ? null : visible("id", id, LONGEST);
            handle = handle == null ? null : visible("handle", handle, LONGEST);
            if (handle != null && FoldedTerm.of(handle).isBlank()) {
                throw new InvalidValue("handle", "required", "A handle must have a letter or digit.");
            }
        }
    }

    /** A whole word. */
    @JsonTypeName("WORD")
    @Schema(name = "WordCondition", description = "A whole word of the text, in any script: letter case, full-width letters, invisible characters and letters of another script that look the same make no difference. Not within links, addresses and handles", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "WORD"))
    record Word(@Schema(required = true, description = "1 to 100 characters without space", examples = "seabrew") String word)
            implements
                Condition {
        private static final int LONGEST = 100;

        public Word {
            word = searchable("word", word, LONGEST);
            if (word.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                throw new InvalidValue("word", "several-words", "This is more than one word; use a PHRASE for several.");
            }
        }
    }

    /** Words in a row. */
    @JsonTypeName("PHRASE")
    @Schema(name = "PhraseCondition", description = "Words in a row, compared like a WORD; spaces, hyphens and underscores are alike, and a phrase of five letters or more is also found written as one word", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "PHRASE"))
    record Phrase(@Schema(required = true, description = "1 to 200 characters", examples = "free giveaway") String phrase)
            implements
                Condition {
        private static final int LONGEST = 200;

        public Phrase {
            phrase = searchable("phrase", phrase, LONGEST);
        }
    }

    /** A pattern of a linear-time engine. */
    @JsonTypeName("REGEX")
    @Schema(name = "RegexCondition", description = "A regular expression in RE2 syntax, looked for anywhere in the text as it was written but for invisible characters; begin with (?i) to ignore case. Backreferences and lookaround are not supported", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "REGEX"))
    record Regex(
            @Schema(required = true, description = "1 to 500 characters, and no larger once compiled than 500 instructions", examples = "(?i)\\bbuy (cheap )?followers\\b") String pattern)
            implements
                Condition {
        public Regex {
            SafeRegex.compile(InvalidValue.require(pattern, "pattern"));
        }

        Pattern compiled() {
            return SafeRegex.compile(pattern);
        }
    }

    /** The language that the text shows. */
    @JsonTypeName("LANGUAGE")
    @Schema(name = "LanguageCondition", description = "The language that the text shows (detectedLanguage), with all its variants: zh also means zh-Hant", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "LANGUAGE"))
    record Language(@Schema(required = true, description = "BCP 47", examples = "es") String language) implements Condition {
        public Language {
            try {
                language = new Locale.Builder().setLanguageTag(InvalidValue.require(language, "language")).build()
                        .toLanguageTag();
            } catch (IllformedLocaleException e) {
                throw new InvalidValue("language", "invalid-language", "Must be a language tag after BCP 47, for example es.");
            }
            if (language.equals("und")) {
                throw new InvalidValue("language", "invalid-language", "Must name a language, for example es.");
            }
        }
    }

    /** Where it was published. */
    @JsonTypeName("NETWORK")
    @Schema(name = "NetworkCondition", description = "All posts of a network", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "NETWORK"))
    record OnNetwork(@Schema(required = true) Network network) implements Condition {
        public OnNetwork {
            InvalidValue.require(network, "network");
        }
    }

    /** Something that was found out about it. */
    @JsonTypeName("LABEL")
    @Schema(name = "LabelCondition", description = "A label that the post was given, as previewPost shows them", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "LABEL"))
    record HasLabel(@Schema(required = true) Label.Kind kind,
            @Schema(required = true, description = "Exactly as labels have it", examples = "ABSENT") String value)
            implements
                Condition {
        private static final int LONGEST = 100;

        public HasLabel {
            InvalidValue.require(kind, "kind");
            value = visible("value", InvalidValue.require(value, "value"), LONGEST);
            if (kind == Label.Kind.CONTENT_TYPE && !isContentType(value)) {
                throw new InvalidValue("value", "unknown-label", "A content type is STATUS, IMAGE, VIDEO, AUDIO or LINK.");
            }
        }

        private static boolean isContentType(String value) {
            for (ContentType type : ContentType.values()) {
                if (type.name().equals(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Nearly the same as an earlier post. */
    @JsonTypeName("SIMILARITY")
    @Schema(name = "SimilarityCondition", description = "A post that has a NEAR_DUPLICATE label: its text is that of an earlier post, or much like it", requiredProperties = "type", properties = @SchemaProperty(name = "type", enumeration = "SIMILARITY"))
    record Similarity() implements Condition {}

    private static String searchable(String field, String text, int longest) {
        String visible = visible(field, InvalidValue.require(text, field), longest);
        if (Spellings.of(visible, "und").stream().anyMatch(String::isBlank)) {
            throw new InvalidValue(field, "required", "Must have a letter, a digit or a sign that can be seen.");
        }
        return visible;
    }

    private static String visible(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw new InvalidValue(field, "out-of-range", "Must be 1 to %d characters.".formatted(longest));
        }
        return stripped;
    }
}
