/**
 * Multi-agent deep deterministic policy gradient (Lowe et al. 2017, "Multi-Agent Actor-Critic for Mixed
 * Cooperative-Competitive Environments"), and DDPG as its case of critics that see their own agent alone.
 */
@NullMarked
package io.particlearena.algo.maddpg;

import org.jspecify.annotations.NullMarked;
