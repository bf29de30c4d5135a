package io.groundswell.advocacy.sharing;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps a pack's wordings in one column: they are read as a whole. */
@Converter
class VariantsAsJson implements AttributeConverter<List<Variant>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Variant>> VARIANTS = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(List<Variant> variants) {
        try {
            return JSON.writeValueAsString(variants);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Variants must be writable as JSON", e);
        }
    }

    @Override
    public List<Variant> convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, VARIANTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored variants are not the JSON that was written", e);
        }
    }
}
