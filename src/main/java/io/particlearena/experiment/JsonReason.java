package io.particlearena.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Says in words why a text is not JSON. */
final class JsonReason {

    private JsonReason() {}

    /** The end of a sentence after "not valid JSON", without a full stop: the line, where it is known, and the fault. */
    static String of(JsonProcessingException e) {
        String where =
                e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
        String fault = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\(start marker.*", "")
                .replaceFirst(", from `StreamReadConstraints[^`]*`", "");
        return where + ": " + fault;
    }
}
