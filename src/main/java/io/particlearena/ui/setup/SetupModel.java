package io.particlearena.ui.setup;

import io.particlearena.env.Side;
import io.particlearena.experiment.CatalogueEntry;
import io.particlearena.experiment.ExperimentSpec;
import io.particlearena.experiment.OptionChange;
import io.particlearena.experiment.PolicySpec;
import io.particlearena.experiment.Preset;
import io.particlearena.experiment.RunOptions;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.ui.Workbench;
import io.particlearena.ui.form.Field;
import io.particlearena.ui.form.FormModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All that the user has set, and the specification that it makes. Knows no controls. */
public final class SetupModel {

    /** The name of the good side's policy. */
    public static final String GOOD = "good";

    /** The name of the bad side's policy. */
    public static final String BAD = "bad";

    private static final OptionSchema<RunOptions> RUN_OPTIONS = OptionSchema.of(RunOptions.class);

    private final Workbench workbench;
    private final ObjectProperty<CatalogueEntry> scenario;
    private final ReadOnlyObjectWrapper<FormModel> scenarioForm;
    private final PolicySetup good;
    private final PolicySetup bad;
    private final FormModel runForm;
    private final SeedSetup seed = new SeedSetup();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable OptionException> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ExperimentSpec> checked = new ReadOnlyObjectWrapper<>();
    private final ObservableList<PolicySetup> further = FXCollections.observableArrayList();
    private final ObservableList<PolicySetup> furtherView = FXCollections.unmodifiableObservableList(further);
    private @Nullable ExperimentSpec preset;
    private final List<String> opponents = new ArrayList<>();
    private final Map<String, String> assignment = new LinkedHashMap<>();
    private final ObservableList<OptionChange> changes = FXCollections.observableArrayList();

    /** All settings as the default preset has them. */
    public SetupModel(Workbench workbench) {
        this.workbench = workbench;
        CatalogueEntry first = workbench.scenarios().get(0);
        this.scenario = new SimpleObjectProperty<>(first);
        this.scenarioForm = new ReadOnlyObjectWrapper<>(new FormModel(first.name(), first.options()));
        this.good = new PolicySetup(GOOD, workbench.algorithms());
        this.bad = new PolicySetup(BAD, workbench.algorithms());
        this.runForm = new FormModel("", workbench.runOptions());
        scenario.addListener((observable, before, now) -> changeScenario(now));
        List<Preset> presets = workbench.presets();
        if (!presets.isEmpty()) {
            load(presets.get(0).spec());
        }
    }

    /** Where the choices come from. */
    public Workbench workbench() {
        return workbench;
    }

    /** The chosen scenario. */
    public ObjectProperty<CatalogueEntry> scenarioProperty() {
        return scenario;
    }

    /** The form of the chosen scenario. */
    public ReadOnlyObjectProperty<FormModel> scenarioFormProperty() {
        return scenarioForm.getReadOnlyProperty();
    }

    /** The policy of the good side. */
    public PolicySetup good() {
        return good;
    }

    /** The policy of the bad side. */
    public PolicySetup bad() {
        return bad;
    }

    /** The policies beside those of the two sides: those that take turns with one of them, and those of single agents. */
    public ObservableList<PolicySetup> furtherPolicies() {
        return furtherView;
    }

    /** The policies of both sides and all further ones. */
    public List<PolicySetup> policies() {
        List<PolicySetup> all = new ArrayList<>(List.of(good, bad));
        all.addAll(further);
        return all;
    }

    /** The name of the policy in whose place others take turns, or an empty text. */
    public String turnsWith() {
        return opponents.isEmpty() ? "" : opponents.get(0);
    }

    /** Whether a further policy takes turns in the place of {@link #turnsWith}. */
    public boolean takesTurns(PolicySetup policy) {
        return opponents.indexOf(policy.name()) > 0;
    }

    /**
     * Adds a policy that takes turns with others; it begins with the first algorithm that does not take part yet.
     *
     * @param place the policy in whose place they play: {@link #turnsWith}, or either side's if there are none yet
     */
    public void addOpponent(String place) {
        if (!opponents.isEmpty() && !turnsWith().equals(place)) {
            throw new IllegalArgumentException("Policies take turns with " + turnsWith() + ", not with " + place);
        }
        int number = 2;
        while (isPolicy(place + "-" + number)) {
            number++;
        }
        PolicySetup policy = new PolicySetup(place + "-" + number, workbench.algorithms());
        List<String> taken = policies().stream()
                .filter(each -> each.name().equals(place) || takesTurns(each))
                .map(each -> each.algorithmProperty().get().name())
                .toList();
        workbench.algorithms().stream()
                .filter(entry -> !taken.contains(entry.name()))
                .findFirst()
                .ifPresent(policy.algorithmProperty()::set);
        if (opponents.isEmpty()) {
            opponents.add(place);
        }
        opponents.add(policy.name());
        further.add(policy);
    }

    /** Takes a policy out of the turns. */
    public void removeOpponent(PolicySetup policy) {
        opponents.remove(policy.name());
        if (opponents.size() == 1) {
            opponents.clear();
        }
        further.remove(policy);
    }

    private boolean isPolicy(String name) {
        return policies().stream().anyMatch(policy -> policy.name().equals(name));
    }

    /** The form of the run. */
    public FormModel runForm() {
        return runForm;
    }

    /** The seed as the user wrote it. */
    public StringProperty seedProperty() {
        return seed.textProperty();
    }

    /** What is wrong with the seed, or an empty text. */
    public ReadOnlyStringProperty seedErrorProperty() {
        return seed.errorProperty();
    }

    /** What is wrong with the settings, where no single field is at fault, or an empty text. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What the last check found wrong; null if all was well. */
    public ReadOnlyObjectProperty<@Nullable OptionException> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** The options that change while the run trains. */
    public ObservableList<OptionChange> changes() {
        return changes;
    }

    /**
     * Chooses the scenario of this name, all its options at their defaults.
     *
     * @throws OptionException if there is none
     */
    public void chooseScenario(String name) {
        scenario.set(CatalogueEntry.find(workbench.scenarios(), name, "scenario"));
    }

    /** Whether the bad side has agents. */
    public ObservableValue<Boolean> badPlays() {
        return checked.map(spec -> spec.assignment().containsValue(BAD)
                        || workbench.agents(spec).stream().anyMatch(agent -> agent.side() == Side.BAD))
                .orElse(true);
    }

    /** The specification that was last found valid; null before the first. */
    public ReadOnlyObjectProperty<@Nullable ExperimentSpec> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** Sets all as in the specification, a side that it lacks to defaults; settings are compared with it from now on. */
    public void load(ExperimentSpec spec) {
        preset = spec;
        set(spec);
        comparePreset();
    }

    /** Goes back to what was last loaded. */
    public void reset() {
        ExperimentSpec spec = preset;
        if (spec != null) {
            set(spec);
            comparePreset();
        }
    }

    /** How many settings differ from what was last loaded. */
    public int editedCount() {
        ExperimentSpec spec = preset;
        if (spec == null) {
            return 0;
        }
        int count = scenario.get().name().equals(spec.scenario()) ? 0 : 1;
        count += seed.textProperty().get().strip().equals(Long.toString(spec.seed())) ? 0 : 1;
        count += opponents.equals(spec.opponents()) ? 0 : 1;
        count += changes.equals(spec.changes()) ? 0 : 1;
        count += scenarioForm.get().editedCount() + runForm.editedCount();
        for (PolicySetup policy : policies()) {
            count += policy.formProperty().get().editedCount()
                    + (policy.editedProperty().get() ? 1 : 0);
        }
        return count;
    }

    private void comparePreset() {
        ExperimentSpec spec = preset;
        if (spec == null) {
            return;
        }
        boolean same = spec.scenario().equals(scenario.get().name());
        scenarioForm.get().setPreset(same ? spec.scenarioOptions() : Map.of());
        runForm.setPreset(RUN_OPTIONS.values(spec.run()));
        policies().forEach(policy -> policy.setPreset(spec.policies().get(policy.name())));
    }

    /** All that is set, right or wrong, to come back to later. */
    SetupState state() {
        return new SetupState(
                scenario.get().name(),
                scenarioForm.get().texts(),
                policies().stream().map(PolicySetup::state).toList(),
                assignment,
                opponents,
                runForm.texts(),
                seed.textProperty().get(),
                changes);
    }

    /** Sets everything as it once was. */
    void restore(SetupState state) {
        chooseScenario(state.scenario());
        scenarioForm.get().setTexts(state.scenarioTexts());
        opponents.clear();
        opponents.addAll(state.opponents());
        List<PolicySetup> setups = new ArrayList<>();
        for (PolicySetup.State policy : state.policies()) {
            PolicySetup setup = setupOf(policy.name());
            setup.restore(policy);
            setups.add(setup);
        }
        keepFurther(setups);
        assignment.clear();
        assignment.putAll(state.assignment());
        runForm.setTexts(state.runTexts());
        seed.textProperty().set(state.seed());
        changes.setAll(state.changes());
        error.set("");
        comparePreset();
    }

    private PolicySetup setupOf(String name) {
        return switch (name) {
            case GOOD -> good;
            case BAD -> bad;
            default -> new PolicySetup(name, workbench.algorithms());
        };
    }

    private void keepFurther(List<PolicySetup> setups) {
        setups.removeAll(List.of(good, bad));
        further.setAll(setups);
    }

    private void set(ExperimentSpec spec) {
        chooseScenario(spec.scenario());
        scenarioForm.get().setValues(spec.scenarioOptions());
        opponents.clear();
        opponents.addAll(spec.opponents());
        List<PolicySetup> setups = new ArrayList<>();
        Stream.of(GOOD, BAD)
                .filter(side -> !spec.policies().containsKey(side))
                .forEach(side -> setupOf(side).clear());
        spec.policies().forEach((name, policy) -> {
            PolicySetup setup = setupOf(name);
            setup.load(policy);
            setups.add(setup);
        });
        keepFurther(setups);
        assignment.clear();
        assignment.putAll(spec.assignment());
        runForm.setValues(RUN_OPTIONS.values(spec.run()));
        seed.textProperty().set(Long.toString(spec.seed()));
        changes.setAll(spec.changes());
        error.set("");
    }

    /**
     * The specification that the settings make.
     *
     * @throws OptionException for the first value that is not allowed; it names its place as {@link Workbench#validate}
     */
    public ExperimentSpec spec() {
        Map<String, Object> scenarioOptions =
                PolicySetup.at("scenario_options.", () -> scenarioForm.get().values());
        Map<String, PolicySpec> policies = new LinkedHashMap<>();
        for (PolicySetup policy : policies()) {
            policies.put(policy.name(), policy.spec());
        }
        RunOptions run = PolicySetup.at("run.", () -> RUN_OPTIONS.parse(runForm.values()));
        return new ExperimentSpec(
                scenario.get().name(), scenarioOptions, policies, assignment, opponents, run, seed.number(), changes);
    }

    /** Checks everything and shows the first fault at its field; says whether all is well. */
    public boolean validate() {
        try {
            ExperimentSpec spec = spec();
            workbench.validate(spec);
            error.set("");
            fault.set(null);
            scenarioForm.get().clearErrors();
            policies().forEach(policy -> policy.formProperty().get().clearErrors());
            runForm.clearErrors();
            checked.set(spec);
            return true;
        } catch (OptionException e) {
            show(e);
            return false;
        }
    }

    /** Shows a fault at its field, or below the form where it has none. */
    public void show(OptionException found) {
        String message = String.valueOf(found.getMessage());
        String place = found.option();
        fault.set(found);
        error.set("");
        if (place.equals("seed")) {
            seed.showError(message);
            return;
        }
        fieldAt(place).ifPresentOrElse(field -> field.showError(message), () -> error.set(message));
    }

    /** The field of a place that a fault names, if it is of a form. */
    Optional<Field> fieldAt(String place) {
        Map<String, FormModel> forms =
                new LinkedHashMap<>(Map.of("run", runForm, "scenario_options", scenarioForm.get()));
        policies()
                .forEach(policy -> forms.put(
                        "policies." + policy.name(), policy.formProperty().get()));
        int end = Math.max(0, place.lastIndexOf('.'));
        return Optional.ofNullable(forms.get(place.substring(0, end)))
                .flatMap(form -> form.find(place.substring(end + 1)));
    }

    private void changeScenario(CatalogueEntry chosen) {
        scenarioForm.set(new FormModel(chosen.name(), chosen.options()));
        assignment.clear();
        // Policies of single agents went with the former scenario's agents.
        further.removeIf(policy -> !takesTurns(policy));
        comparePreset();
    }
}
