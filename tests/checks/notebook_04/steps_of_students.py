"""Exercise 4 of notebook 04: slips in a training step, as made by those who know PyTorch too."""

from tests.checks.slips import written

STEP = """
def my_training_step(parameters, compute_loss, learning_rate):
    for p in parameters:
        p.grad = 0.0
    loss = compute_loss()
    loss.backward()
    for p in parameters:
        p.data -= learning_rate * p.grad
    return loss.data
"""


def step(*changes):
    return written("my_training_step", STEP, *changes)


ZERO = "    for p in parameters:\n        p.grad = 0.0\n"
LOSS = "    loss = compute_loss()\n    loss.backward()\n"
MOVE = "    for p in parameters:\n        p.data -= learning_rate * p.grad\n"
BACK = "    loss.backward()\n"
FORWARD_DIFFERENCES = """    loss = compute_loss()
    slopes = []
    for p in parameters:
        p.data += 1e-6
        slopes.append((compute_loss().data - loss.data) / 1e-6)
        p.data -= 1e-6
    for p, slope in zip(parameters, slopes):
        p.data -= learning_rate * slope
"""
CENTRAL_DIFFERENCES = """    loss = compute_loss()
    slopes = []
    for p in parameters:
        here = p.data
        p.data = here + 1e-5
        up = compute_loss().data
        p.data = here - 1e-5
        slopes.append((up - compute_loss().data) / 2e-5)
        p.data = here
    for p, slope in zip(parameters, slopes):
        p.data -= learning_rate * slope
"""
MANY_STEPS = "    for _ in range(20):\n        loss = compute_loss()\n        loss.backward()\n"
STAYS = "though they have gradients"
CHANGE = "learning_rate * p.grad"

SLIPS = [
    # What the parameters are moved by, and where to.
    (step(("p.data -= learning", "p = p - learning")), STAYS),
    (step(("p.data -= learning", "p -= learning")), STAYS),
    (step(("p.data -= learning", "p.data - learning")), STAYS),
    (step((f"p.data -= {CHANGE}", "p.grad -= learning_rate * p.data")), STAYS),
    (step((MOVE, "    parameters = [p.data - p.grad for p in parameters]\n")), STAYS),
    (step((LOSS + MOVE, MOVE + LOSS)), STAYS),
    (step(("p.data -= learning", "p.data =- learning")), "where you have = -"),
    (step((CHANGE, "learning_rate")), "The gradient is missing"),
    (step((CHANGE, "learning_rate * loss.grad")), "The gradient is missing"),
    (step((CHANGE, f"{CHANGE} * p.data")), "is multiplied by `data` as well"),
    (step((CHANGE, "p.grad")), "The learning rate is missing"),
    (step((CHANGE, "0.1 * p.grad")), "The learning rate is 0.1 each time"),
    (step((CHANGE, "learning_rate * loss.data")), "The loss stands where the gradient"),
    (step((CHANGE, f"{CHANGE} / len(parameters)")), "divide by the number of parameters"),
    (step((CHANGE, "p.grad / learning_rate")), "divide by the learning rate"),
    (step(("p.grad = 0.0", "p.data = 0.0")), "The numbers themselves are set to 0"),
    (step((MOVE, MOVE.replace("parameters:", "parameters[1:]:"))), "The first parameter stays"),
    (step((MOVE, MOVE.replace("parameters:", "parameters[:-1]:"))), "The last parameter stays"),
    (step((CHANGE, "learning_rate * (p.grad > 0)")), "gives 1.48 for 'a after step 1'"),
    # Gradients that are not zero to begin with.
    (step((ZERO, "")), "never set to zero"),
    (step(("p.grad = 0.0", "p.grad == 0.0")), "never set to zero"),
    (step(("p.grad = 0.0", "p.zero_grad")), "never set to zero"),
    (step(("p.grad = 0.0", "p.grad = 1.0")), "The gradients start from 1.0"),
    (step(("p.grad = 0.0", "p.grad = None")), "Set `grad` to 0.0"),
    (step((BACK, BACK + ZERO)), "after `backward()`, before they are used"),
    (step((ZERO, ""), (MOVE, MOVE + ZERO)), "Only the first step is wrong"),
    (step((ZERO, "    parameters.zero_grad()\n")), "Go through the list: for"),
    (step((ZERO, "    parameters.grad = 0.0\n")), "Go through the list: for"),
    (step((MOVE, "    parameters.data -= parameters.grad\n")), "Go through the list: for"),
    (step((MOVE, MOVE.replace("in parameters", "in range(2)"))), "Go through the list itself"),
    # backward: where, when, how often.
    (step((BACK, "")), "What sets them to zero stands before it"),
    (step((BACK, "    loss.backward\n")), "What sets them to zero stands before it"),
    (step((BACK, "    for p in parameters:\n        p.backward()\n")), "not called on the loss"),
    (step((BACK, BACK + BACK)), "Is `backward()` called twice, or"),
    (step((BACK, ""), (MOVE, MOVE.replace(":\n", ":\n        loss.backward()\n"))),
     "called once for each parameter"),
    (step((BACK, ""), (MOVE, MOVE.replace(":\n", f":\n        p.grad = 0.0\n    {BACK}"))),
     "stand in the loop that moves the parameters"),
    (step((BACK, "    loss.backward(1.0)\n")), "with nothing in the brackets"),
    (step((BACK, "    loss.data.backward()\n")), "Take its `data` only at the end"),
    (step(("= compute_loss()", "= compute_loss().data")), "Take its `data` only at the end"),
    (step(("= compute_loss()", "= compute_loss")), "Call it: compute_loss()"),
    (step(("compute_loss()\n", "compute_loss(parameters)\n")), "call it without"),
    (step((LOSS + MOVE, FORWARD_DIFFERENCES)), "called 3 times, and `backward()` of the loss not"),
    (step((LOSS + MOVE, CENTRAL_DIFFERENCES)), "called 5 times, and `backward()` of the loss not"),
    (step((LOSS, MANY_STEPS)), "the loop over many steps stands outside"),
    # What is returned.
    (step(("return loss.data", "return loss")), "You return the loss as a Value"),
    (step(("return loss.data", "return compute_loss().data")), "the loss after the step"),
    (step(("return loss.data", "return loss.grad")), "You return the `grad` of the loss"),
    (step(("return loss.data", "return round(loss.data, 4)")), "agrees to a few digits only"),
    (step(("return loss.data", "return parameters")), "Asked for is the loss before the step"),
    (step(("return loss.data", "print(loss.data)")), "Does every way through the function end"),
    (step(("    return", "        return")), "Only the first parameter moves"),
    # Which parameters, by which gradient, and how the numbers stand together.
    (step((ZERO, "    parameters[0].grad = 0.0\n")), "Only the first gradient is set to zero"),
    (step((ZERO, ZERO.replace("parameters:", "parameters[-1:]:"))), "Only the last gradient is"),
    (step(("in parameters:\n        p.data", "in parameters[-1:]:\n        p.data")),
     "Only the last parameter moves"),
    (step((CHANGE, "learning_rate * parameters[0].grad")), "the gradient of the first parameter"),
    (step((CHANGE, "learning_rate * parameters[-1].grad")), "the gradient of the last parameter"),
    (step((CHANGE, "learning_rate * sum(q.grad for q in parameters)")), "sum of the gradients"),
    (step((CHANGE, "learning_rate * p.grad**2")), "The gradient is squared"),
    (step((CHANGE, "learning_rate * abs(p.grad)")), "The sign of the gradient is lost"),
    (step((CHANGE, "learning_rate**2 * p.grad")), "The learning rate is there twice"),
    (step((CHANGE, "learning_rate / p.grad")), "You divide by the gradient"),
    (step((CHANGE, "(learning_rate + p.grad)")), "added to the learning rate"),
    (step((CHANGE, "0.01 * p.grad")), "The learning rate is 0.01 each time"),
    (step((f"-= {CHANGE}", f"= {CHANGE} - p.data")), "The difference is turned round"),
    (step((f"-= {CHANGE}", "= (p.data - p.grad) * learning_rate")), "leave out the brackets"),
    (step((f"-= {CHANGE}", "= learning_rate * p.data - p.grad")), "The learning rate multiplies `"),
    (step(("        p.data -=", "        p.backward()\n        p.data -=")),
     "or `backward()` of each parameter is called"),
    (step((MOVE, "    for _ in range(2):\n    " + MOVE.replace("        p", "            p"))),
     "Is `backward()` called twice, or"),
    (step(("return loss.data", "return p.grad")), "You return the `grad` of the last"),
    (step(("return loss.data", "return p.data")), "You return the `data` of the last"),
    (step((ZERO + LOSS + MOVE, "    first = compute_loss()\n    for p in parameters:\n"
           "        p.grad = 0.0\n        compute_loss().backward()\n"
           f"        p.data -= {CHANGE}\n"), ("return loss", "return first")),
     "when others have moved already"),
    (step((CHANGE, "learning_rate * p.grad * loss.data")), "multiplied by the loss as well"),
    (step((CHANGE, "learning_rate * p.grad / sum(q.grad**2 for q in parameters) ** 0.5")),
     "The gradients are divided by their length"),
    (step((f"-= {CHANGE}", f"= round(p.data - {CHANGE}, 3)")), "agrees to a few digits only"),
    (step(("return loss.data", "return loss.data / len(parameters)")), "You divide the loss by"),
    (step((BACK, BACK + "    loss.zero_grad()\n")), "What sets them to zero stands before it"),
    (step(("p.data -=", "p.value -=")), "A parameter has `data` and `grad`"),
]  # fmt: skip
