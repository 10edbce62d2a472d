"""Slips of the pen: what somebody wrote, with a few words of it changed."""


def written(name, source, *changes):
    """What has this name after the source ran, with each (old, new) of the changes made in it."""
    for old, new in changes:
        assert old in source, f"nothing to change: {old}"
        source = source.replace(old, new)
    names = {}
    exec(source, names)
    return names[name]
