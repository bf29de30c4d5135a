package io.groundswell.creator.scoring;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps what was decided of a profile in one column: it is read and written as a whole. */
@Converter
class ProfileAsJson implements AttributeConverter<CustomerProfileDraft, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(CustomerProfileDraft decided) {
        return CanonicalJson.tree(decided).toString();
    }

    @Override
    public CustomerProfileDraft convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, CustomerProfileDraft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored profile is not the JSON that was written", e);
        }
    }
}
