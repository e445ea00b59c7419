"""What an estimate can't do without, in words."""

from collections.abc import Iterable

from services.words import sentence


def missing_in_words(paths: Iterable[str]) -> list[str]:
    """The answers at these paths as people call them, each once."""
    return list(dict.fromkeys(_in_words(path) for path in paths))


def _in_words(path: str) -> str:
    return sentence("missing.dependent_date_of_birth" if path.startswith("dependents.") else f"missing.{path}")
