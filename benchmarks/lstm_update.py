"""The update of an LSTM on one chunk in PyTorch, to compare Particle Arena's own with.

Eight sequences of 64 steps with 40 numbers each, an LSTM of 64 units with learned initial states, a head of 64-64-5 on the
hidden state of every step, cross-entropy with distributions over classes, clipping per tensor, Adam. The acting side is one
step of that LSTM for one sequence.

    python3 lstm_update.py                   prints milliseconds per update, and microseconds per step of acting
    python3 lstm_update.py --serve           reads lines "update N" and "act N" and answers each with the seconds it took
                                             by the clock and on the processor, so that another program can take turns
                                             with it
"""

import argparse
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch  # noqa: E402  (the number of threads must be set first)

SEQUENCES, TIMES, INPUTS, UNITS, CLASSES = 8, 64, 40, 64, 5
LEARNING_RATE, CLIP = 1e-3, 0.5


class Learner:
    def __init__(self):
        self.lstm = torch.nn.LSTM(INPUTS, UNITS)
        self.head = torch.nn.Sequential(
            torch.nn.Linear(UNITS, UNITS), torch.nn.ReLU(), torch.nn.Linear(UNITS, CLASSES)
        )
        self.hidden = torch.nn.Parameter(torch.zeros(1, 1, UNITS))
        self.cell = torch.nn.Parameter(torch.zeros(1, 1, UNITS))
        # One bias is enough; the second of PyTorch's layer stays as it is.
        self.lstm.bias_hh_l0.requires_grad_(False).zero_()
        self.parameters = [
            parameter
            for parameter in [*self.lstm.parameters(), *self.head.parameters(), self.hidden, self.cell]
            if parameter.requires_grad
        ]
        self.adam = torch.optim.Adam(self.parameters, lr=LEARNING_RATE, foreach=True)
        self.sequence = torch.rand(TIMES, SEQUENCES, INPUTS) * 2 - 1
        self.labels = torch.softmax(torch.randn(TIMES * SEQUENCES, CLASSES), dim=-1)

    def update(self):
        initial = (
            self.hidden.expand(1, SEQUENCES, UNITS).contiguous(),
            self.cell.expand(1, SEQUENCES, UNITS).contiguous(),
        )
        states, _ = self.lstm(self.sequence, initial)
        logits = self.head(states.reshape(TIMES * SEQUENCES, UNITS))
        loss = torch.nn.functional.cross_entropy(logits, self.labels)
        for parameter, gradient in zip(self.parameters, torch.autograd.grad(loss, self.parameters)):
            parameter.grad = gradient.mul_(CLIP / gradient.norm().clamp_(min=CLIP))
        self.adam.step()
        return loss.item()


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
    cell = torch.nn.LSTMCell(INPUTS, UNITS)
    observation = torch.rand(1, INPUTS)
    state = (torch.zeros(1, UNITS), torch.zeros(1, UNITS))

    def act():
        nonlocal state
        with torch.no_grad():
            state = cell(observation, state)

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
