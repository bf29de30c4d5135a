package io.groundswell.text.expertise;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The file as it is written. */
record CueFile(String id, int version, String date, List<String> voidedBy, List<Kind> kinds) {

    record Kind(ExpertiseKind kind, Map<String, List<String>> cues, @Nullable List<String> except) {}
}
