"""What is wrong with the settings, in our words: what the library finds, and what values.py finds."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

ECHOES = {"default_factory_not_called"}  # a default that waits for another wrong setting
_IN_OUR_WORDS = {
    "missing": " is missing",
    "extra_forbidden": " is not a setting: see .env.example",
    **dict.fromkeys(("int_parsing", "int_from_float"), ": must be a whole number"),
    "float_parsing": ": must be a number",
    "finite_number": ": must be a number",
    "bool_parsing": ": must be true or false",
    "less_than_equal": ": must be {le:g} or less",
    "greater_than_equal": ": must be {ge:g} or more",
    "greater_than": ": must be more than {gt:g}",
    **dict.fromkeys(("enum", "literal_error"), ": must be {expected}"),
    "string_too_long": ": must have {max_length} characters or fewer",
    "string_pattern_mismatch": ": must match {pattern}",
    "ip_any_network": ": must be networks like 10.0.0.0/8, with commas between them",
}
"""What follows a setting's name, by the kind of the library's complaint."""


def complaints(invalid: ValidationError) -> list[str]:
    """Every wrong setting with what is wrong, and never what was given: that may be a secret."""
    problems = (error for error in invalid.errors(include_input=False) if error["type"] not in ECHOES)
    return [
        f"{_name_of(error['loc']).upper()}{_what_is_wrong(error['type'], error['msg'], error.get('ctx', {}))}."
        for error in problems
    ]


def _name_of(place: tuple[int | str, ...]) -> str:
    """As the environment writes it: a part of a part is named after two underscores."""
    return "__".join(part for part in place if isinstance(part, str) and part != "[key]")


def _what_is_wrong(kind: str, message: str, figures: Mapping[str, Any]) -> str:
    """What follows the name: our words for the library's own checks, and what a check of ours says as it is."""
    if kind in _IN_OUR_WORDS:
        return _IN_OUR_WORDS[kind].format_map(figures)
    return f": {message.removeprefix('Value error, ').removeprefix('Input ').rstrip('.')}"
