package io.particlearena.algo.lemol;

import io.particlearena.algo.maddpg.LearningRates;
import io.particlearena.algo.parts.ActionHeads;
import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.MetricSink;
import io.particlearena.algo.parts.NetworkSink;
import io.particlearena.algo.parts.PolicyContext;
import io.particlearena.algo.parts.Student.Findings;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionException;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One agent that plays LeMOL: its policy and critic, its models of others, and what it has experienced. */
final class LemolAgent implements Stateful {

    private final LemolOptions options;
    private final PolicyContext context;
    private final int seat;
    private final ExperienceLayout layout;
    private final List<List<ActionHead>> modelledHeads = new ArrayList<>();
    private final LemolLearner learner;
    private final List<OpponentModel> models = new ArrayList<>();
    private final List<OpponentModelActor.Memory> known = new ArrayList<>();
    private final InPlayPredictions inPlay;
    private final List<PredictionPlan> predictionPlans = new ArrayList<>();
    private final ExperiencePool pool;
    private final Study study;
    private final List<String> stateColumns;
    private final float[] row;
    private final float[] predictions;
    private List<OpponentModelActor> modelActors = List.of();
    private boolean follows;
    private long updates;
    private long studyUnits;
    private volatile @Nullable Actor actor;

    /** @param rates the options of policy and critic that may change, shared with the policy's other seats */
    LemolAgent(LemolOptions options, PolicyContext context, int seat, LearningRates rates) {
        this.options = options;
        this.context = context;
        this.seat = seat;
        List<AgentSpec> agents = context.agents();
        List<Integer> others = LemolColumns.modelled(options, seat, agents);
        if (agents.size() == 1) {
            throw new OptionException(
                    "",
                    "LeMOL's " + agents.get(seat).name()
                            + " is alone, so that there is nobody to model; choose a scenario"
                            + " with more agents, or another algorithm, such as maddpg.");
        }
        if (others.isEmpty()) {
            throw new OptionException(
                    "model_team_mates",
                    "LeMOL's " + agents.get(seat).name()
                            + " has no opponent to model; set model_team_mates to let it model"
                            + " the agents of its own side, or choose maddpg.");
        }
        learner = new LemolLearner(options, context, seat, others, rates);
        layout = ExperienceLayout.of(agents, seat, others);
        for (int modelled : layout.modelled()) {
            modelledHeads.add(agents.get(modelled).actions());
        }
        inPlay = newInPlay();
        stateColumns = others.stream()
                .map(modelled -> LemolColumns.episodeState(seat, modelled))
                .toList();
        row = new float[layout.size()];
        predictions = new float[layout.predictions()];
        if (!options.oracle().feedLemolTrueAction()) {
            addModels();
        }
        boolean shared = !options.lemolSavePath().isEmpty();
        Path folder = shared ? Path.of(options.lemolSavePath()) : context.experience();
        pool = new ExperiencePool(ExperiencePool.folder(folder, seat), layout, shared);
        List<RandomStream> triplets = new ArrayList<>();
        for (int modelled : layout.modelled()) {
            triplets.add(stream("triplets/" + modelled));
        }
        study = new Study(options.model(), models, pool, stream("study"), triplets);
        follows = !context.learns();
        refreshModels();
        refreshActor();
    }

    /** Measures of predictions that has no steps yet. */
    InPlayPredictions newInPlay() {
        return new InPlayPredictions(options, context, layout);
    }

    private static List<Integer> sizes(List<ActionHead> heads) {
        return heads.stream().map(ActionHead::size).toList();
    }

    private RandomStream stream(String use) {
        return context.streams().stream("policy/" + context.name() + "/" + seat + "/" + use);
    }

    private void addModels() {
        Map<OpponentModelShape, OpponentModel> shared = new LinkedHashMap<>();
        for (int index = 0; index < layout.modelled().size(); index++) {
            OpponentModelShape shape = new OpponentModelShape(
                    layout.observationSize(), layout.actionSize(), sizes(modelledHeads.get(index)));
            RandomStream initial = stream("model/" + layout.modelled().get(index));
            OpponentModel model = options.opponentModelWeights() == LemolOptions.ModelWeights.SHARED
                    ? shared.computeIfAbsent(shape, key -> newModel(key, initial))
                    : newModel(shape, initial);
            models.add(model);
            known.add(model.actor().newMemory());
        }
    }

    private OpponentModel newModel(OpponentModelShape shape, RandomStream initial) {
        return new OpponentModel(options.model(), shape, options.core().agentUpdateFreq(), initial);
    }

    private void refreshModels() {
        Map<OpponentModel, OpponentModelActor> actors = new LinkedHashMap<>();
        models.forEach(model -> actors.computeIfAbsent(model, OpponentModel::actor));
        modelActors = models.stream().map(actors::get).toList();
    }

    private void refreshActor() {
        List<OpponentModelActor.Memory> copies = new ArrayList<>();
        for (int index = 0; index < known.size(); index++) {
            OpponentModelActor.Memory copy = modelActors.get(index).newMemory();
            copy.takeLearningFrom(known.get(index));
            copies.add(copy);
        }
        actor = new LemolActor(new LemolActor.Parts(
                layout,
                new ActionHeads(context.agents().get(seat).actions()),
                learner.snapshot(),
                modelActors,
                copies,
                follows,
                options.oneHotPredictions(),
                LemolColumns.keepsEpisodeStates(options),
                options.oracle(),
                modelledHeads));
    }

    Actor actor() {
        Actor newest = actor;
        if (newest == null) {
            throw new IllegalStateException("Agent " + seat + " has no actor yet");
        }
        return newest;
    }

    LemolLearner learner() {
        return learner;
    }

    /** States whether all agents learn, so that episodes that begin from now on are to be followed. */
    void follow(boolean now) {
        if (follows != now) {
            follows = now;
            refreshActor();
        }
    }

    /** Takes note of a step of any environment; experience is kept of the first one alone. */
    void observe(int environment, StepBuffer before, double[][] actions, StepBuffer after, List<ActorMemory> memories) {
        LemolMemory memory = (LemolMemory) memories.get(seat);
        System.arraycopy(memory.input, layout.observationSize(), predictions, 0, predictions.length);
        learner.keep(predictions);
        if (LemolColumns.keepsEpisodeStates(options)) {
            for (int index = 0; index < known.size(); index++) {
                context.replay().put(stateColumns.get(index), memory.episodeStates[index]);
            }
        }
        if (memory.follows && environment == 0) {
            keep(before, actions, after, memory);
            for (int index = 0; index < known.size(); index++) {
                known.get(index).takeLearningFrom(memory.models.get(index));
            }
            inPlay.add(actions, memories, true);
        }
    }

    private void keep(StepBuffer before, double[][] actions, StepBuffer after, LemolMemory memory) {
        if (models.isEmpty()) {
            return;
        }
        copy(before.observation(seat), 0);
        copy(actions[seat], layout.action());
        row[layout.reward()] = (float) after.rewards()[seat];
        row[layout.first()] = memory.step == 1 ? 1f : 0f;
        row[layout.last()] = after.episodeOver() ? 1f : 0f;
        for (int index = 0; index < layout.modelled().size(); index++) {
            copy(actions[layout.modelled().get(index)], layout.modelledAction(index));
        }
        System.arraycopy(predictions, 0, row, layout.prediction(0), predictions.length);
        pool.add(row);
    }

    private void copy(double[] values, int to) {
        for (int i = 0; i < values.length; i++) {
            row[to + i] = (float) values[i];
        }
    }

    void update(MetricSink metrics) {
        learner.update(this::predict, metrics);
        updates++;
        if (options.logOmInfluence() && updates % options.logOmInfluenceFreq() == 0) {
            metrics.put("opponent_model_influence", learner.influence());
        }
        inPlay.reportIfDue(metrics);
    }

    /** Repeats the predictions for sampled steps with what is known now. */
    private void predict(int[] rows, float[] now, float[] next) {
        if (predictionPlans.isEmpty()) {
            for (int index = 0; index < models.size(); index++) {
                OpponentModel model = models.get(index);
                int modelled = layout.modelled().get(index);
                predictionPlans.add(new PredictionPlan(
                        model.network(), model.parameters(), layout, modelled, rows.length, context.replay()));
            }
        }
        for (int index = 0; index < models.size(); index++) {
            PredictionPlan plan = predictionPlans.get(index);
            plan.run(rows, modelActors.get(index), known.get(index));
            plan.copy(now, next, learner.predictionStart(layout.modelled().get(index)), learner.predictionSize());
        }
    }

    void commit() {
        learner.commit();
        refreshActor();
    }

    void restart() {
        learner.restart();
        known.forEach(OpponentModelActor.Memory::beginTrajectory);
        inPlay.clear();
        follows = false;
        refreshModels();
        refreshActor();
    }

    void requireLongTrajectories(long steps) {
        study.requireLongTrajectories(steps, options.core().agentUpdateFreq());
    }

    void requireExperience() {
        study.requireExperience(options.lemolSavePath());
    }

    void endTrajectory() {
        pool.finish();
    }

    long beginStudy(Consumer<String> notices) {
        studyUnits = study.begin(notices);
        return studyUnits;
    }

    long studyUnits() {
        return studyUnits;
    }

    void study(long unit, Findings findings) {
        study.learn(unit, (index, result) -> report(index, result, findings));
        if (unit == studyUnits - 1) {
            study.end();
            // What was known came from other weights.
            known.forEach(OpponentModelActor.Memory::beginTrajectory);
            refreshModels();
            refreshActor();
        }
    }

    /** Shows the models, and the gradients of the last chunk of the study. */
    void showModels(NetworkSink sink) {
        study.show((index, gradients) -> sink.network(
                seat,
                "opponent_model/"
                        + context.agents().get(layout.modelled().get(index)).name() + "/",
                gradients));
    }

    private void report(int index, ChunkResult result, Findings findings) {
        String modelled = context.agents().get(layout.modelled().get(index)).name();
        findings.put(seat, "opponent_model_loss/" + modelled, result.crossEntropy());
        findings.put(seat, "opponent_model_accuracy/" + modelled, result.accuracy());
        List<ActionHead> heads = modelledHeads.get(index);
        for (int head = 0; heads.size() > 1 && head < heads.size(); head++) {
            String tag = "opponent_model_accuracy/" + modelled + "/"
                    + heads.get(head).name();
            findings.put(seat, tag, result.headAccuracies().get(head));
        }
        findings.put(seat, "opponent_model_entropy/" + modelled, result.entropy());
        if (options.model().useTripletRepresentationLoss()) {
            findings.put(seat, "triplet_loss/" + modelled, result.tripletLoss());
        }
    }

    /** Changes the learning rate of the models. */
    void setModelRate(double rate) {
        models.forEach(model -> model.setLearningRate(rate));
    }

    /** Takes over what was learned in an earlier run, but not what was experienced. */
    void takeOver(StateReader earlier) {
        if (!options.loadOpponentModelOnly()) {
            learner.load(earlier.child("learner"));
        }
        loadModels(earlier);
        if (!context.learns()) {
            loadKnown(earlier);
        }
        refreshModels();
        refreshActor();
    }

    private void loadModels(StateReader in) {
        for (int index = 0; index < models.size(); index++) {
            in.get("model_" + index, models.get(index));
        }
    }

    private void loadKnown(StateReader in) {
        for (int index = 0; index < known.size(); index++) {
            in.get("known_" + index, known.get(index));
        }
    }

    @Override
    public void save(StateWriter out) {
        out.put("learner", learner);
        for (int index = 0; index < models.size(); index++) {
            out.put("model_" + index, models.get(index));
            out.put("known_" + index, known.get(index));
        }
        inPlay.save(out);
        out.put("experience", pool);
        out.put("study", study);
        out.putLong("study_units", studyUnits);
        out.putLong("updates", updates);
        out.putLong("follows", follows ? 1 : 0);
    }

    @Override
    public void load(StateReader in) {
        in.get("learner", learner);
        loadModels(in);
        loadKnown(in);
        if (context.learns()) {
            inPlay.load(in);
            in.get("experience", pool);
            in.get("study", study);
            studyUnits = in.getLong("study_units");
            updates = in.getLong("updates");
            follows = in.getLong("follows") != 0;
        }
        refreshModels();
        refreshActor();
    }
}
