package io.particlearena.world;

import io.particlearena.math.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Round bodies in an unbounded plane: agents first, then landmarks.
 *
 * <p>The rules are those of the multi-agent particle environments (Lowe et al. 2017, arXiv:1706.02275). One step: scripted
 * agents choose, controls become forces, overlapping bodies push each other apart, everything movable moves, messages are
 * delivered. State lies in one flat array per quantity, indexed by body; the arrays are handed out as they are, for speed.
 *
 * <p>Deviation: bodies whose centres coincide push each other along the x axis, the one with the lower index to the right,
 * where the published code divides zero by zero.
 */
public final class ParticleWorld {

    private Physics physics;
    private final int agents;
    private final int messageSize;
    private final Body[] bodies;
    private final double[] x;
    private final double[] y;
    private final double[] velocityX;
    private final double[] velocityY;
    private final double[] controlX;
    private final double[] controlY;
    private final double[][] outgoing;
    private final double[][] messages;
    private final @Nullable Script[] scripts;
    private final double[] actionNoise;
    private final double[] messageNoise;
    private final double[] forceX;
    private final double[] forceY;
    private final double[] gain;
    private final double[] mass;
    private final double[] maxSpeed;
    private final boolean[] movable;
    private final boolean[] speaks;
    private final double[] size;
    private Contacts contacts;
    private int[] movers = {};
    private int[] speakers = {};
    private double timeStep;
    private double kept;
    private boolean positionFirst;
    private boolean anyScript;

    /**
     * A world with every body at the origin and at rest.
     *
     * @param physics the constants
     * @param bodies agents, then landmarks
     * @param agents how many of the bodies are agents
     * @param messageSize the length of every agent's message
     */
    public ParticleWorld(Physics physics, List<Body> bodies, int agents, int messageSize) {
        int count = bodies.size();
        this.physics = physics;
        this.agents = agents;
        this.messageSize = messageSize;
        this.bodies = bodies.toArray(new Body[0]);
        x = new double[count];
        y = new double[count];
        velocityX = new double[count];
        velocityY = new double[count];
        controlX = new double[agents];
        controlY = new double[agents];
        outgoing = new double[agents][messageSize];
        messages = new double[agents][messageSize];
        scripts = new Script[agents];
        actionNoise = new double[agents];
        messageNoise = new double[agents];
        forceX = new double[count];
        forceY = new double[count];
        gain = new double[count];
        mass = new double[count];
        maxSpeed = new double[count];
        movable = new boolean[count];
        speaks = new boolean[count];
        size = new double[count];
        for (int body = 0; body < count; body++) {
            copyProperties(body);
        }
        contacts = new Contacts(physics, this.bodies);
        prepare();
    }

    /** Works out once what every step needs. */
    private void prepare() {
        contacts = new Contacts(physics, bodies);
        movers = IntStream.range(0, bodies.length).filter(body -> movable[body]).toArray();
        speakers = IntStream.range(0, agents).filter(agent -> speaks[agent]).toArray();
        timeStep = physics.timeStep();
        kept = 1 - physics.damping();
        positionFirst = physics.integration() == Integration.POSITION_FIRST;
    }

    private void copyProperties(int body) {
        gain[body] = bodies[body].gain();
        mass[body] = bodies[body].mass();
        maxSpeed[body] = bodies[body].maxSpeed();
        movable[body] = bodies[body].movable();
        speaks[body] = bodies[body].speaks();
        size[body] = bodies[body].size();
    }

    /** Gives a body other properties; its position and velocity stay. */
    public void replace(int index, Body body) {
        bodies[index] = body;
        copyProperties(index);
        prepare();
    }

    /** Replaces the constants. */
    public void setPhysics(Physics newPhysics) {
        physics = newPhysics;
        prepare();
    }

    /** Lets a script move an agent. */
    public void script(int agent, Script script) {
        scripts[agent] = script;
        anyScript = true;
    }

    /** Whether a script moves the agent. */
    public boolean scripted(int agent) {
        return scripts[agent] != null;
    }

    /**
     * Adds Gaussian noise to what an agent does.
     *
     * @param action standard deviation of the noise on each component of its force
     * @param message standard deviation of the noise on each number of its message
     */
    public void setNoise(int agent, double action, double message) {
        actionNoise[agent] = action;
        messageNoise[agent] = message;
    }

    /** Puts a body somewhere, at rest. */
    public void place(int body, double newX, double newY) {
        x[body] = newX;
        y[body] = newY;
        velocityX[body] = 0;
        velocityY[body] = 0;
    }

    /** Puts a body at rest at a place drawn uniformly from the square [-halfWidth, halfWidth]^2. */
    public void scatter(int body, double halfWidth, RandomStream random) {
        double newX = halfWidth * (2 * random.nextDouble() - 1);
        double newY = halfWidth * (2 * random.nextDouble() - 1);
        place(body, newX, newY);
    }

    /** Puts every body at rest at a place of its own drawn uniformly from the square [-1, 1]^2, in the order of indices. */
    public void scatterAll(RandomStream random) {
        for (int body = 0; body < x.length; body++) {
            scatter(body, 1, random);
        }
    }

    /** Makes everyone silent, as at the beginning of an episode. */
    public void silence() {
        for (int agent = 0; agent < agents; agent++) {
            for (int symbol = 0; symbol < messageSize; symbol++) {
                messages[agent][symbol] = 0;
                outgoing[agent][symbol] = 0;
            }
        }
    }

    /** One step; the stream is drawn from only where there is noise. Allocates nothing. */
    public void step(RandomStream random) {
        if (anyScript) {
            runScripts();
        }
        applyControls(random);
        contacts.push(x, y, forceX, forceY);
        for (int body : movers) {
            move(body);
        }
        for (int speaker : speakers) {
            deliverMessage(speaker, random);
        }
    }

    private void runScripts() {
        for (int agent = 0; agent < agents; agent++) {
            Script script = scripts[agent];
            if (script != null) {
                script.act(this, agent);
            }
        }
    }

    private void applyControls(RandomStream random) {
        for (int body : movers) {
            if (body < agents) {
                forceX[body] = controlX[body];
                forceY[body] = controlY[body];
                double noise = actionNoise[body];
                if (noise != 0) {
                    forceX[body] += noise * random.nextGaussian();
                    forceY[body] += noise * random.nextGaussian();
                }
            } else {
                forceX[body] = 0;
                forceY[body] = 0;
            }
        }
    }

    private void move(int body) {
        double oldX = velocityX[body];
        double oldY = velocityY[body];
        double weight = mass[body];
        double newX = oldX * kept + (weight == 1 ? forceX[body] : forceX[body] / weight) * timeStep;
        double newY = oldY * kept + (weight == 1 ? forceY[body] : forceY[body] / weight) * timeStep;
        double limit = maxSpeed[body];
        if (limit != Double.POSITIVE_INFINITY) {
            double speed = Math.sqrt(newX * newX + newY * newY);
            if (speed > limit) {
                newX = newX / speed * limit;
                newY = newY / speed * limit;
            }
        }
        velocityX[body] = newX;
        velocityY[body] = newY;
        x[body] += (positionFirst ? oldX : newX) * timeStep;
        y[body] += (positionFirst ? oldY : newY) * timeStep;
    }

    private void deliverMessage(int speaker, RandomStream random) {
        double[] sent = outgoing[speaker];
        double[] heard = messages[speaker];
        double noise = messageNoise[speaker];
        for (int symbol = 0; symbol < messageSize; symbol++) {
            heard[symbol] = noise == 0 ? sent[symbol] : sent[symbol] + noise * random.nextGaussian();
        }
    }

    /** The constants. */
    public Physics physics() {
        return physics;
    }

    /** The number of agents. */
    public int agents() {
        return agents;
    }

    /** The number of bodies. */
    public int bodies() {
        return x.length;
    }

    /** The length of a message. */
    public int messageSize() {
        return messageSize;
    }

    /** The properties of a body. */
    public Body body(int index) {
        return bodies[index];
    }

    /** Positions by body. */
    public double[] x() {
        return x;
    }

    /** Positions by body. */
    public double[] y() {
        return y;
    }

    /** Velocities by body, in units per second. */
    public double[] velocityX() {
        return velocityX;
    }

    /** Velocities by body, in units per second. */
    public double[] velocityY() {
        return velocityY;
    }

    /** By agent, the force that it exerts on itself in the next step, gain included. */
    public double[] controlX() {
        return controlX;
    }

    /** By agent, the force that it exerts on itself in the next step, gain included. */
    public double[] controlY() {
        return controlY;
    }

    /** By agent, what its control is to be multiplied by. */
    public double[] gain() {
        return gain;
    }

    /** Radii by body. */
    public double[] size() {
        return size;
    }

    /** By body, whether forces move it. */
    public boolean[] movable() {
        return movable;
    }

    /** By agent, whether its message is sent. */
    public boolean[] speaks() {
        return speaks;
    }

    /** By agent, what it will say in the next step. */
    public double[][] outgoing() {
        return outgoing;
    }

    /** By agent, what it said in the last step; zeros for silent agents. */
    public double[][] messages() {
        return messages;
    }
}
