package io.particlearena.scenario;

/**
 * How agents are paid from what each of them earns and what the team earns: by own + (team or the sum of all own) weighted.
 *
 * @param own weight of what an agent earns itself
 * @param all weight of the sum of what all agents earn themselves
 * @param team weight of what the team earns together
 */
record Sharing(double own, double all, double team) {

    /** Everyone keeps what it earns. */
    static final Sharing NONE = new Sharing(1, 0, 0);

    /** Everyone is paid the sum of all, as OpenAI's collaborative worlds do. */
    static final Sharing SUM = new Sharing(0, 1, 0);

    /** Everyone is paid the mean over all agents. */
    static Sharing mean(int agents) {
        return new Sharing(0, 1.0 / agents, 0);
    }

    /** MPE2's local ratio: this much of the own reward, the rest of the team's. */
    static Sharing localRatio(double ratio) {
        return new Sharing(ratio, 0, 1 - ratio);
    }

    /** Writes by agent and term what each is paid. */
    void share(Score score, double[][] paid) {
        double[][] earned = score.own();
        for (int term = 0; term < score.team().length; term++) {
            double common = commonPart(score, term);
            for (int agent = 0; agent < earned.length; agent++) {
                paid[agent][term] = own == 0 ? common : own * earned[agent][term] + common;
            }
        }
    }

    private double commonPart(Score score, int term) {
        double common = team == 0 ? 0 : team * score.team()[term];
        if (all != 0) {
            double sum = 0;
            for (double[] terms : score.own()) {
                sum += terms[term];
            }
            common += all * sum;
        }
        return common;
    }
}
