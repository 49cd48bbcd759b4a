package io.particlearena.nn;

/**
 * A recurrent layer: the names and first values of its parameters, and how it is applied. The kernel starts Glorot uniform,
 * the recurrent weights orthogonal, the bias 0 but 1 for the forget gates.
 *
 * @param name the prefix of its parameters' names
 * @param inputs the number of inputs
 * @param units the number of hidden units
 * @param gates the function of the input, forget and output gates
 */
public record Lstm(String name, int inputs, int units, GateActivation gates) {

    /**
     * What comes out.
     *
     * @param all the initial hidden states and those after each time, in the order of time
     * @param hidden the hidden states after all times, in rows like the sequence's
     * @param lastHidden the hidden states after the last time, one row for each member of the batch
     * @param lastCell the cell states after the last time
     */
    public record States(Tensor all, Tensor hidden, Tensor lastHidden, Tensor lastCell) {}

    /**
     * Where in a sequence members of the batch forget what was before, and begin with a given state.
     *
     * @param where one number for each row of the sequence: 1 where a member begins anew before it, else 0
     * @param hidden the hidden state that it begins with, one row
     * @param cell the cell state that it begins with, one row
     */
    public record Resets(Tensor where, Tensor hidden, Tensor cell) {}

    /** The parameters {@code name/kernel}, {@code name/recurrent} and {@code name/bias}, each with the gates i, f, g, o. */
    public ParameterLayout layout() {
        return ParameterLayout.builder()
                .add(name + "/kernel", inputs, 4 * units, Initialiser.glorotUniform())
                .add(name + "/recurrent", units, 4 * units, Initialiser.orthogonal(1))
                .add(name + "/bias", 1, 4 * units, Initialiser.unitForgetGate())
                .build();
    }

    /**
     * The layer over a sequence.
     *
     * @param sequence rows ordered by time, then by member of the batch
     * @param hidden the initial hidden states, one row for each member of the batch
     * @param cell the initial cell states
     */
    public States apply(Plan plan, Parameters parameters, Tensor sequence, Tensor hidden, Tensor cell) {
        return apply(plan, parameters, sequence, new LongShortTermMemory.Start(hidden, cell, null), false);
    }

    /** The layer over a sequence in whose course members of the batch may begin anew. */
    public States apply(Plan plan, Parameters parameters, Tensor sequence, Tensor hidden, Tensor cell, Resets resets) {
        return apply(plan, parameters, sequence, new LongShortTermMemory.Start(hidden, cell, resets), false);
    }

    /** The layer over a sequence from its last time to its first, whose states are then the last ones. */
    public States applyReversed(Plan plan, Parameters parameters, Tensor sequence, Tensor hidden, Tensor cell) {
        return apply(plan, parameters, sequence, new LongShortTermMemory.Start(hidden, cell, null), true);
    }

    private States apply(
            Plan plan, Parameters parameters, Tensor sequence, LongShortTermMemory.Start start, boolean reversed) {
        LongShortTermMemory.Weights weights = new LongShortTermMemory.Weights(
                plan.parameter(parameters, name + "/kernel"),
                plan.parameter(parameters, name + "/recurrent"),
                plan.parameter(parameters, name + "/bias"));
        Tensor output = plan.add(new LongShortTermMemory(sequence, weights, gates, start, reversed, plan));
        int batch = start.hidden().rows();
        int steps = sequence.rows();
        int first = reversed ? 0 : batch;
        int last = reversed ? 0 : steps;
        return new States(
                plan.rows(output, 0, steps + batch),
                plan.rows(output, first, first + steps),
                plan.rows(output, last, last + batch),
                plan.rows(output, steps + batch, steps + 2 * batch));
    }

    /** An immutable snapshot of this layer; the parameters are those of {@link #layout}, and are copied. */
    public LstmActor actor(float[] parameters) {
        return new LstmActor(this, parameters);
    }
}
