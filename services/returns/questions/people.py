"""What the people who depend on a filer are called, wherever a page means one of them."""

from collections import Counter
from collections.abc import Sequence

from services.returns.answers import Dependent
from services.words import sentence


def names_of(dependents: Sequence[Dependent]) -> list[str]:
    """By their place: the first name that was typed, or "Person 2"; "Maya (person 2)" where two have the same."""
    given = Counter(one.first_name for one in dependents)
    return [_name(one, number, is_shared=given[one.first_name] > 1) for number, one in enumerate(dependents, start=1)]


def _name(one: Dependent, number: int, *, is_shared: bool) -> str:
    if not one.first_name:
        return sentence("person.number", number=number)
    return sentence("person.shared", name=one.first_name, number=number) if is_shared else one.first_name
