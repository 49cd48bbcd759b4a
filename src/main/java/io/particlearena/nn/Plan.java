package io.particlearena.nn;

import io.particlearena.math.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A program of tensor operations, written once and replayed at every {@link #run}.
 *
 * <p>Expressions run in the order in which they were written: what follows a step of an optimiser sees the new weights. A
 * gradient appends the backward steps of the operations on the paths between the loss and what it is asked for, and of no
 * others. The first run seals the plan: memory is laid out, all steps are bound to it, and nothing can be added any more.
 * Later runs allocate nothing.
 *
 * <p>One thread at a time may use a plan. Plans on several threads may read the same parameters at once.
 */
public final class Plan {

    private final List<Operation> operations = new ArrayList<>();
    private final Map<Parameters, Map<String, Tensor>> parameterTensors = new HashMap<>();
    private final Program program = new Program();

    /** A tensor that is filled from outside with {@link Tensor#set}; zeros until then. */
    public Tensor input(int rows, int columns) {
        return new Tensor(this, rows, columns);
    }

    /**
     * Fresh numbers of the standard exponential distribution at every run, drawn row by row; minus their logarithm is Gumbel
     * noise.
     */
    public Tensor exponentialNoise(int rows, int columns, RandomStream random) {
        return add(new Noise(Noise.Distribution.EXPONENTIAL, random, new Tensor(this, rows, columns)));
    }

    /** Fresh numbers of the standard normal distribution at every run, drawn row by row. */
    public Tensor normalNoise(int rows, int columns, RandomStream random) {
        return add(new Noise(Noise.Distribution.NORMAL, random, new Tensor(this, rows, columns)));
    }

    /** A parameter as a tensor. */
    public Tensor parameter(Parameters parameters, String name) {
        return parameterTensors
                .computeIfAbsent(parameters, key -> new HashMap<>())
                .computeIfAbsent(name, key -> {
                    ParameterLayout.Entry entry = parameters.layout().entry(key);
                    Tensor tensor = new Tensor(this, entry.rows(), entry.columns());
                    tensor.bind(parameters.matrix(entry));
                    return tensor;
                });
    }

    /** A fully connected layer with the named parameters. */
    public Tensor dense(Tensor input, Parameters parameters, String weights, String bias, Activation activation) {
        return dense(input, parameter(parameters, weights), parameter(parameters, bias), activation);
    }

    /**
     * A fully connected layer, {@code f(x W + b)}. A bias of fewer rows than the input is laid over the input's rows again
     * and again.
     */
    public Tensor dense(Tensor input, Tensor weights, Tensor bias, Activation activation) {
        return add(new Dense(input, weights, bias, activation, new Tensor(this, input.rows(), weights.columns())));
    }

    /** Tensors side by side. */
    public Tensor concat(Tensor... tensors) {
        return concat(List.of(tensors));
    }

    /** Tensors side by side. */
    public Tensor concat(List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to put side by side");
        }
        int rows = tensors.get(0).rows();
        int columns = tensors.stream().mapToInt(Tensor::columns).sum();
        return tensors.size() == 1 ? tensors.get(0) : add(new Concatenation(tensors, new Tensor(this, rows, columns)));
    }

    /** The columns {@code from} (inclusive) to {@code to} (exclusive) of a tensor: a view. */
    public Tensor columns(Tensor tensor, int from, int to) {
        if (from == 0 && to == tensor.columns()) {
            return tensor;
        }
        if (from < 0 || to > tensor.columns() || from >= to) {
            throw new IllegalArgumentException(
                    "A tensor of " + tensor.columns() + " columns has no columns " + from + " to " + to);
        }
        return add(new Columns(tensor, from, view(tensor, from, to)));
    }

    /** The rows {@code from} (inclusive) to {@code to} (exclusive) of a tensor: a view. */
    public Tensor rows(Tensor tensor, int from, int to) {
        if (from < 0 || to > tensor.rows() || from >= to) {
            throw new IllegalArgumentException(
                    "A tensor of " + tensor.rows() + " rows has no rows " + from + " to " + to);
        }
        Tensor view = new Tensor(this, to - from, tensor.columns());
        view.placeIn(tensor, from, 0);
        return add(new Rows(tensor, from, view));
    }

    /** A row, repeated: a learned initial state for each member of a batch. */
    public Tensor repeat(Tensor row, int times) {
        if (row.rows() != 1) {
            throw new IllegalArgumentException("A tensor of " + row.rows() + " rows is not a row");
        }
        return array(new Reduction.Repeat(row.columns(), times), times, row.columns(), row);
    }

    /** {@code a + b}, place by place; both have the shape of the result. */
    public Tensor add(Tensor a, Tensor b) {
        return combine(Elementwise.Combination.ADD, a, b);
    }

    /** {@code a - b}, place by place; both have the shape of the result. */
    public Tensor subtract(Tensor a, Tensor b) {
        return combine(Elementwise.Combination.SUBTRACT, a, b);
    }

    /** {@code a b}, place by place and not as matrices; both have the shape of the result. */
    public Tensor multiply(Tensor a, Tensor b) {
        return combine(Elementwise.Combination.MULTIPLY, a, b);
    }

    /** {@code a / b}, place by place; both have the shape of the result. */
    public Tensor divide(Tensor a, Tensor b) {
        return combine(Elementwise.Combination.DIVIDE, a, b);
    }

    /** The lesser of {@code a} and {@code b}, place by place; where they are equal, the gradient flows to {@code a}. */
    public Tensor minimum(Tensor a, Tensor b) {
        return combine(Elementwise.Combination.MINIMUM, a, b);
    }

    /** The greater of {@code a} and {@code b}, place by place; where they are equal, the gradient flows to {@code a}. */
    public Tensor maximum(Tensor a, Tensor b) {
        return combine(Elementwise.Combination.MAXIMUM, a, b);
    }

    /** {@code factor x}. */
    public Tensor scale(Tensor x, Scalar factor) {
        return apply(new Elementwise.Affine(factor, new Scalar(0)), x);
    }

    /** {@code factor x}, with a factor that stays as it is. */
    public Tensor scale(Tensor x, double factor) {
        return scale(x, new Scalar(factor));
    }

    /** {@code x + shift}. */
    public Tensor addScalar(Tensor x, Scalar shift) {
        return apply(new Elementwise.Affine(new Scalar(1), shift), x);
    }

    /** {@code x + shift}, with a shift that stays as it is. */
    public Tensor addScalar(Tensor x, double shift) {
        return addScalar(x, new Scalar(shift));
    }

    /** {@code -x}, place by place, in the shape of {@code x}. */
    public Tensor negate(Tensor x) {
        return scale(x, -1);
    }

    /** {@code x} limited to an interval; no gradient flows where it is outside. */
    public Tensor clip(Tensor x, Scalar low, Scalar high) {
        return apply(new Elementwise.Clip(low, high), x);
    }

    /** {@code x²}, place by place, in the shape of {@code x}. */
    public Tensor square(Tensor x) {
        return apply(Elementwise.Function.SQUARE, x);
    }

    /** The square root of each number, in the shape of {@code x}. */
    public Tensor sqrt(Tensor x) {
        return apply(Elementwise.Function.SQRT, x);
    }

    /** {@code e^x}, place by place, in the shape of {@code x}. */
    public Tensor exp(Tensor x) {
        return apply(Elementwise.Function.EXP, x);
    }

    /** The natural logarithm of each number, in the shape of {@code x}. */
    public Tensor log(Tensor x) {
        return apply(Elementwise.Function.LOG, x);
    }

    /** {@code max(x, 0)}, place by place, in the shape of {@code x}. */
    public Tensor relu(Tensor x) {
        return apply(Elementwise.Function.RELU, x);
    }

    /** The hyperbolic tangent of each number, in the shape of {@code x}. */
    public Tensor tanh(Tensor x) {
        return apply(Elementwise.Function.TANH, x);
    }

    /** {@code 1 / (1 + e^-x)}, place by place, in the shape of {@code x}. */
    public Tensor sigmoid(Tensor x) {
        return apply(Elementwise.Function.SIGMOID, x);
    }

    /** {@code log(1 + e^x)}, place by place, in the shape of {@code x}. */
    public Tensor softplus(Tensor x) {
        return apply(Elementwise.Function.SOFTPLUS, x);
    }

    /** The same values; no gradient flows back. */
    public Tensor stopGradient(Tensor x) {
        return apply(new Elementwise.StopGradient(), x);
    }

    /** The sum of all numbers. */
    public Tensor sum(Tensor x) {
        return array(new Reduction.Total(x.rows() * x.columns(), 1), 1, 1, x);
    }

    /** The mean of all numbers. */
    public Tensor mean(Tensor x) {
        int count = x.rows() * x.columns();
        return array(new Reduction.Total(count, 1.0 / count), 1, 1, x);
    }

    /** The sum of each row. */
    public Tensor sumColumns(Tensor x) {
        return array(new Reduction.OfRows(x.columns()), x.rows(), 1, x);
    }

    /** Softmax of each row, or of each head where neighbouring columns belong to several heads. */
    public Tensor softmax(Tensor logits, int... headSizes) {
        return apply(new Softmax.OfHeads(headSizes, logits.columns()), logits);
    }

    /**
     * A relaxed sample of the categorical distribution of each head: Gumbel-softmax at temperature 1.
     *
     * @param exponentialNoise standard exponential numbers, see {@link #exponentialNoise}; no gradient flows to them
     */
    public Tensor gumbelSoftmax(Tensor logits, Tensor exponentialNoise, int... headSizes) {
        logits.requireSameShape(exponentialNoise);
        Softmax.OfHeads kernel = new Softmax.OfHeads(headSizes, logits.columns());
        return array(kernel, logits.rows(), logits.columns(), logits, exponentialNoise);
    }

    /** The logarithm of the softmax of each row. */
    public Tensor logSoftmax(Tensor logits) {
        return apply(new Softmax.Logarithm(logits.columns()), logits);
    }

    /**
     * The cross-entropy of each row with a distribution over classes, to which no gradient flows; where neighbouring columns
     * belong to several heads, the sum of theirs.
     */
    public Tensor softmaxCrossEntropy(Tensor logits, Tensor labels, int... headSizes) {
        logits.requireSameShape(labels);
        Softmax.CrossEntropy kernel = new Softmax.CrossEntropy(headSizes, logits.columns());
        return array(kernel, logits.rows(), 1, logits, labels);
    }

    /** The gradient of a loss with respect to parameters; those that it does not depend on get zeros. */
    public Gradients gradients(Tensor loss, Parameters parameters) {
        Gradients result = new Gradients(this, parameters);
        Backward backward = new Backward(this, loss);
        parameterTensors
                .getOrDefault(parameters, Map.of())
                .forEach((name, tensor) -> backward.want(tensor, result.tensor(name)));
        if (!backward.derive(operations)) {
            throw new IllegalArgumentException("The loss does not depend on these parameters");
        }
        return result;
    }

    /**
     * The gradient of a loss with respect to a tensor. Where the tensor is some columns of another one, only these columns
     * are computed, and all paths from them to the loss count, whether or not they lead through this view.
     */
    public Tensor gradient(Tensor loss, Tensor tensor) {
        Backward backward = new Backward(this, loss);
        Tensor source = backward.wantView(tensor);
        backward.derive(operations);
        Tensor gradient = backward.gradient(source);
        if (gradient == null) {
            throw new IllegalArgumentException("The loss does not depend on this tensor");
        }
        return gradient;
    }

    /** Clips each tensor of a gradient to its own Euclidean norm, in place. */
    public void clipEachTensor(Gradients gradients, Scalar norm) {
        ParameterLayout layout = gradients.parameters().layout();
        clip("clipping of each tensor", gradients, values -> Clipping.eachTensor(values, layout, norm.get()));
    }

    /** Clips a gradient to the Euclidean norm of all of it, in place. */
    public void clipByGlobalNorm(Gradients gradients, Scalar norm) {
        int size = gradients.parameters().size();
        clip("clipping by the global norm", gradients, values -> Clipping.byGlobalNorm(values, size, norm.get()));
    }

    private void clip(String label, Gradients gradients, Consumer<float[]> clipping) {
        append(label, () -> memory -> {
            float[] values = memory.load(0, gradients.vector());
            clipping.accept(values);
            gradients.vector().put(values);
        });
    }

    /** Lets an optimiser change the parameters of a gradient. */
    public void step(Optimiser optimiser, Gradients gradients, Scalar learningRate) {
        Parameters parameters = gradients.parameters();
        if (optimiser.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    "An optimiser of " + optimiser.size() + " parameters cannot change " + parameters.size());
        }
        append("step of the optimiser", () -> memory -> {
            float[] values = memory.load(0, parameters.vector());
            optimiser.step(values, memory.load(1, gradients.vector()), learningRate.get());
            parameters.vector().put(values);
        });
    }

    /** Moves the parameters of a target network towards those of the online network by the fraction {@code rate}. */
    public void moveTowards(Parameters target, Parameters online, Scalar rate) {
        target.requireMatch(online);
        append(
                "move of a target network",
                () -> memory -> target.moveTowards(
                        online, rate.get(), memory.slot(0, target.size()), memory.slot(1, target.size())));
    }

    /** Runs all steps in order. */
    public void run() {
        program.run();
    }

    /** What each step of a run does, in order; seals the plan. */
    public List<String> stepLabels() {
        return program.labels();
    }

    /** Runs all steps and adds the nanoseconds that each takes to {@code nanos}, in the order of {@link #stepLabels}. */
    public void runTimed(long[] nanos) {
        program.runTimed(nanos);
    }

    void seal() {
        program.seal();
    }

    void append(String label, Supplier<Step> step) {
        program.append(label, step);
    }

    Tensor temporary(int rows, int columns) {
        return new Tensor(this, rows, columns);
    }

    Tensor view(Tensor tensor, int from, int to) {
        if (from == 0 && to == tensor.columns()) {
            return tensor;
        }
        Tensor view = new Tensor(this, tensor.rows(), to - from);
        view.placeIn(tensor, 0, from);
        return view;
    }

    /** Appends an operation of any kind. */
    Tensor add(Operation operation) {
        for (Tensor input : operation.inputs()) {
            if (input.plan() != this) {
                throw new IllegalArgumentException("A tensor of another plan cannot be used");
            }
        }
        append(operation.label(), operation::bind);
        operations.add(operation);
        operation.output().producedBy(operation);
        return operation.output();
    }

    private Tensor apply(ArrayOperation.Kernel kernel, Tensor x) {
        return array(kernel, x.rows(), x.columns(), x);
    }

    private Tensor combine(ArrayOperation.Kernel kernel, Tensor a, Tensor b) {
        a.requireSameShape(b);
        return array(kernel, a.rows(), a.columns(), a, b);
    }

    Tensor array(ArrayOperation.Kernel kernel, int rows, int columns, Tensor... inputs) {
        return add(new ArrayOperation(kernel, new Tensor(this, rows, columns), inputs));
    }
}
