package io.particlearena.env;

import java.util.List;

/**
 * An immutable drawable snapshot of an environment. World coordinates: x to the right, y up; units are the world's own,
 * the usual arena being [-1, 1] in both.
 *
 * @param discs round bodies, in the order in which they should be drawn, first one lowest
 * @param cells filled squares of a grid, drawn below the discs
 * @param messages what agents said in the last step
 * @param centreX the middle of the usual arena
 * @param centreY the middle of the usual arena
 * @param halfWidth half the width of the usual arena, positive
 */
public record Scene(
        List<Disc> discs, List<Cell> cells, List<Message> messages, double centreX, double centreY, double halfWidth) {

    public Scene {
        discs = List.copyOf(discs);
        cells = List.copyOf(cells);
        messages = List.copyOf(messages);
    }

    /** What a disc stands for. */
    public enum Kind {
        AGENT,
        LANDMARK,
        OBSTACLE,
        FOOD,
        FOREST
    }

    /**
     * A round body.
     *
     * @param name unique in the scene
     * @param kind what it stands for
     * @param agent the agent's seat, -1 for other bodies
     * @param x position
     * @param y position
     * @param radius in world units
     * @param velocityX in world units per second
     * @param velocityY in world units per second
     * @param colour as published for the scenario
     */
    public record Disc(
            String name,
            Kind kind,
            int agent,
            double x,
            double y,
            double radius,
            double velocityX,
            double velocityY,
            Colour colour) {}

    /** A filled square of a grid, given by its lower left corner and the length of its side. */
    public record Cell(double x, double y, double side, Colour colour) {}

    /**
     * What an agent said.
     *
     * @param agent the speaker's seat
     * @param symbols the weight of each symbol, as sent
     */
    public record Message(int agent, List<Double> symbols) {
        public Message {
            symbols = List.copyOf(symbols);
        }
    }

    /** A colour with components from 0 to 1. */
    public record Colour(double red, double green, double blue, double opacity) {
        public Colour {
            red = Math.min(1, Math.max(0, red));
            green = Math.min(1, Math.max(0, green));
            blue = Math.min(1, Math.max(0, blue));
            opacity = Math.min(1, Math.max(0, opacity));
        }
    }
}
