"""Right functions of notebook 05, made wrong at random."""


def times(function, factor):
    """A function whose result, a number or a list, is too large by a factor."""

    def my_function(*arguments):
        result = function(*arguments)
        return [factor * x for x in result] if isinstance(result, list) else factor * result

    return my_function


def off_by_a_factor(function):
    return lambda rng: times(function, rng.uniform(1.1, 3))
