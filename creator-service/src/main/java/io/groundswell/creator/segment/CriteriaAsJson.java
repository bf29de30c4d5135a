package io.groundswell.creator.segment;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import io.groundswell.creator.search.SearchCriteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps criteria in one column: they are read as a whole. */
@Converter
class CriteriaAsJson implements AttributeConverter<SearchCriteria, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(SearchCriteria criteria) {
        try {
            return JSON.writeValueAsString(criteria);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Criteria must be writable as JSON", e);
        }
    }

    @Override
    public SearchCriteria convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, SearchCriteria.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored criteria are not the JSON that was written", e);
        }
    }
}
