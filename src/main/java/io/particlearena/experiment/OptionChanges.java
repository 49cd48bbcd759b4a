package io.particlearena.experiment;

import io.particlearena.options.OptionDescriptor;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionSchema;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The options that were changed in the course of a run, in order; part of its state, so that a resumed run knows them. */
final class OptionChanges implements Stateful {

    private final Catalogue catalogue;
    private final ExperimentSpec spec;
    private final List<OptionChange> changes = new ArrayList<>();

    OptionChanges(Catalogue catalogue, ExperimentSpec spec) {
        this.catalogue = catalogue;
        this.spec = spec;
    }

    /**
     * Checks a wish before it is carried out. May be called from any thread.
     *
     * @return the value in the option's own type
     * @param policy the policy's name; empty for an option of the scenario
     * @throws OptionException if no agent is played by the policy, the option is not live, or the value is not allowed
     */
    Object check(String policy, String option, Object value) {
        if (policy.isEmpty()) {
            OptionSchema<?> schema = catalogue.scenario(spec.scenario()).options();
            return check(schema, option, "scenario_options." + option, spec.scenario(), value);
        }
        PolicySpec owner = spec.policies().get(policy);
        if (owner == null) {
            throw new OptionException(
                    "policies." + policy,
                    "The run has no policy \"" + policy + "\"; its policies are "
                            + String.join(", ", spec.policies().keySet()) + ".");
        }
        OptionSchema<?> schema = catalogue.algorithm(owner.algorithm()).options();
        return check(schema, option, "policies." + policy + "." + option, owner.algorithm(), value);
    }

    private static Object check(OptionSchema<?> schema, String option, String place, String owner, Object value) {
        return schema.find(option)
                .filter(OptionDescriptor::live)
                .orElseThrow(() -> new OptionException(
                        place,
                        "Option " + option + " of " + owner + " cannot change while training" + others(schema) + "."))
                .check(value);
    }

    private static String others(OptionSchema<?> schema) {
        String live = schema.options().stream()
                .filter(OptionDescriptor::live)
                .map(OptionDescriptor::key)
                .collect(Collectors.joining(", "));
        return live.isEmpty() ? "" : "; those that can are " + live;
    }

    /**
     * Checks a change that a specification asks for.
     *
     * @return the change with the value in the option's own type
     * @throws OptionException as {@link #check(String, String, Object)}, or if the step is negative
     */
    OptionChange check(OptionChange change) {
        if (change.step() < 0) {
            throw new OptionException(
                    "changes",
                    "A change of " + change.option() + " has the step " + change.step()
                            + ", but must have one of at least 0.");
        }
        return new OptionChange(
                change.step(),
                change.policy(),
                change.option(),
                check(change.policy(), change.option(), change.value()));
    }

    void add(OptionChange change) {
        changes.add(change);
    }

    /** Takes out all changes of an option. */
    void forget(String policy, String option) {
        changes.removeIf(
                change -> change.policy().equals(policy) && change.option().equals(option));
    }

    /** All so far. */
    List<OptionChange> list() {
        return List.copyOf(changes);
    }

    @Override
    public void save(StateWriter out) {
        out.putLong("count", changes.size());
        for (int i = 0; i < changes.size(); i++) {
            OptionChange change = changes.get(i);
            StateWriter part = out.child("change_" + i);
            part.putLong("step", change.step());
            part.putString("policy", change.policy());
            part.putString("option", change.option());
            part.putString("value", String.valueOf(change.value()));
        }
    }

    @Override
    public void load(StateReader in) {
        changes.clear();
        long count = in.getLong("count");
        for (int i = 0; i < count; i++) {
            StateReader part = in.child("change_" + i);
            String policy = part.getString("policy");
            String option = part.getString("option");
            Object value = check(policy, option, part.getString("value"));
            changes.add(new OptionChange(part.getLong("step"), policy, option, value));
        }
    }
}
