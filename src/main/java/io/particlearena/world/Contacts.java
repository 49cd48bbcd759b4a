package io.particlearena.world;

/**
 * The forces between overlapping bodies.
 *
 * <p>Two colliding bodies at distance d, sizes adding up to s, push each other apart with contact_force * margin * ln(1 +
 * exp((s - d) / margin)): zero when apart, linear in the overlap, smooth between. The order of operations is that of the
 * published code, so that trajectories agree to rounding.
 *
 * <p>Beyond 40 margins apart the force is below 1e-18 and is left out; beyond 40 margins of overlap the logarithm is its
 * argument to the last bit.
 */
final class Contacts {

    private static final double NEGLIGIBLE = 40;

    private final double contactForce;
    private final double margin;
    private final int[] first;
    private final int[] second;
    private final double[] touching;
    private final double[] farSquared;
    private final boolean[] movable;

    Contacts(Physics physics, Body[] bodies) {
        contactForce = physics.contactForce();
        margin = physics.contactMargin();
        int pairs = 0;
        for (int a = 0; a < bodies.length; a++) {
            for (int b = a + 1; b < bodies.length; b++) {
                pairs += meet(bodies[a], bodies[b]) ? 1 : 0;
            }
        }
        first = new int[pairs];
        second = new int[pairs];
        touching = new double[pairs];
        farSquared = new double[pairs];
        movable = new boolean[bodies.length];
        int pair = 0;
        for (int a = 0; a < bodies.length; a++) {
            movable[a] = bodies[a].movable();
            for (int b = a + 1; b < bodies.length; b++) {
                if (meet(bodies[a], bodies[b])) {
                    first[pair] = a;
                    second[pair] = b;
                    touching[pair] = bodies[a].size() + bodies[b].size();
                    double far = touching[pair] + NEGLIGIBLE * margin;
                    farSquared[pair] = far * far;
                    pair++;
                }
            }
        }
    }

    private static boolean meet(Body a, Body b) {
        return a.collides() && b.collides() && (a.movable() || b.movable());
    }

    /** Adds the contact forces of all pairs to the forces by body. */
    void push(double[] x, double[] y, double[] forceX, double[] forceY) {
        for (int pair = 0; pair < first.length; pair++) {
            int a = first[pair];
            int b = second[pair];
            double apartX = x[a] - x[b];
            double apartY = y[a] - y[b];
            double squared = apartX * apartX + apartY * apartY;
            if (squared <= farSquared[pair]) {
                double distance = Math.sqrt(squared);
                if (distance == 0) {
                    apartX = 1;
                    apartY = 0;
                }
                double penetration = penetration(touching[pair] - distance);
                double along = distance == 0 ? 1 : distance;
                double pushX = contactForce * apartX / along * penetration;
                double pushY = contactForce * apartY / along * penetration;
                if (movable[a]) {
                    forceX[a] += pushX;
                    forceY[a] += pushY;
                }
                if (movable[b]) {
                    forceX[b] -= pushX;
                    forceY[b] -= pushY;
                }
            }
        }
    }

    private double penetration(double overlap) {
        double scaled = overlap / margin;
        double softened;
        if (scaled > NEGLIGIBLE) {
            softened = scaled;
        } else if (scaled > 0) {
            softened = scaled + logOfOnePlus(Math.exp(-scaled));
        } else {
            softened = logOfOnePlus(Math.exp(scaled));
        }
        return softened * margin;
    }

    /**
     * Kahan's way to compute ln(1 + x) from 0 to 1 without loss for small x, to a few units in the last place; the library's
     * own leaves the virtual machine for it.
     */
    private static double logOfOnePlus(double x) {
        double sum = 1 + x;
        return sum == 1 ? x : Math.log(sum) * (x / (sum - 1));
    }
}
