"""Two windows or two devices on one return: no answer is overwritten that the person has not seen."""

from services.errors import Conflict

WHATEVER_IT_IS: object = object()
"""What is given as `seen` by whoever does not mind which answer stood there before."""


class ChangedElsewhere(Conflict):
    """The answer is no longer the one that the person saw when they changed it. `now` is what it is."""

    def __init__(self, path: str, now: object) -> None:
        super().__init__("answer.changed_elsewhere")
        self.path, self.now = path, now


def check_unchanged(path: str, *, now: object, seen: object, wanted: object) -> None:
    """Raise ChangedElsewhere unless the answer is still the one that was `seen`, or is the one `wanted` already."""
    if seen is not WHATEVER_IT_IS and now not in (seen, wanted):
        raise ChangedElsewhere(path, now)
