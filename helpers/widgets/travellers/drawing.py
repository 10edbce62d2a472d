"""The drawing of `Travellers`: three roads with milestones, who is on them, and the chain rule."""

# Where things stand, in units of the drawing.
SIZE = (462, 310)
ROADS = {"car": 44, "bicycle": 119, "walker": 194}  # how far down
START = 30  # of every road, from the left
MILESTONES = 12
STEP = 26  # from one milestone to the next
FORMULA = 281  # how far down

# What each traveller looks like, going to the right. The origin is where it touches the road.
LINES = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'
WHEEL = 'class="hole" cy="-6" r="6" fill="#fff" stroke="currentColor" stroke-width="3"'
PICTURES = {
    "car": (
        '<path fill="currentColor" fill-rule="evenodd" d="'
        "M-26-6V-13Q-26-16-22-16L-17-17-10-26Q-9-28-6-28H5Q8-28 10-26L17-17 23-15Q27-14 27-10V-8"
        'Q27-6 25-6ZM-12-17H-3V-25H-5Q-7-25-8-23ZM0-17H13L8-24Q7-25 5-25H0Z"/>'
        f'<circle cx="-14" {WHEEL}/><circle cx="14" {WHEEL}/>'
    ),
    "bicycle": (
        f'<g {LINES} stroke-width="2"><circle cx="-13" cy="-9" r="8.5"/>'
        '<circle cx="13" cy="-9" r="8.5"/>'
        '<path d="M-13-9H-1L9-21H-5ZL-6-24M-9-24H-3M-1-9-5-21M13-9 9-21 8-25H12"/>'
        '<path stroke-width="3.5" d="M10-25 5-27 3-36-6-26 4-19-1-9"/></g>'
        '<circle cx="7" cy="-42" r="4.5" fill="currentColor"/>'
    ),
    "walker": (
        f'<path {LINES} stroke-width="3.5" '
        'd="M9-1H6L3-10 0-20-4-10-10-2M0-20 1-34M-7-20-5-26 1-33 6-26 10-23"/>'
        '<circle cx="2" cy="-41" r="4.5" fill="currentColor"/>'
    ),
}
BESIDE = {"car": 30, "bicycle": 26, "walker": 16}  # from the origin to where the distance stands
CAPTIONS = {
    "car": "car: {d car/d bicycle:4?} × the bicycle, so {d car/d walker:4?} × the walker",
    "bicycle": "bicycle: {d bicycle/d walker:4?} × the walker",
    "walker": "walker",
}


def drawing(sentence, product):
    """The picture as SVG with templates. `sentence` and `product` are templates that it quotes."""
    width, height = SIZE
    words = f"d car / d walker = d car / d bicycle × d bicycle / d walker = {product}."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="course-drawing" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="Three travellers on three roads with milestones. {sentence} {words}" '
        'font-family="sans-serif" font-size="16">\n'
        + "\n".join([*scale(), *(part for who in ROADS for part in road(who)), *formula(product)])
        + "\n</svg>"
    )


def scale():
    """One scale for all: a line across the roads at each second milestone, its distance below."""
    bottom = ROADS["walker"] + 26
    for i in range(0, MILESTONES + 1, 2):
        yield f'<path class="grid" d="M{START + STEP * i} 4V{bottom}" stroke="#d3d9e0"/>'
        yield text(START + STEP * i, bottom + 15, f"{{{i}*milestone:0}}", "scale")
    yield text(START + STEP * MILESTONES + 17, bottom + 15, "km", "scale", "start")
    apart = "one milestone = {milestone:0} km"  # the scale changes where the car gets too far
    yield text(START + STEP * MILESTONES, ROADS["walker"] + 20, apart, "caption", "end")


def road(who):
    """A road: pale, how far the traveller gets; full, how far it is; and the traveller there."""
    y = ROADS[who]
    posts = "".join(f"M{START + STEP * i} {y - 4}v8" for i in range(MILESTONES + 1))
    so_far = f"{who} so far in milestones"
    yield f'<path class="road" d="M{START} {y}h{STEP * MILESTONES + 8}{posts}" stroke="#8a94a0"/>'
    yield bar(y, f"{who} in milestones", ' stroke-opacity="0.35"')
    yield bar(y, so_far)
    yield f'<g transform="translate({{{STEP}*{so_far}:2}} 0)">'
    yield f'<g class="traveller" transform="translate({START} {y - 3})">{PICTURES[who]}</g>'
    yield text(START + BESIDE[who], y - 14, f"{{{who} so far:2?}} km", "value", "start")
    yield "</g>"
    yield text(START, y + 20, CAPTIONS[who], "caption", "start")


def bar(y, distance, opacity=""):
    return (
        f'<path class="trail" d="M{START} {y}h{{{STEP}*{distance}:2}}" stroke="#0b5c9e" '
        f'stroke-width="6"{opacity}/>'
    )


def formula(product):
    """The chain rule in Leibniz' fractions, with this setting's numbers."""
    yield '<g font-size="15">'
    yield from fraction(42, "d car", "d walker")
    yield text(89, FORMULA + 5, "=", "sign")
    yield from fraction(139, "d car", "d bicycle")
    yield text(188, FORMULA + 5, "×", "sign")
    yield from fraction(238, "d bicycle", "d walker")
    yield text(280, FORMULA + 5, f"= {product}", "product", "start")
    yield "</g>"


def fraction(x, above, below):
    yield text(x, FORMULA - 6, above, "name")
    yield f'<path class="rule" d="M{x - 36} {FORMULA}h72" stroke="currentColor"/>'
    yield text(x, FORMULA + 18, below, "name")


def text(x, y, content, kind, anchor="middle"):
    return (
        f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}" fill="currentColor">'
        f"{content}</text>"
    )
