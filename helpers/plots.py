"""The course's figures, in one style: the same fonts, colours and sizes everywhere.

Each function takes the numbers that it draws and returns a Matplotlib figure; nothing is computed
here. Lines differ in dash as well as in colour, so that a figure survives colour blindness and grey
print. A notebook cell that shows a figure gives it a caption and alternative text.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, PowerNorm
from matplotlib.ticker import MaxNLocator

STYLE = {
    "figure.figsize": (6.4, 4.0),
    "figure.dpi": 120,
    "figure.constrained_layout.use": True,
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#d3d9e0",
    "grid.linewidth": 0.8,
    "legend.frameon": False,
    "lines.linewidth": 2,
    "svg.hashsalt": "course",
}
# Okabe and Ito's colours, which can be told apart with every common kind of colour blindness.
COLOURS = ["#0072b2", "#c24a00", "#009e73", "#a3308a", "#8a6d00", "#1c2430"]
DASHES = ["-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (8, 2))]
# From negative to positive, so light that points and lines of the colours above stand out on it.
SIGNS = LinearSegmentedColormap.from_list("signs", ["#f6c7a5", "#ffffff", "#a9d3ee"])


# Fonts, lines and legends take their style when they are made, so all of a figure is made in it.
styled = plt.rc_context(STYLE)


def _axes(xlabel, ylabel, **options):
    figure, axes = plt.subplots(**options)
    plt.close(figure)  # a notebook shows the figure that is returned, and not a second time
    axes.set(xlabel=xlabel, ylabel=ylabel)
    return figure, axes


def _told_apart(curves, dashes=DASHES):
    """Each curve of {label: curve} as (label, curve, colour, dash); ValueError for too many."""
    if len(curves) > len(dashes):
        raise ValueError(f"a figure has dashes for {len(dashes)} curves, got {len(curves)}")
    return zip(curves, curves.values(), COLOURS, dashes, strict=False)


@styled
def best_so_far(searches):
    """The smallest loss found after each try, for several searches, {label: (N,)}.

    >>> figure = best_so_far({"seed 1": [0.8, 0.8, 0.1], "seed 2": [0.5, 0.2, 0.2]})
    >>> [line.get_label() for line in figure.axes[0].lines]
    ['seed 1', 'seed 2']
    """
    figure, axes = _axes("number of tries", "smallest loss so far")
    for label, smallest, colour, dash in _told_apart(searches):
        tries = np.arange(1, len(smallest) + 1)
        axes.step(tries, smallest, where="post", label=label, color=colour, ls=dash)
    axes.set(xscale="log", yscale="log")
    axes.legend()
    return figure


@styled
def grid_time(weights, seconds, marks):
    """The time that a grid search takes, against the number of weights, both axes as given.

    weights and seconds have the shape (N,); marks is {name: seconds} for lines to compare with.

    >>> figure = grid_time([1, 2, 3], [1e-3, 1e-1, 10.0], {"a minute": 60.0})
    >>> figure.axes[0].get_yscale(), len(figure.axes[0].lines)
    ('log', 2)
    """
    figure, axes = _axes("number of weights", "time in seconds")
    axes.plot(weights, seconds, "o-", color=COLOURS[0])
    for name, height in marks.items():
        axes.axhline(height, color=COLOURS[1], lw=1.2, ls="--")
        axes.text(weights[0], height, name, va="bottom", color=COLOURS[1])
    axes.set(yscale="log")
    return figure


@styled
def hit_probability(counts, computed, measured, xlabel="number of weights"):
    """The probability that a guess is a good one: computed (line) and measured (dots).

    All have the shape (N,). Where nothing was hit there is no dot: 0 has no place on the axis.

    >>> figure = hit_probability([1, 2, 3], computed=[0.5, 0.25, 0.125], measured=[0.48, 0.27, 0.0])
    >>> [len(line.get_xdata()) for line in figure.axes[0].lines]
    [3, 2]
    """
    figure, axes = _axes(xlabel, "probability of a hit")
    axes.plot(counts, computed, color=COLOURS[0], label="computed")
    seen = np.asarray(measured) > 0
    axes.plot(np.asarray(counts)[seen], np.asarray(measured)[seen], "o", ms=7, mfc="white", mew=2,
              color=COLOURS[1], label="measured")  # fmt: skip
    axes.set(yscale="log", xticks=counts)
    axes.legend()
    return figure


@styled
def loss_landscape(w11, w21, losses, valley=None, guesses=None, ringed=None):
    """The loss over two weights as filled contours, with lines at some losses.

    w11 (N,) and w21 (M,) are the axes, losses (M, N) the heights. `valley` is a pair of arrays, the
    line along which the loss is 0; `guesses` a pair of arrays, points to draw on top, and `ringed`,
    {label: points}, those of them that get a ring around them.

    >>> import numpy as np
    >>> w = np.linspace(-1, 1, 5)
    >>> figure = loss_landscape(w, w, w[None, :] ** 2 + w[:, None] ** 2)
    >>> [axes.get_ylabel() for axes in figure.axes]
    ['$w^2_1$', 'loss']
    """
    figure, axes = _axes("$w^1_1$", "$w^2_1$", figsize=(6.4, 4.6))
    axes.grid(False)
    # Fifty levels, evenly spaced in the root of the loss: in the loss itself, one level would
    # swallow the whole valley.
    levels = np.linspace(0, np.sqrt(np.max(losses)), 51) ** 2
    levels[-1] = np.max(losses)  # rounding could leave the highest point above the last level
    heights = axes.contourf(
        w11, w21, losses, levels=levels, norm=PowerNorm(0.5, 0, levels[-1]), cmap="viridis"
    )
    # Far from the valley the lines are as far apart as the whole numbers are in the root.
    drawn = [level for level in (0.25, 1, 4, 9, 25, 49, 81) if level < levels[-1]]
    inks = ["white" if level < 0.3 * levels[-1] else COLOURS[-1] for level in drawn]
    if drawn:
        lines = axes.contour(w11, w21, losses, levels=drawn, colors=inks, linewidths=0.8)
        axes.clabel(lines, fontsize=8, fmt="%g")
    figure.colorbar(heights, label="loss", ticks=[0, *drawn], format="%g")
    if valley is not None:
        axes.plot(*valley, color="white", ls="--", label="loss 0")
    if guesses is not None:
        axes.plot(*guesses, "o", ms=6, mfc="white", mec=COLOURS[-1], mew=1.2, label="guesses")
    for label, points in (ringed or {}).items():
        axes.plot(*points, "o", ms=16, mfc="none", mec=COLOURS[-1], mew=4)
        axes.plot(*points, "o", ms=16, mfc="none", mec="white", mew=2, label=label)
    if axes.get_legend_handles_labels()[1]:
        _legend_above(axes, frameon=True, facecolor="#8a94a0", framealpha=1)
    axes.set(xlim=(w11[0], w11[-1]), ylim=(w21[0], w21[-1]))
    return figure


@styled
def descent(losses):
    """The loss after each step of gradient descent, for several learning rates, {label: (N,)}.

    >>> figure = descent({"rate 0.1": [4.0, 2.0, 1.0], "rate 0.5": [4.0, 1.0, 0.25]})
    >>> [line.get_label() for line in figure.axes[0].lines]
    ['rate 0.1', 'rate 0.5']
    """
    figure, axes = _axes("step", "loss")
    for label, values, colour, dash in _told_apart(losses):
        axes.plot(values, label=label, color=colour, ls=dash)
    axes.set(yscale="log")
    axes.legend()
    return figure


@styled
def race(curves):
    """The smallest loss against the number of evaluations, {label: (evaluations, losses)}.

    >>> figure = race({"guesses": ([1, 2], [4.0, 3.0]), "steps": ([3, 6], [2.0, 1.0])})
    >>> [line.get_label() for line in figure.axes[0].lines]
    ['guesses', 'steps']
    """
    figure, axes = _axes("evaluations of the loss", "smallest loss so far")
    for label, (evaluations, losses), colour, dash in _told_apart(curves):
        axes.step(evaluations, losses, where="post", label=label, color=colour, ls=dash)
    axes.set(xscale="log", yscale="log")
    axes.legend()
    return figure


@styled
def error_against_step(h, errors, models):
    """The error of a finite difference against its step, both axes logarithmic.

    h has the shape (N,); errors is {label: (N,)}, drawn as dots, and models {label: (N,)}, drawn as
    dashed lines, as far down as the errors reach. An error of exactly 0 has no place on a
    logarithmic axis and is left out.

    >>> import numpy as np
    >>> h = np.array([1e-3, 1e-2, 1e-1])
    >>> figure = error_against_step(h, {"forward": h / 2}, models={"h/2": h / 2})
    >>> [line.get_label() for line in figure.axes[0].lines]
    ['forward', 'h/2']
    """
    figure, axes = _axes("step h", "error", figsize=(6.4, 4.6))
    for (label, error, colour, _), marker in zip(_told_apart(errors), "o^sDvP", strict=False):
        seen = error > 0
        axes.plot(h[seen], error[seen], marker, ms=3, color=colour, label=label)
    for label, model, _, dash in _told_apart(models, DASHES[1:]):
        axes.plot(h, model, color=COLOURS[-1], lw=1.5, ls=dash, label=label)
    lowest = min(np.min(error, where=error > 0, initial=1.0) for error in errors.values())
    axes.set(xscale="log", yscale="log", ylim=(lowest / 3, 30))
    axes.legend()
    return figure


@styled
def cost_against_dimension(
    sizes, costs, xlabel="number of weights", ylabel="evaluations for one gradient"
):
    """What something costs, {label: (N,)}, against its size, (N,); both axes logarithmic.

    >>> figure = cost_against_dimension([1, 10], {"forward": [2, 11], "central": [2, 20]})
    >>> figure.axes[0].get_xlabel()
    'number of weights'
    """
    figure, axes = _axes(xlabel, ylabel)
    for label, counts, colour, dash in _told_apart(costs):
        axes.plot(sizes, counts, label=label, color=colour, ls=dash, marker="o", ms=4)
    axes.set(xscale="log", yscale="log")
    axes.legend()
    return figure


@styled
def expression_swell(n, function, derivative, sweeps):
    """Operations of the formulas of the logistic map and of its derivative, and of both sweeps.

    All have the shape (N,). A formula without operations has no place on a logarithmic axis.

    >>> figure = expression_swell([2, 3], function=[3, 8], derivative=[2, 21], sweeps=[6, 14])
    >>> [line.get_label() for line in figure.axes[0].lines][0]
    'formula of the derivative'
    """
    figure, axes = _axes("n", "operations")
    curves = {
        "formula of the derivative": derivative,
        "formula of the function": function,
        "both sweeps of the list": sweeps,
    }
    for label, counts, colour, dash in _told_apart(curves):
        seen = np.asarray(counts) > 0
        axes.plot(
            np.asarray(n)[seen], np.asarray(counts)[seen], "o", ls=dash, color=colour, label=label
        )
    axes.set(yscale="log", xticks=n)
    axes.legend()
    return figure


@styled
def two_classes(points, classes, names=("class 0", "class 1")):
    """Points in the plane, (K, 2), and the class of each, 0 or 1, (K,): triangles and dots.

    >>> figure = two_classes([[0.0, 0.0], [1.0, 1.0], [1.0, 0.0]], [0, 1, 1])
    >>> [len(line.get_xdata()) for line in figure.axes[0].lines]
    [1, 2]
    """
    figure, axes = _axes("$x_1$", "$x_2$")
    _draw_points(axes, points, classes, names)
    _legend_above(axes)
    return figure


@styled
def decision_boundary(x1, x2, outputs, points, classes, names=("class 0", "class 1")):
    """Where a network says 1 (output above 0) and where 0, with the points of both classes.

    x1 (N,) and x2 (M,) are the axes, outputs (M, N) what the network gives. points (K, 2) and
    classes (K,), 0 or 1, are drawn on top. The line is where the output is 0.

    >>> import numpy as np
    >>> x = np.linspace(-1, 1, 5)
    >>> outputs = x[None, :] + 0 * x[:, None]  # class 1 on the right
    >>> figure = decision_boundary(x, x, outputs, points=[[-0.5, 0.0], [0.5, 0.0]], classes=[0, 1])
    >>> figure.axes[0].get_legend_handles_labels()[1]
    ['class 0', 'class 1', 'output 0']
    """
    figure, axes = _axes("$x_1$", "$x_2$")
    axes.grid(False)
    limit = np.max(np.abs(outputs)) or 1.0
    heights = axes.contourf(x1, x2, outputs, levels=np.linspace(-limit, limit, 21), cmap=SIGNS)
    figure.colorbar(heights, label="output", ticks=MaxNLocator(5))
    _draw_points(axes, points, classes, names)
    if np.min(outputs) < 0 < np.max(outputs):
        axes.contour(x1, x2, outputs, levels=[0], colors=COLOURS[-1], linewidths=2.5)
        axes.plot([], [], color=COLOURS[-1], lw=2.5, label="output 0")
    _legend_above(axes)
    axes.set(xlim=(x1[0], x1[-1]), ylim=(x2[0], x2[-1]))
    return figure


def _draw_points(axes, points, classes, names):
    """The points of two classes, told apart by shape and by colour; the two axes have one scale."""
    for number, marker, colour in ((0, "^", COLOURS[1]), (1, "o", COLOURS[0])):
        axes.plot(*np.asarray(points)[np.asarray(classes) == number].T, marker, ms=7, mec="white",
                  mew=0.8, color=colour, label=names[number])  # fmt: skip
    axes.set_aspect("equal")


def _legend_above(axes, **look):
    """Points may lie anywhere in the axes, so their legend stands outside."""
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, **look)
