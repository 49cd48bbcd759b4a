/**
 * Proximal policy optimisation (Schulman et al. 2017, "Proximal Policy Optimization Algorithms") with a clipped objective, of
 * agents that learn independently of each other or with values that see all agents (Yu et al. 2022, "The Surprising
 * Effectiveness of PPO in Cooperative Multi-Agent Games").
 */
@NullMarked
package io.particlearena.algo.ppo;

import org.jspecify.annotations.NullMarked;
