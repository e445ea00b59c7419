"""What else is wrong while some settings can't be read, so that whoever mends them is told all at once."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from services.settings import secrets
from services.settings.complaints import ECHOES
from services.settings.public import problems_in_public

if TYPE_CHECKING:
    from services.settings import Settings

_FOR_DEFAULTS = {"port": 8080, "local_tls": False, "profile": "production"}
"""From what the defaults follow that go by another setting."""


def problems_beside(lenient: "type[Settings]", invalid: ValidationError, env_file: Path | None) -> list[str]:
    """The problems that a house for others would have with the rest, a sentence each.

    `lenient` passes over names that are no settings. Of what can't be read, no second word is said.
    """
    unread = {
        str(error["loc"][0])
        for error in invalid.errors(include_input=False)
        if error["type"] not in ECHOES and error["loc"][0] in lenient.model_fields
    }
    told = {name: _instead_of(name, lenient) for name in unread}
    try:
        rest = lenient(_env_file=env_file, **told)
    except ValidationError:  # without these, nothing can be said of the rest
        return []
    problems = [] if rest.in_development else problems_in_public(rest)
    return [problem for problem in problems if not any(re.search(rf"\b{name.upper()}\b", problem) for name in unread)]


def _instead_of(name: str, lenient: "type[Settings]") -> Any:
    field = lenient.model_fields[name]
    return secrets.fresh().get(name) or field.get_default(call_default_factory=True, validated_data=_FOR_DEFAULTS)
