package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.math.RandomStream;
import io.particlearena.world.ParticleWorld;
import java.util.List;

/**
 * The scenario {@code simple_world_comm}: adversaries, one of them a leader that sees everyone and speaks to the others,
 * chase agents that look for food and hide in forests.
 *
 * <p>OpenAI's rules pay good agents for being far from food, a mistake of sign that MPE2 has corrected. Forests, obstacles
 * and food lie in the order obstacles, food, forests.
 */
final class SimpleWorldComm implements Scenario {

    private static final int LEADER = 0;
    private static final int TAG = 0;
    private static final int OUTSIDE = 1;
    private static final int FOOD = 2;
    private static final int DISTANCE = 3;
    private static final double TAG_PAY = 5;
    private static final double OUTSIDE_WEIGHT = 2;
    private static final double FOOD_PAY = 2;
    private static final double FOOD_WEIGHT = 0.05;
    private static final double PREY_WEIGHT = 0.1;

    private final SimpleWorldCommOptions options;
    private final Cast cast;
    private final int adversaries;
    private final int agents;
    private final int firstFood;
    private final int firstForest;
    private final int end;
    private final double foodWeight;
    private final boolean[][] inForest;
    private final boolean[] inAny;

    SimpleWorldComm(SimpleWorldCommOptions options) {
        this.options = options;
        cast = options.cast();
        adversaries = options.numAdversaries();
        agents = cast.agents().size();
        firstFood = agents + options.numObstacles();
        firstForest = firstFood + options.numFood();
        end = firstForest + options.numForests();
        boolean attracts = options.rules() == Rules.MPE2 || options.foodAttracts();
        foodWeight = attracts ? -FOOD_WEIGHT : FOOD_WEIGHT;
        inForest = new boolean[agents][options.numForests()];
        inAny = new boolean[agents];
    }

    @Override
    public Cast cast() {
        return cast;
    }

    @Override
    public Sharing sharing() {
        return Sharing.NONE;
    }

    @Override
    public List<String> rewardTerms() {
        return List.of("tag", "outside", "food", "distance");
    }

    @Override
    public List<String> events() {
        return List.of("tag", "left_arena", "food", "in_forest", "message");
    }

    @Override
    public int observationSize(int agent) {
        int good = agents - adversaries;
        int common = 4 + 2 * (end - agents) + 2 * (agents - 1) + options.numForests();
        return agent < adversaries ? common + 2 * good + cast.messageSize() : common + 2 * (good - 1);
    }

    @Override
    public void reset(ParticleWorld world, RandomStream random) {
        for (int body = 0; body < end; body++) {
            world.scatter(body, body < agents ? 1 : 0.9, random);
        }
    }

    @Override
    public void score(ParticleWorld world, Score score) {
        int tags = 0;
        for (int prey = adversaries; prey < agents; prey++) {
            score.events()[prey][0] = 0;
            score.events()[prey][2] = 0;
        }
        for (int adversary = 0; adversary < adversaries; adversary++) {
            tags += huntPrey(world, adversary, score);
        }
        for (int adversary = 0; adversary < adversaries; adversary++) {
            score.own()[adversary][TAG] = world.body(adversary).collides() ? TAG_PAY * tags : 0;
        }
        for (int prey = adversaries; prey < agents; prey++) {
            double[] own = score.own()[prey];
            own[TAG] = world.body(prey).collides() ? -TAG_PAY * score.events()[prey][0] : 0;
            own[OUTSIDE] = -OUTSIDE_WEIGHT * Space.outside(world, prey);
            seekFood(world, prey, own, score.events()[prey]);
        }
        lookForForests(world);
        for (int agent = 0; agent < agents; agent++) {
            score.events()[agent][1] = Space.left(world, agent) ? 1 : 0;
            score.events()[agent][3] = inAny[agent] ? 1 : 0;
        }
        score.events()[LEADER][4] = Talk.said(world, LEADER) ? 1 : 0;
    }

    /** Pays one adversary for being near to prey, and counts whom it touches. */
    private int huntPrey(ParticleWorld world, int adversary, Score score) {
        int tags = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int prey = adversaries; prey < agents; prey++) {
            double squared = Space.squared(world, adversary, prey);
            nearest = squared < nearest ? squared : nearest;
            if (Space.within(squared, world.size()[adversary] + world.size()[prey])) {
                tags++;
                score.events()[prey][0]++;
            }
        }
        score.events()[adversary][0] = tags;
        score.own()[adversary][DISTANCE] = -PREY_WEIGHT * Math.sqrt(nearest);
        return tags;
    }

    private void seekFood(ParticleWorld world, int prey, double[] own, double[] events) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int food = firstFood; food < firstForest; food++) {
            double squared = Space.squared(world, prey, food);
            nearest = squared < nearest ? squared : nearest;
            if (Space.within(squared, world.size()[prey] + world.size()[food])) {
                events[2]++;
            }
        }
        own[FOOD] = FOOD_PAY * events[2];
        own[DISTANCE] = firstFood == firstForest ? 0 : foodWeight * Math.sqrt(nearest);
    }

    private void lookForForests(ParticleWorld world) {
        for (int agent = 0; agent < agents; agent++) {
            boolean any = false;
            for (int forest = firstForest; forest < end; forest++) {
                boolean in = Space.touch(world, agent, forest);
                inForest[agent][forest - firstForest] = in;
                any |= in;
            }
            inAny[agent] = any;
        }
    }

    @Override
    public void observe(ParticleWorld world, double[][] observations) {
        lookForForests(world);
        for (int agent = 0; agent < agents; agent++) {
            double[] out = observations[agent];
            int at = Vision.position(world, agent, out, Vision.velocity(world, agent, out, 0));
            at = Vision.landmarks(world, agent, out, at);
            for (int other = 0; other < agents; other++) {
                if (other != agent) {
                    at = sees(agent, other)
                            ? Vision.relative(world, agent, other, out, at)
                            : Neighbours.zeros(2, out, at);
                }
            }
            if (agent < adversaries) {
                at = ownForests(agent, out, preyVelocities(world, agent, out, at));
                Vision.message(world, LEADER, out, at);
            } else {
                preyVelocities(world, agent, out, ownForests(agent, out, at));
            }
        }
    }

    private boolean sees(int agent, int other) {
        if (agent == LEADER || (!inAny[agent] && !inAny[other])) {
            return true;
        }
        for (int forest = 0; forest < inForest[agent].length; forest++) {
            if (inForest[agent][forest] && inForest[other][forest]) {
                return true;
            }
        }
        return false;
    }

    private int ownForests(int agent, double[] out, int at) {
        int next = at;
        for (boolean in : inForest[agent]) {
            out[next++] = in ? 1 : -1;
        }
        return next;
    }

    private int preyVelocities(ParticleWorld world, int agent, double[] out, int at) {
        int next = at;
        for (int prey = adversaries; prey < agents; prey++) {
            if (prey != agent) {
                next = sees(agent, prey) ? Vision.velocity(world, prey, out, next) : Neighbours.zeros(2, out, next);
            }
        }
        return next;
    }

    @Override
    public List<String> diagnostics(int agent) {
        return List.of("collisions");
    }

    @Override
    public void readDiagnostics(ParticleWorld world, int agent, double[] out) {
        out[0] = 0;
        if (agent < adversaries) {
            for (int prey = adversaries; prey < agents; prey++) {
                out[0] += Space.touch(world, agent, prey) ? 1 : 0;
            }
        }
    }

    @Override
    public Scene.Colour colour(int body) {
        if (body == LEADER) {
            return Colours.agent(0.65, 0.15, 0.15);
        }
        if (body < agents) {
            return body < adversaries ? Colours.agent(0.95, 0.45, 0.45) : Colours.agent(0.45, 0.95, 0.45);
        }
        if (body < firstFood) {
            return Colours.landmark(0.25, 0.25, 0.25);
        }
        return body < firstForest ? Colours.landmark(0.15, 0.15, 0.65) : Colours.forest(0.6, 0.9, 0.6);
    }
}
