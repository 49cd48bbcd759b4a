package io.particlearena.ui.setup;

import io.particlearena.experiment.OptionChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was set at one moment, also what was not allowed.
 *
 * @param scenarioTexts the scenario's options as they were written
 * @param runTexts the run's options as they were written
 */
record SetupState(
        String scenario,
        Map<String, String> scenarioTexts,
        List<PolicySetup.State> policies,
        Map<String, String> assignment,
        List<String> opponents,
        Map<String, String> runTexts,
        String seed,
        List<OptionChange> changes) {

    SetupState {
        scenarioTexts = new LinkedHashMap<>(scenarioTexts);
        policies = List.copyOf(policies);
        assignment = new LinkedHashMap<>(assignment);
        opponents = List.copyOf(opponents);
        runTexts = new LinkedHashMap<>(runTexts);
        changes = List.copyOf(changes);
    }
}
