package io.particlearena.scenario;

import io.particlearena.env.Environment;
import io.particlearena.env.EnvironmentEntry;
import io.particlearena.env.Scene;
import io.particlearena.env.Side;
import io.particlearena.math.RandomStream;
import io.particlearena.options.OptionSchema;
import io.particlearena.world.Body;
import io.particlearena.world.ParticleWorld;
import io.particlearena.world.Physics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets an environment up as a golden file describes it: the scenario with its counts and rules, then every body's size, mass
 * and so on from the file's own lists, whatever the scenario's defaults are.
 */
final class GoldenStage {

    private static final String CORE = "core";
    private static final Map<String, String> ACTION_MODES = Map.of(
            "vector", "vector",
            "vector-forced", "forced",
            "index", "index",
            "box", "box",
            "discrete", "index",
            "continuous", "vector");

    private final Tree file;
    private final List<Tree> agents;
    private final List<Tree> landmarks;
    private final Rules rules;

    GoldenStage(Tree file) {
        this.file = file;
        agents = file.get("entities").get("agents").list();
        landmarks = file.get("entities").get("landmarks").list();
        rules = GoldenFormat.isMpe2(file) ? Rules.MPE2 : Rules.OPENAI;
    }

    /** The environment at the beginning of the recorded episode, which is not yet begun. */
    ParticleEnvironment build() {
        String scenario = file.get("scenario").text();
        ParticleEnvironment environment = scenario.equals(CORE) ? core() : fromCatalogue(scenario);
        ParticleWorld world = environment.world();
        if (world.agents() != agents.size() || world.bodies() != agents.size() + landmarks.size()) {
            throw new IllegalArgumentException("The recording has " + agents.size() + " agents and " + landmarks.size()
                    + " landmarks, but " + scenario + " has " + world.agents() + " and "
                    + (world.bodies() - world.agents()) + ".");
        }
        requireNamedCounts();
        requireSilence(world);
        world.setPhysics(physics());
        for (int body = 0; body < world.bodies(); body++) {
            Tree entity = body < agents.size() ? agents.get(body) : landmarks.get(body - agents.size());
            world.replace(body, body(entity, body < agents.size()));
        }
        putInPlace(world);
        if (!scenario.equals(CORE)) {
            requireSameSides(environment.scenario().cast());
            environment.scenario().choose(choices(), world);
        }
        return environment;
    }

    private ParticleEnvironment core() {
        Cast cast = new Cast(
                Cast.good("agent", agents.size(), Body.agent(0)),
                Cast.props("landmark", landmarks.size(), Scene.Kind.LANDMARK, Body.landmark(0)),
                messageSize());
        Map<String, Object> values = Map.of("action_mode", actionMode(), "max_episode_len", timeLimit());
        ParticleOptions options = OptionSchema.of(ParticleOptions.class).parse(values);
        return new ParticleEnvironment(new BareWorld(cast), rules, options, RandomStream.ofSeed(0));
    }

    private ParticleEnvironment fromCatalogue(String scenario) {
        EnvironmentEntry<?> entry = Scenarios.find(scenario)
                .orElseThrow(() -> new IllegalArgumentException("There is no scenario \"" + scenario + "\" here."));
        Environment environment = entry.create(options(entry.options()), RandomStream.ofSeed(0));
        if (environment instanceof ParticleEnvironment particles) {
            return particles;
        }
        throw new IllegalArgumentException("Scenario \"" + scenario + "\" has no particle world.");
    }

    /** The options that give this file's counts, rules and modes; what the scenario does not have is left out. */
    private Map<String, Object> options(OptionSchema<?> schema) {
        long adversaries = agents.stream().filter(GoldenStage::adversary).count();
        long good = agents.size() - adversaries;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rules", rules == Rules.MPE2 ? "mpe2" : "openai");
        values.put("action_mode", actionMode());
        values.put("max_episode_len", timeLimit());
        values.put("num_agents", agents.size());
        values.put("num_adversaries", adversaries);
        values.put("num_good_agents", good);
        values.put("num_receivers", good - 1);
        values.put("num_listeners", agents.size() - 1);
        values.put("num_landmarks", count("landmark"));
        values.put("num_obstacles", count("landmark"));
        values.put("num_food", count("food"));
        values.put("num_forests", count("forest"));
        values.put("message_size", messageSize());
        for (String name : List.of("num_agent_neighbors", "num_landmark_neighbors", "terminate_on_success")) {
            Object value = argument(name).node();
            if (value != null) {
                values.put(name, value);
            }
        }
        values.put("pad_neighbors", true);
        if (rules == Rules.MPE2 && argument("local_ratio").present()) {
            values.put("local_ratio", argument("local_ratio").number());
        }
        boolean curriculum = argument("curriculum").present()
                ? argument("curriculum").truth()
                : argument("curriculum_stage").present();
        if (curriculum) {
            values.put("curriculum_stage", (long) argument("curriculum_stage").numberOr(0));
        }
        values.keySet().removeIf(key -> schema.find(key).isEmpty());
        return values;
    }

    /** A value given at the top of the file, among the arguments of MPE2's constructors, or among changed constants. */
    private Tree argument(String name) {
        for (Tree place : List.of(file, file.get("env_args"), file.get("variant"))) {
            if (place.get(name).present()) {
                return place.get(name);
            }
        }
        return file.get(name);
    }

    private String actionMode() {
        String mode = file.get("action_mode").text();
        String ours = ACTION_MODES.get(mode);
        if (ours == null) {
            throw new IllegalArgumentException("The recording's action_mode is \"" + mode + "\"; known are "
                    + String.join(", ", ACTION_MODES.keySet().stream().sorted().toList()) + ".");
        }
        return ours;
    }

    /** OpenAI's environments never end; the limit then lies beyond the recording. */
    private long timeLimit() {
        int steps = file.get("steps").list().size();
        return rules == Rules.MPE2 ? (long) argument("max_cycles").numberOr(25) : steps + 1L;
    }

    private int messageSize() {
        return (int) file.get("world").get("dim_c").number();
    }

    private long count(String kind) {
        return landmarks.stream()
                .filter(landmark -> kind(landmark).equals(kind))
                .count();
    }

    private static String kind(Tree landmark) {
        return landmark.get("kind").present() ? landmark.get("kind").text() : "landmark";
    }

    private static boolean adversary(Tree agent) {
        String name = agent.get("name").text();
        return agent.get("adversary").present()
                ? agent.get("adversary").truth()
                : name.contains("adversary") || name.startsWith("eve");
    }

    /** Refuses counts among the arguments and changed constants that are not those of the file's own lists. */
    private void requireNamedCounts() {
        long adversaries = agents.stream().filter(GoldenStage::adversary).count();
        Map<String, Long> counts = Map.of(
                "num_agents",
                (long) agents.size(),
                "num_adversaries",
                adversaries,
                "num_good",
                agents.size() - adversaries,
                "num_good_agents",
                agents.size() - adversaries,
                "N",
                agents.size() - adversaries,
                "num_landmarks",
                count("landmark"),
                "num_obstacles",
                count("landmark"),
                "num_food",
                count("food"),
                "num_forests",
                count("forest"));
        for (Tree place : List.of(file.get("env_args"), file.get("variant"))) {
            counts.forEach((name, actual) -> {
                Tree named = place.get(name);
                if (named.present() && named.number() != actual) {
                    throw new IllegalArgumentException("The recording's \"" + named.path() + "\" is " + named.found()
                            + ", but its \"entities\" have " + actual + ".");
                }
            });
        }
    }

    /** Refuses agents that speak where messages have no length. */
    private void requireSilence(ParticleWorld world) {
        for (Tree agent : agents) {
            if (world.messageSize() == 0 && !agent.get("silent").truth()) {
                throw new IllegalArgumentException(
                        "The recording's \"" + agent.get("silent").path() + "\" is not true, but agents of "
                                + file.get("scenario").text() + " send no messages.");
            }
        }
    }

    private void requireSameSides(Cast cast) {
        for (int agent = 0; agent < agents.size(); agent++) {
            if (adversary(agents.get(agent)) != (cast.agents().get(agent).side() == Side.BAD)) {
                throw new IllegalArgumentException("Agent " + agent + " of the recording is "
                        + (adversary(agents.get(agent)) ? "" : "not ") + "an adversary, unlike here.");
            }
        }
    }

    private Physics physics() {
        Tree world = file.get("world");
        return new Physics(
                world.get("dt").number(),
                world.get("damping").number(),
                world.get("contact_force").number(),
                world.get("contact_margin").number(),
                rules.integration());
    }

    private static Body body(Tree entity, boolean agent) {
        for (String noise : List.of("u_noise", "c_noise")) {
            if (entity.get(noise).numberOr(0) != 0) {
                throw new IllegalArgumentException(
                        "The recording's \"" + entity.get(noise).path() + "\" is "
                                + entity.get(noise).number() + ", but an episode with noise cannot be replayed.");
            }
        }
        return new Body(
                entity.get("size").number(),
                entity.get("mass").numberOr(1),
                entity.get("movable").truth(),
                entity.get("collide").truth(),
                entity.get("max_speed").numberOr(Double.POSITIVE_INFINITY),
                entity.get("accel").numberOr(Body.DEFAULT_GAIN),
                agent && !entity.get("silent").truth());
    }

    private void putInPlace(ParticleWorld world) {
        List<Tree> agentStates = file.get("initial").get("agents").list();
        List<Tree> landmarkStates = file.get("initial").get("landmarks").list();
        for (int body = 0; body < world.bodies(); body++) {
            boolean agent = body < world.agents();
            Tree state = agent ? agentStates.get(body) : landmarkStates.get(body - world.agents());
            double[] position = state.get("pos").numbers();
            double[] velocity = state.get("vel").numbers();
            world.place(body, position[0], position[1]);
            world.velocityX()[body] = velocity[0];
            world.velocityY()[body] = velocity[1];
            if (agent) {
                double[] message = state.get("c").numbers();
                double[] target = world.messages()[body];
                System.arraycopy(message, 0, target, 0, Math.min(message.length, target.length));
            }
        }
    }

    private Choices choices() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (file.get("choices").node() instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        return new Choices(values);
    }
}
