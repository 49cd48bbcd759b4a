package io.particlearena.ui.setup;

import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.PolicySpec;
import io.particlearena.options.OptionException;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.FormModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The choice of one side's algorithm and its options. Knows no controls. */
public final class PolicySetup {

    private final String name;
    private final List<CatalogueEntry> algorithms;
    private final ObjectProperty<CatalogueEntry> algorithm;
    private final ReadOnlyObjectWrapper<FormModel> form;
    private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
    private @Nullable PolicySpec preset;
    private String loadedFrom = "";

    PolicySetup(String name, List<CatalogueEntry> algorithms) {
        this.name = name;
        this.algorithms = algorithms;
        this.algorithm = new SimpleObjectProperty<>(algorithms.get(0));
        this.form = new ReadOnlyObjectWrapper<>(
                new FormModel(algorithms.get(0).name(), algorithms.get(0).options()));
        algorithm.addListener((observable, before, now) -> changeForm(now));
    }

    /** The policy's name in specifications. */
    public String name() {
        return name;
    }

    /** The chosen algorithm. */
    public ObjectProperty<CatalogueEntry> algorithmProperty() {
        return algorithm;
    }

    /** The form of the chosen algorithm. */
    public ReadOnlyObjectProperty<FormModel> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** Whether the algorithm differs from the one that the chosen preset has. */
    public ReadOnlyBooleanProperty editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /** Says what the chosen preset has; null if it has no such policy. */
    void setPreset(@Nullable PolicySpec policy) {
        preset = policy;
        comparePreset(form.get());
    }

    /** Options of another algorithm than the preset's are compared with their defaults. */
    private void comparePreset(FormModel options) {
        PolicySpec policy = preset;
        if (policy != null && policy.algorithm().equals(algorithm.get().name())) {
            options.setPreset(policy.options());
            edited.set(false);
        } else {
            options.setPreset(Map.of());
            edited.set(policy != null);
        }
    }

    /** All that is set, right or wrong. */
    State state() {
        return new State(name, algorithm.get().name(), form.get().texts(), loadedFrom);
    }

    void restore(State state) {
        algorithm.set(CatalogueEntry.find(algorithms, state.algorithm(), "algorithm"));
        form.get().setTexts(state.texts());
        loadedFrom = state.loadedFrom();
    }

    /** What a policy was set to. */
    record State(String name, String algorithm, Map<String, String> texts, String loadedFrom) {}

    void load(PolicySpec policy) {
        algorithm.set(CatalogueEntry.find(algorithms, policy.algorithm(), "algorithm"));
        form.get().setValues(policy.options());
        loadedFrom = policy.loadedFrom();
    }

    /** Sets the first algorithm with all its options at their defaults. */
    void clear() {
        load(new PolicySpec(algorithms.get(0).name(), Map.of(), ""));
    }

    PolicySpec spec() {
        return at(
                "policies." + name + ".",
                () -> new PolicySpec(algorithm.get().name(), form.get().values(), loadedFrom));
    }

    /** Does something whose faults name their place in the whole specification. */
    static <T> T at(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (OptionException e) {
            throw new OptionException(place + e.option(), String.valueOf(e.getMessage()));
        }
    }

    /** Options that the former algorithm had as well keep the user's values, as on the command line. */
    private void changeForm(CatalogueEntry chosen) {
        FormModel former = form.get();
        FormModel next = new FormModel(chosen.name(), chosen.options());
        Map<String, String> written = new HashMap<>();
        for (Field field : former.fields()) {
            if (field.changedProperty().get()) {
                written.put(field.option().key(), field.textProperty().get());
            }
        }
        for (Field field : next.fields()) {
            String text = written.get(field.option().key());
            if (text != null) {
                field.textProperty().set(text);
            }
        }
        comparePreset(next);
        form.set(next);
    }
}
