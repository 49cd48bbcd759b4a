/**
 * Multi-agent deep deterministic policy gradient (Lowe et al. 2017, "Multi-Agent Actor-Critic for Mixed
 * Cooperative-Competitive Environments"); DDPG as its case of critics that see their own agent alone; and M3DDPG, which
 * lets the others' actions be worse than they were (Li et al. 2019, "Robust Multi-Agent Reinforcement Learning via
 * Minimax Deep Deterministic Policy Gradient").
 */
@NullMarked
package io.particlearena.algo.maddpg;

import org.jspecify.annotations.NullMarked;
