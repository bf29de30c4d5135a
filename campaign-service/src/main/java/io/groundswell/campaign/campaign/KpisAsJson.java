package io.groundswell.campaign.campaign;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps the agreed metrics in one column: they are read and replaced as a whole. */
@Converter
class KpisAsJson implements AttributeConverter<List<Kpi>, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Kpi>> KPIS = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(List<Kpi> kpis) {
        try {
            return JSON.writeValueAsString(kpis);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("KPIs must be writable as JSON", e);
        }
    }

    @Override
    public List<Kpi> convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, KPIS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored KPIs are not the JSON that was written", e);
        }
    }
}
