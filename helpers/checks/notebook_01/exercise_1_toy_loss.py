"""Exercise 1 of notebook 01: the loss of the toy network."""

from helpers.checks.feedback import Exercise, Mistake
from helpers.rules import relu
from helpers.toy_network import Weights, loss

TOY_LOSS = Exercise(
    solution=lambda x, w11, w12, w21, w22, target: loss(x, Weights(w11, w12, w21, w22), target),
    cases=[
        (0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
        (0.8, 0.4, 0.9, 0.3, -0.7, 0.2),
        (0.6, -0.5, 0.7, 0.9, 0.4, 0.1),
        (1.0, -0.3, -0.8, 0.5, 0.6, 0.7),
    ],
    mistakes=[
        Mistake(
            lambda x, a, b, c, d, t: (c * a * x + d * b * x - t) ** 2,
            "There is no ReLU. A hidden unit puts out relu(w * x): 0 where w * x is negative.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a) + d * relu(b) - t) ** 2,
            "The hidden units take relu(w). They should see the input too: relu(w * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: c * relu(a * x) + d * relu(b * x) - t,
            "That is the difference of output and target. The loss is its square.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: abs(c * relu(a * x) + d * relu(b * x) - t),
            "That is the size of the difference. The loss is its square.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: c * relu(a * x) + d * relu(b * x),
            "That is the output of the network. Compare it with the target, and square.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x)) ** 2,
            "The target is missing. The loss is the square of the output minus the target.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (b * relu(a * x) + d * relu(c * x) - t) ** 2,
            "w12 and w21 have changed places: w11 and w12 lead into the hidden units, w21 and w22 "
            "out of them.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (relu(c * relu(a * x) + d * relu(b * x)) - t) ** 2,
            "The output unit has a ReLU. It is linear: w21 * hidden1 + w22 * hidden2.",
        ),
    ],
    praise="Your loss agrees with the course's on positive and on negative weights.",
)


def toy_loss(answer):
    """Check my_loss(x, w11, w12, w21, w22, target).

    >>> toy_loss(lambda x, w11, w12, w21, w22, target: 0.0)
    ✗ Not yet right. your function(0.5, 0.5, 0.5, 0.5, 0.5, 0.5) gives 0, but it should be 0.0625.
    """
    return TOY_LOSS.check(answer)
