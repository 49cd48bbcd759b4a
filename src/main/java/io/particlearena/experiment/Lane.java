package io.particlearena.experiment;

import io.particlearena.algo.parts.Actor;
import io.particlearena.algo.parts.ActorMemory;
import io.particlearena.algo.parts.Critic;
import io.particlearena.env.ActionHead;
import io.particlearena.env.AgentSpec;
import io.particlearena.env.Environment;
import io.particlearena.env.Signal;
import io.particlearena.env.StepBuffer;
import io.particlearena.math.RandomStream;
import io.particlearena.math.RandomStreams;
import io.particlearena.store.MemoryState;
import io.particlearena.store.StateReader;
import io.particlearena.store.StateWriter;
import io.particlearena.store.Stateful;
import io.particlearena.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One environment and all that acting in it needs: buffers, actor memories and a random stream for each seat. A step
 * allocates nothing.
 */
final class Lane implements Stateful {

    private Environment environment;
    private final List<RandomStream> random = new ArrayList<>();
    private final List<ActorMemory> memories = new ArrayList<>();
    private final List<ActorMemory> shownMemories = Collections.unmodifiableList(memories);
    private final double[][] actions;
    private final double[][] executed;
    private final ActionHead[][] heads;
    private final boolean deterministic;
    private StepBuffer before;
    private StepBuffer after;

    /**
     * @param environment used by this lane alone
     * @param actors by seat, any snapshots of those who will act
     * @param streams where the seats' random streams come from
     * @param use the name of the streams without the seat, for example {@code acting/0}
     * @param deterministic whether actors take their most likely action
     */
    Lane(Environment environment, Actor[] actors, RandomStreams streams, String use, boolean deterministic) {
        this.environment = environment;
        this.deterministic = deterministic;
        List<AgentSpec> agents = environment.agents();
        actions = new double[agents.size()][];
        executed = new double[agents.size()][];
        heads = new ActionHead[agents.size()][];
        for (int seat = 0; seat < agents.size(); seat++) {
            AgentSpec agent = agents.get(seat);
            random.add(streams.stream(use + "/" + seat));
            memories.add(actors[seat].newMemory());
            actions[seat] = new double[agent.actionSize()];
            boolean replaced = agent.actions().stream().anyMatch(ActionHead::oneHot);
            executed[seat] = replaced ? new double[agent.actionSize()] : actions[seat];
            heads[seat] = agent.actions().toArray(ActionHead[]::new);
        }
        before = new StepBuffer(environment);
        after = new StepBuffer(environment);
    }

    /** Begins an episode of agents that remember nothing. */
    void beginAnew(Actor[] actors) {
        renewMemories(actors);
        begin();
    }

    /** Makes memories for other actors, or for actors that are to remember nothing. */
    void renewMemories(Actor[] actors) {
        memories.clear();
        for (Actor actor : actors) {
            memories.add(actor.newMemory());
        }
    }

    /** Goes on in another environment from where the present one is; agents and their observations must be alike. */
    void moveTo(Environment other) {
        other.load(MemoryState.of(environment).reader());
        environment = other;
    }

    /** Begins an episode. */
    void begin() {
        environment.reset(before);
        for (ActorMemory memory : memories) {
            memory.beginEpisode();
        }
    }

    /** Lets all agents act and makes one step; {@link #before}, {@link #executed} and {@link #after} then describe it. */
    void step(Actor[] actors) {
        for (int seat = 0; seat < actions.length; seat++) {
            if (!actors[seat].actsLast()) {
                act(actors[seat], seat);
            }
        }
        for (int seat = 0; seat < actions.length; seat++) {
            if (actors[seat].actsLast()) {
                actors[seat].foresee(executed, memories.get(seat));
                act(actors[seat], seat);
            }
        }
        environment.step(actions, after);
        for (int seat = 0; seat < actions.length; seat++) {
            actors[seat].remember(before, executed, after, memories.get(seat));
        }
    }

    private void act(Actor actor, int seat) {
        actor.act(before, memories.get(seat), deterministic, random.get(seat), actions[seat]);
        if (executed[seat] != actions[seat]) {
            execute(heads[seat], actions[seat], executed[seat]);
        }
    }

    /** Makes the outcome of the last step the present; begins the next episode if it is over. */
    void proceed() {
        if (after.episodeOver()) {
            begin();
        } else {
            StepBuffer spare = before;
            before = after;
            after = spare;
        }
    }

    /** What the environment makes of chosen actions: where a head is one-hot, its largest number. */
    static void execute(ActionHead[] heads, double[] chosen, double[] executed) {
        int at = 0;
        for (ActionHead head : heads) {
            int best = at;
            for (int i = at; i < at + head.size(); i++) {
                executed[i] = head.oneHot() ? 0 : chosen[i];
                best = chosen[i] > chosen[best] ? i : best;
            }
            if (head.oneHot()) {
                executed[best] = 1;
            }
            at += head.size();
        }
    }

    /** What the agents acted on in the last step. */
    StepBuffer before() {
        return before;
    }

    /** By seat, the numbers of the action heads as the agents chose them. */
    double[][] chosen() {
        return actions;
    }

    /** By seat, the numbers of the action heads as the environment executed them. */
    double[][] executed() {
        return executed;
    }

    /** What came of the last step. */
    StepBuffer after() {
        return after;
    }

    /** The environment. */
    Environment environment() {
        return environment;
    }

    /** By seat, what the actors keep between steps. */
    List<ActorMemory> memories() {
        return shownMemories;
    }

    /** By seat, what the agents had to tell about their latest choice. */
    List<List<Signal>> signals() {
        return memories.stream().map(ActorMemory::signals).toList();
    }

    /** The same, and what critics have to tell about the last step. */
    List<List<Signal>> signals(List<Critic> critics) {
        List<List<Signal>> told = signals();
        if (critics.isEmpty()) {
            return told;
        }
        List<List<Signal>> all = new ArrayList<>();
        for (int seat = 0; seat < told.size(); seat++) {
            List<Signal> ofSeat = new ArrayList<>(told.get(seat));
            ofSeat.addAll(critics.get(seat).judge(before, executed));
            all.add(ofSeat);
        }
        return all;
    }

    @Override
    public void save(StateWriter out) {
        out.put("environment", environment);
        for (int seat = 0; seat < actions.length; seat++) {
            StateWriter part = out.child("seat").child(Integer.toString(seat));
            part.putDoubles("observation", before.observation(seat));
            part.putBytes("pixels", before.pixels(seat));
            part.put("memory", memories.get(seat));
            StreamState.save(part, "random", random.get(seat));
        }
    }

    @Override
    public void load(StateReader in) {
        in.get("environment", environment);
        for (int seat = 0; seat < actions.length; seat++) {
            StateReader part = in.child("seat").child(Integer.toString(seat));
            double[] observation = part.getDoubles("observation");
            byte[] pixels = part.getBytes("pixels");
            if (observation.length != before.observation(seat).length || pixels.length != before.pixels(seat).length) {
                throw new StoreException("The checkpoint's observation of seat " + seat + " has another length.");
            }
            System.arraycopy(observation, 0, before.observation(seat), 0, observation.length);
            System.arraycopy(pixels, 0, before.pixels(seat), 0, pixels.length);
            part.get("memory", memories.get(seat));
            StreamState.load(part, "random", random.get(seat));
        }
        before.setEnd(false, false);
    }
}
