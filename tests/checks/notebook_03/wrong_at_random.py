"""Right functions of notebook 03, made wrong at random."""


def off_by(function, rng):
    """A function that is wrong in one of the numbers that it returns."""
    factor, pick = rng.uniform(1.1, 3), rng.random()

    def my_function(*arguments):
        result = function(*arguments)
        if isinstance(result, dict):
            name = list(result)[int(pick * len(result))]
            return result | {name: factor * result[name] + 0.1}
        place = int(pick * len(result))
        return [factor * x + 0.1 if i == place else x for i, x in enumerate(result)]

    return my_function
