package io.particlearena.ui.shell;

import io.particlearena.experiment.RunHandle;
import io.particlearena.options.OptionException;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.setup.PolicySetup;
import io.particlearena.ui.setup.SetupModel;
import java.util.HashMap;
import java.util.Map;

/** Hands live options that the user changes on to the run that is going on. */
final class LiveChanges {

    private final SetupModel model;
    private final RunHandle run;
    private final Map<Field, Object> sent = new HashMap<>();

    /** @param model holds the settings that the run began with, but for what was changed since */
    LiveChanges(SetupModel model, RunHandle run) {
        this.model = model;
        this.run = run;
    }

    /** Sends what has changed since the last call; the settings must be valid. */
    void send() {
        for (PolicySetup policy : model.policies()) {
            if (run.spec().policies().containsKey(policy.name())) {
                policy.formProperty().get().fields().stream()
                        .filter(field -> field.option().live())
                        .forEach(field -> send(policy.name(), field));
            }
        }
    }

    private void send(String policy, Field field) {
        String key = field.option().key();
        Object began = run.spec()
                .policy(policy)
                .options()
                .getOrDefault(key, field.option().defaultValue());
        Object value = field.value();
        if (!value.equals(sent.getOrDefault(field, began))) {
            sent.put(field, value);
            try {
                run.change(policy, key, value);
            } catch (OptionException e) {
                model.show(e);
            }
        }
    }
}
