"""The MADDPG update of one agent in PyTorch, to compare Particle Arena's own with.

One agent of simple_tag (three adversaries, one good agent) learns from a batch of 1024: target actions of all four agents
(Gumbel-softmax), target Q, critic step, policy step through the critic, clipping per tensor, Adam, target networks.
Sampling the batch from a replay buffer is part of it, as it is on the other side.

    python3 maddpg_update.py                 prints milliseconds per update, and microseconds per action
    python3 maddpg_update.py --serve         reads lines "update N" and "act N" and answers each with the seconds it took
                                             by the clock and on the processor, so that another program can take turns
                                             with it
"""

import argparse
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch  # noqa: E402  (the number of threads must be set first)

OBSERVATIONS = (16, 16, 16, 14)
ACTIONS = 5
AGENTS = len(OBSERVATIONS)
UNITS = 64
BATCH = 1024
REPLAY = 100_000
LEARNING_RATE, GAMMA, POLYAK, CLIP, REGULARISATION = 1e-2, 0.95, 0.01, 0.5, 1e-3


def network(inputs, outputs):
    net = torch.nn.Sequential(
        torch.nn.Linear(inputs, UNITS),
        torch.nn.ReLU(),
        torch.nn.Linear(UNITS, UNITS),
        torch.nn.ReLU(),
        torch.nn.Linear(UNITS, outputs),
    )
    for layer in net:
        if isinstance(layer, torch.nn.Linear):
            torch.nn.init.xavier_uniform_(layer.weight)
            torch.nn.init.zeros_(layer.bias)
    return net


def gumbel_softmax(logits):
    return torch.softmax(logits - torch.empty_like(logits).exponential_().log_(), dim=-1)


class Learner:
    """Learns for agent 0; the other agents matter by their target policies alone."""

    def __init__(self):
        self.policy = network(OBSERVATIONS[0], ACTIONS)
        self.critic = network(sum(OBSERVATIONS) + AGENTS * ACTIONS, 1)
        self.target_policies = [network(size, ACTIONS) for size in OBSERVATIONS]
        self.target_critic = network(sum(OBSERVATIONS) + AGENTS * ACTIONS, 1)
        for target in [*self.target_policies, self.target_critic]:
            target.requires_grad_(False)
        self.policy_adam = torch.optim.Adam(self.policy.parameters(), lr=LEARNING_RATE, foreach=True)
        self.critic_adam = torch.optim.Adam(self.critic.parameters(), lr=LEARNING_RATE, foreach=True)
        self.online = [*self.policy.parameters(), *self.critic.parameters()]
        self.target = [*self.target_policies[0].parameters(), *self.target_critic.parameters()]
        self.observations = torch.randn(REPLAY, sum(OBSERVATIONS))
        self.actions = torch.softmax(torch.randn(REPLAY, AGENTS, ACTIONS), dim=-1).reshape(REPLAY, -1)
        self.next_observations = torch.randn(REPLAY, sum(OBSERVATIONS))
        self.rewards = torch.randn(REPLAY, 1)
        self.proceeds = (torch.rand(REPLAY, 1) > 0.04).float()

    def update(self):
        rows = torch.randint(REPLAY, (BATCH,))
        observations = self.observations[rows]
        actions = self.actions[rows]
        next_observations = self.next_observations[rows]
        with torch.no_grad():
            parts = torch.split(next_observations, OBSERVATIONS, dim=1)
            next_actions = [gumbel_softmax(net(part)) for net, part in zip(self.target_policies, parts)]
            next_q = self.target_critic(torch.cat([next_observations, *next_actions], dim=1))
            wanted = self.rewards[rows] + GAMMA * self.proceeds[rows] * next_q
        q = self.critic(torch.cat([observations, actions], dim=1))
        critic_loss = torch.nn.functional.mse_loss(q, wanted)
        step(critic_loss, self.critic, self.critic_adam)

        logits = self.policy(observations[:, : OBSERVATIONS[0]])
        joint = torch.cat([observations, gumbel_softmax(logits), actions[:, ACTIONS:]], dim=1)
        policy_loss = REGULARISATION * logits.square().mean() - self.critic(joint).mean()
        step(policy_loss, self.policy, self.policy_adam)
        with torch.no_grad():
            torch._foreach_mul_(self.target, 1 - POLYAK)
            torch._foreach_add_(self.target, [p.detach() for p in self.online], alpha=POLYAK)
        return critic_loss.item(), policy_loss.item(), q.mean().item(), wanted.mean().item()


def step(loss, net, adam):
    parameters = list(net.parameters())
    for parameter, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
        parameter.grad = gradient.mul_(CLIP / gradient.norm().clamp_(min=CLIP))
    adam.step()


def seconds(action, times):
    """By the clock and on the processor."""
    start, processor_start = time.perf_counter(), time.process_time()
    for _ in range(times):
        action()
    return time.perf_counter() - start, time.process_time() - processor_start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--serve", action="store_true", help="take turns with another program")
    parser.add_argument("--updates", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    learner = Learner()
    observation = torch.randn(1, OBSERVATIONS[0])

    def act():
        with torch.no_grad():
            gumbel_softmax(learner.policy(observation))

    actions = {"update": learner.update, "act": act}
    if arguments.serve:
        print("ready torch", torch.__version__, flush=True)
        for line in sys.stdin:
            name, times = line.split()
            print(*seconds(actions[name], int(times)), flush=True)
        return
    seconds(learner.update, 20)
    for _ in range(arguments.rounds):
        print(f"update {1e3 * seconds(learner.update, arguments.updates)[0] / arguments.updates:.2f} ms, "
              f"act {1e6 * seconds(act, 2000)[0] / 2000:.1f} us")


if __name__ == "__main__":
    main()
