"""Going downhill: one step against the gradient, as often as it helps."""


def step(weights, slopes, learning_rate):
    """The weights after one step downhill, a list: each minus learning_rate times its slope.

    Raises ValueError if there is not one slope for each weight.

    >>> step([0.5, 2.0], slopes=[-1.0, 4.0], learning_rate=0.25)
    [0.75, 1.0]
    """
    if len(weights) != len(slopes):
        raise ValueError(f"expected a slope for each weight, got {len(slopes)} for {len(weights)}")
    return [w - learning_rate * slope for w, slope in zip(weights, slopes, strict=True)]
