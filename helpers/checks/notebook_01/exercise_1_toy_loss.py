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
        (-0.7, -0.5, 0.6, 0.4, 0.9, 0.3),
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
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a) * x + d * relu(b) * x - t) ** 2,
            "The ReLU stands around the weight alone. It takes the product: relu(w * x), which is "
            "not the same where x is negative.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (relu(c * a * x) + relu(d * b * x) - t) ** 2,
            "The ReLU stands around a whole path. It belongs to the hidden unit alone: w21 * "
            "relu(w11 * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (relu(c * a * x + d * b * x) - t) ** 2,
            "The ReLU stands around the output. It belongs around each hidden unit: relu(w11 * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x) - t) ** 2 / 2,
            "There is a half too much: the loss of this course is the square itself.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: 2 * (c * relu(a * x) + d * relu(b * x) - t),
            "That is twice the difference, the derivative of a square. The square has two stars: "
            "** 2.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x)) ** 2 - t,
            "The output alone is squared. Subtract the target first, in brackets, and square the "
            "difference.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x)) ** 2 - t**2,
            "You subtract squares. Subtract first, and square the difference.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: c * relu(a * x) + d * relu(b * x) - t**2,
            "Only the target is squared: ** binds tighter than -. Put the difference in brackets.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x) + t) ** 2,
            "You add the target. The loss is small where output and target are equal: subtract it.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (a * relu(c * x) + b * relu(d * x) - t) ** 2,
            "The layers have changed places: w11 and w12 come before the ReLU, w21 and w22 after "
            "it.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(b * x) + d * relu(a * x) - t) ** 2,
            "The paths are crossed: w21 belongs to the unit of w11, and w22 to the one of w12.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * min(a * x, 0) + d * min(b * x, 0) - t) ** 2,
            "`min` keeps the negative numbers. The ReLU keeps the positive ones: max(z, 0).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * abs(a * x) + d * abs(b * x) - t) ** 2,
            "`abs` turns negative numbers into positive ones. The ReLU makes them 0: max(z, 0).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (
                (c * max(a * x, 0.01 * a * x) + d * max(b * x, 0.01 * b * x) - t) ** 2
            ),
            "That is a leaky ReLU. The one of this course gives 0 for every negative number.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * max(a * x, 1) + d * max(b * x, 1) - t) ** 2,
            "The ReLU compares with 0, not with 1.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * (a * x > 0) + d * (b * x > 0) - t) ** 2,
            "The hidden units give 1 where w * x is positive. A ReLU gives w * x itself there.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a + x) + d * relu(b + x) - t) ** 2,
            "The hidden units add weight and input. They multiply: relu(w * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) * d * relu(b * x) - t) ** 2,
            "The two paths are multiplied. The output adds them up.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (relu(a * x) + relu(b * x) - t) ** 2,
            "The second layer is missing: the output is w21 * hidden1 + w22 * hidden2.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: ((c + d) * relu((a + b) * x) - t) ** 2,
            "The weights are added up first. Each path has its own: w21 * hidden1 + w22 * hidden2.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) - t) ** 2,
            "The path through the second hidden unit is missing.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (d * relu(b * x) - t) ** 2,
            "The path through the first hidden unit is missing.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) - t) ** 2 + (d * relu(b * x) - t) ** 2,
            "Each path is compared with the target by itself. The output is their sum, and is "
            "compared once.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (t - c * relu(a * x) + d * relu(b * x)) ** 2,
            "The two paths have different signs. Is there a minus between them, or does the one "
            "of target - … reach only to the first? Then put the output in brackets.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x) - x) ** 2,
            "You subtract the input x. The output is compared with the target.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * relu(a * x)) - t) ** 2,
            "The second hidden unit takes the first. Both take the input x.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * a * relu(x) + d * b * relu(x) - t) ** 2,
            "The ReLU stands around the input. It belongs around the product: relu(w * x).",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * relu(b * x) - t) ** 3,
            "That is a cube, which may be negative. The loss is the square: ** 2.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * relu(a * x) + d * b * x - t) ** 2,
            "Only the first hidden unit has a ReLU. Both have one.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * a * x + d * relu(b * x) - t) ** 2,
            "Only the second hidden unit has a ReLU. Both have one.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c + relu(a * x) + d + relu(b * x) - t) ** 2,
            "The second layer adds its weights. It multiplies: w21 * hidden1 + w22 * hidden2.",
        ),
        Mistake(
            lambda x, a, b, c, d, t: (c * (a * x) ** 2 + d * (b * x) ** 2 - t) ** 2,
            "The hidden units square. A ReLU gives max(z, 0).",
        ),
    ],
    praise="Your loss agrees with the course's on positive and on negative numbers.",
    hints={
        "object is not iterable": "`max` takes two numbers here: max(z, 0).",
        "name 'relu'": "Without `helpers` there is no relu: write max(z, 0).",
    },
)


def toy_loss(answer):
    """Check my_loss(x, w11, w12, w21, w22, target).

    >>> toy_loss(lambda x, w11, w12, w21, w22, target: 2 * (w21 * max(w11 * x, 0) - target)).kind
    'wrong'
    """
    return TOY_LOSS.check(answer)
