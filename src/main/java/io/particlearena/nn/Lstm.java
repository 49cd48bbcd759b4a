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
     * @param hidden the hidden states after all times, in rows like the sequence's
     * @param lastHidden the hidden states after the last time, one row for each member of the batch
     * @param lastCell the cell states after the last time
     */
    public record States(Tensor hidden, Tensor lastHidden, Tensor lastCell) {}

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
        LongShortTermMemory.Weights weights = new LongShortTermMemory.Weights(
                plan.parameter(parameters, name + "/kernel"),
                plan.parameter(parameters, name + "/recurrent"),
                plan.parameter(parameters, name + "/bias"));
        Tensor output = plan.add(new LongShortTermMemory(
                sequence, weights, gates, hidden, cell, plan.temporary(sequence.rows(), 2 * units)));
        Tensor last = plan.rows(output, sequence.rows() - hidden.rows(), sequence.rows());
        return new States(
                plan.columns(output, 0, units), plan.columns(last, 0, units), plan.columns(last, units, 2 * units));
    }

    /** An immutable snapshot of this layer; the parameters are those of {@link #layout}, and are copied. */
    public LstmActor actor(float[] parameters) {
        return new LstmActor(this, parameters);
    }
}
