package io.particlearena.scenario;

import io.particlearena.options.Option;
import io.particlearena.options.OptionException;
import io.particlearena.options.OptionGroup;
import io.particlearena.world.Body;

/** The options that all particle scenarios share. */
public record ParticleOptions(
        @Option(
                help = "How actions are read: vector takes relaxed weights, forced only the largest move,"
                        + " index one move and one symbol, box a force in two dimensions.",
                value = "vector")
        ActionMode actionMode,

        @Option(
                help = "Steps after which an episode is cut off.",
                value = "25",
                min = 1,
                max = 1e6,
                unit = "steps",
                formerName = "max-cycles")
        int maxEpisodeLen,

        @Option(
                help = "Standard deviation of Gaussian noise on each component of an agent's force.",
                value = "0",
                min = 0,
                max = 100,
                live = true)
        double actionNoise,

        @Option(
                help = "Standard deviation of Gaussian noise on each number of a message.",
                value = "0",
                min = 0,
                max = 100,
                live = true)
        double messageNoise,

        @Option(help = "Factor on the masses of all agents.", value = "1", min = 1e-3, max = 1e3, live = true)
        double agentMass,

        @Option(
                help = "Factor on the masses of all landmarks; only where movable_landmarks lets them move.",
                value = "1",
                min = 1e-3,
                max = 1e3,
                live = true)
        double landmarkMass,

        @Option(help = "Whether landmarks can be pushed; those that collide then move.", value = "false")
        boolean movableLandmarks,

        @OptionGroup("Scripted agents") ScriptedAgents scripted) {

    public ParticleOptions {
        if (landmarkMass != 1 && !movableLandmarks) {
            throw new OptionException(
                    "landmark_mass",
                    "Option landmark_mass is \"" + landmarkMass
                            + "\", but must be 1 where landmarks cannot move; movable_landmarks lets them.");
        }
    }

    /** The help of the option {@code rules}, which every scenario declares with a default of its own. */
    static final String RULES = "Whose rules to follow: openai is multiagent-particle-envs, mpe2 is Farama's MPE2"
            + " (positions move before velocities, moves have the opposite sign, some rewards differ).";

    /** An agent's body with what these options change. */
    Body agent(Body body) {
        return body.withMass(body.mass() * agentMass);
    }

    /** A landmark's body with what these options change. */
    Body landmark(Body body) {
        return body.withMass(body.mass() * landmarkMass).withMovable(movableLandmarks);
    }

    /**
     * Refuses OpenAI's rules for a scenario that only MPE2 has.
     *
     * @throws OptionException if other rules than MPE2's are chosen
     */
    static void requireMpe2(Rules rules, String scenario) {
        if (rules != Rules.MPE2) {
            throw new OptionException(
                    "rules", "Option rules is \"openai\", but must be mpe2, because only MPE2 has " + scenario + ".");
        }
    }
}
