"""The figures draw the numbers that they are given, all in one style, and stay out of pyplot."""

import inspect

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import PowerNorm, to_hex, to_rgb
from matplotlib.contour import ContourSet

from helpers import plots

TRIES = np.array([3.0, 5.0, 2.0, 4.0, 0.5])
SEARCHES = {f"seed {n}": np.minimum.accumulate(TRIES * n) for n in (1, 2, 3)}
COUNTS = np.arange(1, 5)
AXIS1, AXIS2 = np.linspace(0.1, 2, 30), np.linspace(-1, 3, 20)
HEIGHTS = (AXIS1[None, :] * AXIS2[:, None] - 1.1) ** 2
VALLEY = (np.array([0.5, 1.1, 2.0]), np.array([2.2, 1.0, 0.55]))
GUESSES = (np.array([0.3, 1.0]), np.array([1.0, -0.5]))
STEPS = np.logspace(-16, 0, 9)
POINTS = np.array([[0.3, 0.5], [1.5, 2.0], [1.8, -0.4], [0.4, 2.6], [1.0, 0.2]])
CLASSES = np.array([0, 1, 0, 1, 0])
SCORES = AXIS1[None, :] * AXIS2[:, None] - 1.1

# A call of each figure function.
FIGURES = {
    "best_so_far": (SEARCHES,),
    "grid_time": (COUNTS, 100.0**COUNTS, {"a day": 86_400.0, "a year": 3e7}),
    "hit_probability": (COUNTS, 0.25**COUNTS, np.array([0.26, 0.06, 0.0, 0.004])),
    "loss_landscape": (AXIS1, AXIS2, HEIGHTS, VALLEY, GUESSES),
    "descent": ({"0.1": TRIES, "1": 2 * TRIES, "2": 3 * TRIES},),
    "race": ({"guesses": (COUNTS, 1 / COUNTS), "steps": (COUNTS, 0.1 / COUNTS)},),
    "error_against_step": (
        STEPS,
        {"forward": STEPS + 1e-16 / STEPS, "central": STEPS**2},
        {"truncation": STEPS, "rounding": 1e-16 / STEPS},
    ),
    "cost_against_dimension": (COUNTS, {"forward": COUNTS + 1, "central": 2 * COUNTS}),
    "two_classes": (POINTS, CLASSES),
    "decision_boundary": (AXIS1, AXIS2, SCORES, POINTS, CLASSES),
    "expression_swell": (COUNTS, [0, 3, 8, 18], [0, 2, 21, 82], [0, 6, 14, 22]),
}
LABELS = {
    "best_so_far": ("number of tries", "smallest loss so far"),
    "grid_time": ("number of weights", "time in seconds"),
    "hit_probability": ("number of weights", "probability of a hit"),
    "loss_landscape": ("$w^1_1$", "$w^2_1$"),
    "descent": ("step", "loss"),
    "race": ("evaluations of the loss", "smallest loss so far"),
    "error_against_step": ("step h", "error"),
    "cost_against_dimension": ("number of weights", "evaluations for one gradient"),
    "two_classes": ("$x_1$", "$x_2$"),
    "decision_boundary": ("$x_1$", "$x_2$"),
    "expression_swell": ("n", "operations"),
}
SCALES = {
    "best_so_far": ("log", "log"),
    "grid_time": ("linear", "log"),
    "hit_probability": ("linear", "log"),
    "loss_landscape": ("linear", "linear"),
    "descent": ("linear", "log"),
    "race": ("log", "log"),
    "error_against_step": ("log", "log"),
    "cost_against_dimension": ("log", "log"),
    "two_classes": ("linear", "linear"),
    "decision_boundary": ("linear", "linear"),
    "expression_swell": ("linear", "log"),
}
# Dots and thin model lines.
OF_OTHER_WIDTH = {"error_against_step"}

each = pytest.mark.parametrize("name", FIGURES)


def drawn(name, *arguments):
    return getattr(plots, name)(*(arguments or FIGURES[name]))


def rendered(figure):
    """The pixels of a figure, (rows, columns, 4)."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def axes_of(name, *arguments):
    return drawn(name, *arguments).axes[0]


def labels_in_legend(axes):
    return [text.get_text() for text in axes.get_legend().get_texts()]


def lines_of(axes):
    """The lines by label."""
    return {line.get_label(): line for line in axes.get_lines()}


def assert_draws(line, x, y):
    np.testing.assert_array_equal(line.get_xdata(), x)
    np.testing.assert_array_equal(line.get_ydata(), y)


def dash(line):
    """How a line is dashed, as Matplotlib draws it; "-" and "--" have texts of their own."""
    return line.get_linestyle(), str(line._unscaled_dash_pattern)


# ------------------------------------------------------------------ one style


def test_every_figure_function_is_tested():
    functions = inspect.getmembers(plots, inspect.isfunction)
    own = {name for name, f in functions if f.__module__ == plots.__name__ and name[0] != "_"}
    assert own == set(FIGURES)


@each
def test_figure_is_not_left_open(name):
    before = plt.get_fignums()
    drawn(name)
    assert plt.get_fignums() == before


@each
def test_drawing_leaves_the_readers_settings(name):
    before = dict(plt.rcParams)
    drawn(name)
    assert dict(plt.rcParams) == before


@each
def test_style_does_not_depend_on_the_readers_settings(name):
    usual = rendered(drawn(name))
    with plt.rc_context({"font.size": 30, "lines.linewidth": 9, "legend.frameon": True}):
        figure = drawn(name)
    differing = np.sum(rendered(figure) != usual)
    assert differing == 0


@each
def test_style_is_that_of_the_course(name):
    figure = drawn(name)
    axes = figure.axes[0]
    assert figure.get_figwidth() == plots.STYLE["figure.figsize"][0]
    assert figure.dpi == plots.STYLE["figure.dpi"]
    assert figure.get_layout_engine() is not None
    assert axes.xaxis.label.get_fontsize() == plots.STYLE["font.size"]
    assert axes.xaxis.label.get_fontfamily() == [plots.STYLE["font.family"]]
    assert not axes.spines["top"].get_visible()
    assert not axes.spines["right"].get_visible()
    legend = axes.get_legend()
    if legend:
        sizes = {text.get_fontsize() for text in legend.get_texts()}
        assert sizes == {plots.STYLE["font.size"]}
    if legend and name != "loss_landscape":  # whose legend needs a ground of its own
        assert legend.get_frame_on() == plots.STYLE["legend.frameon"]


@pytest.mark.parametrize("name", sorted(FIGURES.keys() - OF_OTHER_WIDTH))
def test_curves_have_the_width_of_the_style(name):
    assert axes_of(name).get_lines()[0].get_linewidth() == plots.STYLE["lines.linewidth"]


@each
def test_axes_are_labelled(name):
    axes = axes_of(name)
    assert (axes.get_xlabel(), axes.get_ylabel()) == LABELS[name]
    assert (axes.get_xscale(), axes.get_yscale()) == SCALES[name]


@each
def test_lines_differ_in_more_than_colour(name):
    """In dash, marker or width, so that they can be told apart in grey."""
    lines = [line for label, line in lines_of(axes_of(name)).items() if label[0] != "_"]
    looks = {(dash(line), line.get_marker(), line.get_linewidth()) for line in lines}
    assert len(looks) == len(lines)


@each
def test_drawing_changes_none_of_the_numbers(name):
    arrays = [item for item in FIGURES[name] if isinstance(item, np.ndarray)]
    before = [array.copy() for array in arrays]
    drawn(name)
    assert all(map(np.array_equal, arrays, before))


def test_colours_and_dashes_are_all_different():
    assert len(set(plots.COLOURS)) == len(plots.COLOURS) == len(plots.DASHES)
    assert len(set(map(str, plots.DASHES))) == len(plots.DASHES)


# ------------------------------------------------------------------ what each figure draws


def test_best_so_far():
    axes = axes_of("best_so_far")
    lines = lines_of(axes)
    assert list(lines) == list(SEARCHES) == labels_in_legend(axes)
    for number, (label, line) in enumerate(lines.items()):
        assert_draws(line, [1, 2, 3, 4, 5], SEARCHES[label])
        assert line.get_drawstyle() == "steps-post"
        assert to_hex(line.get_color()) == plots.COLOURS[number]


def test_grid_time():
    axes = axes_of("grid_time")
    curve, *marks = axes.get_lines()
    assert_draws(curve, COUNTS, 100.0**COUNTS)
    assert [mark.get_ydata()[0] for mark in marks] == [86_400.0, 3e7]
    assert [text.get_text() for text in axes.texts] == ["a day", "a year"]
    assert [text.get_position()[1] for text in axes.texts] == [86_400.0, 3e7]


def test_hit_probability_leaves_out_what_was_never_hit():
    axes = axes_of("hit_probability")
    lines = lines_of(axes)
    assert_draws(lines["computed"], COUNTS, 0.25**COUNTS)
    assert_draws(lines["measured"], [1, 2, 4], [0.26, 0.06, 0.004])
    assert lines["measured"].get_linestyle() == "None"
    assert list(axes.get_xticks()) == list(COUNTS)
    assert labels_in_legend(axes) == ["computed", "measured"]


def contours_of(axes):
    """The filled contours."""
    found = [item for item in axes.collections if isinstance(item, ContourSet)]
    (filled,) = [contours for contours in found if contours.filled]
    return filled


def test_landscape():
    axes = axes_of("loss_landscape")
    contours = contours_of(axes)
    assert contours.filled
    assert len(contours.levels) == 51, "50 levels"
    assert contours.get_cmap().name == "viridis"
    assert isinstance(contours.norm, PowerNorm)
    assert (axes.get_xlim(), axes.get_ylim()) == ((0.1, 2.0), (-1.0, 3.0))
    (bar,) = axes.figure.axes[1:]
    assert bar.get_ylabel() == "loss"


@pytest.mark.parametrize(
    ("highest", "levels"), [(0.2, []), (5.0, [0.25, 1, 4]), (30.0, [0.25, 1, 4, 9, 25])]
)
def test_landscape_has_lines_with_the_loss_on_them(highest, levels):
    axes = axes_of("loss_landscape", AXIS1, AXIS2, HEIGHTS / HEIGHTS.max() * highest)
    lines = [item for item in axes.collections if getattr(item, "filled", None) is False]
    assert [level for contours in lines for level in contours.levels] == levels
    assert {text.get_text() for text in axes.texts} <= {f"{level:g}" for level in levels}
    (bar,) = axes.figure.axes[1:]
    assert [text.get_text() for text in bar.get_yticklabels()] == [f"{x:g}" for x in (0, *levels)]


def test_landscape_rings_points():
    ringed = {"low": (np.array([1.0]), np.array([-0.5]))}
    axes = axes_of("loss_landscape", AXIS1, AXIS2, HEIGHTS, None, GUESSES, ringed)
    assert labels_in_legend(axes) == ["guesses", "low"]
    ring = lines_of(axes)["low"]
    assert_draws(ring, *ringed["low"])
    assert ring.get_markersize() > lines_of(axes)["guesses"].get_markersize()
    assert ring.get_markerfacecolor() == "none"


@pytest.mark.parametrize("highest", [*np.random.default_rng(0).uniform(0.01, 200, 30), 119.508624])
def test_contour_levels_cover_the_heights(highest):
    heights = HEIGHTS / HEIGHTS.max() * highest
    contours = contours_of(axes_of("loss_landscape", AXIS1, AXIS2, heights))
    assert contours.levels[0] == 0
    assert contours.levels[-1] >= heights.max(), "the highest point would stay white"
    assert contours.levels[-1] == pytest.approx(heights.max(), rel=1e-6)


@pytest.mark.parametrize("point", [(0.3, -0.8), (1.0, 0.3), (1.9, 2.8), (1.8, -0.7), (0.4, 2.5)])
def test_colour_at_a_point_is_that_of_its_height(point):
    axes = axes_of("loss_landscape", AXIS1, AXIS2, HEIGHTS)
    contours = contours_of(axes)
    image = rendered(axes.figure)
    column, row = axes.transData.transform(point)
    colour = image[image.shape[0] - round(row), round(column), :3] / 255
    expected = contours.get_cmap()(contours.norm((point[0] * point[1] - 1.1) ** 2))[:3]
    assert np.max(np.abs(colour - expected)) < 0.05


def test_valley_and_guesses_lie_on_top():
    axes = axes_of("loss_landscape")
    lines = lines_of(axes)
    assert_draws(lines["loss 0"], *VALLEY)
    assert_draws(lines["guesses"], *GUESSES)
    assert lines["guesses"].get_linestyle() == "None"
    assert all(line.get_zorder() > contours_of(axes).get_zorder() for line in lines.values())
    assert labels_in_legend(axes) == ["loss 0", "guesses"]


def test_landscape_alone_has_no_legend():
    assert axes_of("loss_landscape", AXIS1, AXIS2, HEIGHTS).get_legend() is None
    only_valley = axes_of("loss_landscape", AXIS1, AXIS2, HEIGHTS, VALLEY)
    assert labels_in_legend(only_valley) == ["loss 0"]


@pytest.mark.parametrize("name", ["descent", "race"])
def test_curves_by_label(name):
    (curves,) = FIGURES[name]
    axes = axes_of(name)
    assert labels_in_legend(axes) == list(curves)
    for number, (label, line) in enumerate(lines_of(axes).items()):
        given = curves[label]
        x, y = given if isinstance(given, tuple) else (np.arange(len(given)), given)
        assert_draws(line, x, y)
        assert to_hex(line.get_color()) == plots.COLOURS[number]


def test_race_goes_in_steps():
    """What has been found stays the smallest loss until something smaller is found."""
    assert {line.get_drawstyle() for line in axes_of("race").get_lines()} == {"steps-post"}


def test_error_against_step():
    h, errors, models = FIGURES["error_against_step"]
    axes = axes_of("error_against_step")
    assert labels_in_legend(axes) == [*errors, *models]
    for label, line in lines_of(axes).items():
        assert_draws(line, h, (errors | models)[label])
        assert (line.get_linestyle() == "None") == (label in errors), "dots for what was measured"


def test_every_error_is_inside_the_axes():
    _, errors, _ = FIGURES["error_against_step"]
    low, high = axes_of("error_against_step").get_ylim()
    assert low < min(map(np.min, errors.values()))
    assert high > max(map(np.max, errors.values()))


def test_models_do_not_stretch_the_axes():
    """A model goes on to errors that no float can show."""
    errors = {"forward": np.full(len(STEPS), 1e-8)}
    low, _ = axes_of("error_against_step", STEPS, errors, {"truncation": STEPS}).get_ylim()
    assert low == pytest.approx(1e-8 / 3)


def test_error_of_zero_is_left_out():
    errors = np.where(STEPS < 1e-10, 0.0, STEPS)
    axes = axes_of("error_against_step", STEPS, {"forward": errors}, {})
    assert_draws(lines_of(axes)["forward"], STEPS[errors > 0], errors[errors > 0])


def test_errors_may_all_be_zero():
    axes = axes_of("error_against_step", STEPS, {"central": np.zeros(len(STEPS))}, {"h": STEPS})
    assert len(lines_of(axes)["central"].get_xdata()) == 0
    rendered(axes.figure)


def test_more_models_than_dashes_are_refused():
    models = {f"model {n}": STEPS for n in range(len(plots.DASHES))}
    with pytest.raises(ValueError, match="5 curves, got 6"):
        drawn("error_against_step", STEPS, {"forward": STEPS}, models)


def test_cost_against_dimension():
    weights, evaluations = FIGURES["cost_against_dimension"]
    axes = axes_of("cost_against_dimension")
    assert labels_in_legend(axes) == list(evaluations)
    for label, line in lines_of(axes).items():
        assert_draws(line, weights, evaluations[label])
        assert line.get_marker() == "o", "a mark where something was counted"


def test_cost_against_a_size_of_another_kind():
    sizes, costs = FIGURES["cost_against_dimension"]
    axes = plots.cost_against_dimension(sizes, costs, "outputs", "operations").axes[0]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("outputs", "operations")


@pytest.mark.parametrize("name", ["two_classes", "decision_boundary"])
def test_points_are_told_apart_by_shape_and_colour(name):
    axes = axes_of(name)
    lines = lines_of(axes)
    for number, marker, colour in ((0, "^", 1), (1, "o", 0)):
        line = lines[f"class {number}"]
        assert_draws(line, *POINTS[number == CLASSES].T)
        assert (line.get_marker(), line.get_linestyle()) == (marker, "None")
        assert to_hex(line.get_color()) == plots.COLOURS[colour]
    assert axes.get_aspect() == 1, "distances are the same in both directions"


@pytest.mark.parametrize("name", ["two_classes", "decision_boundary", "loss_landscape"])
def test_legend_of_points_stands_above_the_axes(name):
    axes = axes_of(name)
    rendered(axes.figure)
    assert axes.get_legend().get_window_extent().y0 >= axes.get_window_extent().y1


def test_decision_boundary_runs_where_the_score_is_zero():
    axes = axes_of("decision_boundary")
    filled, boundary = [item for item in axes.collections if isinstance(item, ContourSet)]
    assert filled.filled and list(boundary.levels) == [0]
    (path,) = boundary.get_paths()
    x1, x2 = path.vertices.T
    assert np.max(np.abs(x1 * x2 - 1.1)) < 0.01
    assert labels_in_legend(axes) == ["class 0", "class 1", "output 0"]
    assert (axes.get_xlim(), axes.get_ylim()) == ((0.1, 2.0), (-1.0, 3.0))
    assert axes.figure.axes[1].get_ylabel() == "output"


@pytest.mark.parametrize(("point", "redder"), [((0.2, -0.5), True), ((1.8, 2.8), False)])
def test_the_ground_has_the_colour_of_its_class(point, redder):
    """Score −1.2: class 0, towards vermillion. Score 3.9: class 1, towards blue."""
    axes = axes_of("decision_boundary")
    image = rendered(axes.figure)
    column, row = axes.transData.transform(point)
    red, _, blue, _ = image[image.shape[0] - round(row), round(column)].astype(int)
    assert (red > blue) == redder
    assert abs(red - blue) > 8


@pytest.mark.parametrize("colour", [plots.COLOURS[0], plots.COLOURS[1], plots.COLOURS[-1]])
def test_points_and_boundary_stand_out_on_every_ground(colour):
    grounds = plots.SIGNS(np.linspace(0, 1, 9))[:, :3]
    assert min(contrast(colour, ground) for ground in grounds) >= 3


def contrast(first, second):
    """The contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    rgb = np.array([to_rgb(first), to_rgb(second)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    darker, lighter = sorted(linear @ [0.2126, 0.7152, 0.0722] + 0.05)
    return lighter / darker


@pytest.mark.parametrize(
    "scores", [SCORES * 0, SCORES * 0 + 0.5, SCORES * 0 - 2], ids=["0", "0.5", "−2"]
)
def test_scores_of_one_sign_have_no_boundary(scores):
    """As those of a network before its training may be."""
    axes = axes_of("decision_boundary", AXIS1, AXIS2, scores, POINTS, CLASSES)
    assert labels_in_legend(axes) == ["class 0", "class 1"]
    rendered(axes.figure)


def test_expression_swell_leaves_out_what_has_no_logarithm():
    axes = axes_of("expression_swell")
    lines = lines_of(axes)
    assert_draws(lines["formula of the derivative"], [2, 3, 4], [2, 21, 82])
    assert_draws(lines["formula of the function"], [2, 3, 4], [3, 8, 18])
    assert_draws(lines["both sweeps of the list"], [2, 3, 4], [6, 14, 22])
    assert labels_in_legend(axes) == list(lines)
    assert list(axes.get_xticks()) == list(COUNTS)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("best_so_far", ()),
        ("descent", ()),
        ("race", ()),
        ("cost_against_dimension", (COUNTS,)),
    ],
)
def test_more_curves_than_dashes_are_refused(name, first):
    """Rather than left out."""
    curves = FIGURES[name][len(first)]
    many = {f"curve {n}": next(iter(curves.values())) for n in range(len(plots.DASHES) + 1)}
    with pytest.raises(ValueError, match="6 curves, got 7"):
        drawn(name, *first, many)


@pytest.mark.parametrize("name", FIGURES)
def test_legend_covers_no_curve(name):
    """The corner of the legend is Matplotlib's choice, but it has to find one that is free."""
    axes = axes_of(name)
    legend = axes.get_legend()
    if legend is None or name == "loss_landscape":  # whose legend has a ground of its own
        return
    rendered(axes.figure)
    box = legend.get_window_extent()
    for line in axes.get_lines():
        points = axes.transData.transform(line.get_xydata())
        assert not any(box.contains(*point) for point in points), line.get_label()
