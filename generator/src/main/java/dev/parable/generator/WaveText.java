package dev.parable.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parable.archetypes.Wave;
import dev.parable.domain.Application;
import dev.parable.domain.Cell;
import dev.parable.domain.Narrator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A wave's manifest as the ledger keeps it.
 *
 * @param quotas JSON, a list of archetype, application, facet, AIs, narrator and count for each cell
 * @param dampers JSON, by axis and value
 * @param avoid JSON, a list
 */
record WaveText(String quotas, String dampers, String avoid) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<List<Object>>> ROWS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Map<String, Integer>>> DAMPERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> PHRASES = new TypeReference<>() {};

    static WaveText of(Wave wave) throws JsonProcessingException {
        return new WaveText(
                json(wave.quotas()), JSON.writeValueAsString(wave.dampers()), JSON.writeValueAsString(wave.avoid()));
    }

    Wave wave(int number, long first) throws JsonProcessingException {
        return new Wave(number, first, cells(quotas), JSON.readValue(dampers, DAMPERS), JSON.readValue(avoid, PHRASES));
    }

    private static String json(Map<Cell, Integer> quotas) throws JsonProcessingException {
        List<List<Object>> rows = new ArrayList<>();
        quotas.forEach((cell, count) -> rows.add(List.of(
                cell.archetype(),
                cell.application().name(),
                cell.facet(),
                cell.ais(),
                cell.narrator().name(),
                count)));
        return JSON.writeValueAsString(rows);
    }

    private static Map<Cell, Integer> cells(String json) throws JsonProcessingException {
        var quotas = new LinkedHashMap<Cell, Integer>();
        for (List<Object> row : JSON.readValue(json, ROWS)) {
            var cell = new Cell(
                    (String) row.get(0),
                    Application.valueOf((String) row.get(1)),
                    (String) row.get(2),
                    (Integer) row.get(3),
                    Narrator.valueOf((String) row.get(4)));
            quotas.put(cell, (Integer) row.get(5));
        }
        return quotas;
    }
}
