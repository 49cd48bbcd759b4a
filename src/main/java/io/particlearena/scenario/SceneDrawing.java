package io.particlearena.scenario;

import io.particlearena.env.Scene;
import io.particlearena.world.ParticleWorld;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a drawable copy of a particle world: forests lowest, then other landmarks, agents on top, so that agents are seen.
 * The published renderers draw agents first and hide them under forests.
 */
final class SceneDrawing {

    private static final List<Scene.Kind> FROM_BELOW =
            List.of(Scene.Kind.FOREST, Scene.Kind.OBSTACLE, Scene.Kind.LANDMARK, Scene.Kind.FOOD, Scene.Kind.AGENT);

    private SceneDrawing() {}

    /**
     * @param seats by agent, its seat, -1 if a script moves it
     */
    static Scene draw(Scenario scenario, ParticleWorld world, int[] seats) {
        List<Scene.Disc> discs = new ArrayList<>();
        for (Scene.Kind kind : FROM_BELOW) {
            for (int body = 0; body < world.bodies(); body++) {
                if (scenario.cast().figure(body).kind() == kind && scenario.visible(body)) {
                    discs.add(disc(scenario, world, body, body < seats.length ? seats[body] : -1));
                }
            }
        }
        return new Scene(discs, List.of(), messages(world, seats), 0, 0, 1);
    }

    private static Scene.Disc disc(Scenario scenario, ParticleWorld world, int body, int seat) {
        Figure figure = scenario.cast().figure(body);
        return new Scene.Disc(
                figure.name(),
                figure.kind(),
                seat,
                world.x()[body],
                world.y()[body],
                world.body(body).size(),
                world.velocityX()[body],
                world.velocityY()[body],
                scenario.colour(body));
    }

    private static List<Scene.Message> messages(ParticleWorld world, int[] seats) {
        List<Scene.Message> messages = new ArrayList<>();
        for (int agent = 0; agent < world.agents(); agent++) {
            if (world.body(agent).speaks() && seats[agent] >= 0) {
                List<Double> symbols = new ArrayList<>();
                for (double symbol : world.messages()[agent]) {
                    symbols.add(symbol);
                }
                messages.add(new Scene.Message(seats[agent], symbols));
            }
        }
        return messages;
    }
}
