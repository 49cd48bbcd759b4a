package io.particlearena.ui.shell;

import io.particlearena.experiment.OptionChange;
import io.particlearena.experiment.RunHandle;
import io.particlearena.options.OptionException;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.FormModel;
import io.particlearena.ui.setup.PolicySetup;
import io.particlearena.ui.setup.SetupModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hands live options that the user changes on to the run that is going on, and shows in the forms what was changed without
 * the user: at the steps that the specification names, or before the run was resumed.
 */
final class LiveChanges {

    private final SetupModel model;
    private final RunHandle run;

    /** What the run has been told, or has told. */
    private final Map<Field, Object> known = new HashMap<>();

    /** What the specification has, of fields that show what the run has told. */
    private final Map<Field, String> specified = new HashMap<>();

    /** @param model holds the settings that the run began with, but for what was changed since */
    LiveChanges(SetupModel model, RunHandle run) {
        this.model = model;
        this.run = run;
    }

    /** Sends what has changed since the last call; the settings must be valid. */
    void send() {
        send("", model.scenarioFormProperty().get(), run.spec().scenarioOptions());
        for (PolicySetup policy : model.policies()) {
            String name = policy.name();
            if (run.spec().policies().containsKey(name)) {
                send(name, policy.formProperty().get(), run.spec().policy(name).options());
            }
        }
    }

    private void send(String policy, FormModel form, Map<String, Object> began) {
        form.fields().stream().filter(field -> field.option().live()).forEach(field -> {
            String key = field.option().key();
            Object first = began.getOrDefault(key, field.option().defaultValue());
            Object value = field.value();
            if (!value.equals(known.getOrDefault(field, first))) {
                known.put(field, value);
                specified.remove(field);
                try {
                    run.change(policy, key, value);
                } catch (OptionException e) {
                    model.show(e);
                }
            }
        });
    }

    /** Shows what has changed in the run, unless it was the user's own doing. */
    void show(OptionChange change) {
        field(change).ifPresent(field -> {
            if (!change.value().equals(known.put(field, change.value()))) {
                specified.putIfAbsent(field, field.textProperty().get());
                field.setValue(change.value());
            }
        });
    }

    private Optional<Field> field(OptionChange change) {
        FormModel form = change.ofScenario()
                ? model.scenarioFormProperty().get()
                : model.policies().stream()
                        .filter(policy -> policy.name().equals(change.policy()))
                        .findFirst()
                        .map(policy -> policy.formProperty().get())
                        .orElse(null);
        return Optional.ofNullable(form).flatMap(found -> found.find(change.option()));
    }

    /** The run is over: forms show again what was specified, and what the user has changed. */
    void end() {
        specified.forEach((field, text) -> field.textProperty().set(text));
    }
}
