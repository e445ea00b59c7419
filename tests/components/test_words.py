"""The sentences that components ask for are there."""

import ast
from pathlib import Path

from services import words

COMPONENTS = Path(__file__).parents[2] / "components"


def codes_in(source: str) -> set[str]:
    """The codes written out in calls of `sentence` and `Unreadable`."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args)
    asked = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in {"sentence", "Unreadable"})
    return {call.args[0].value for call in asked if isinstance(call.args[0], ast.Constant)}  # type: ignore[misc]


def test_every_code_in_a_component_has_words() -> None:
    asked = {code for path in COMPONENTS.rglob("*.py") for code in codes_in(path.read_text(encoding="utf-8"))}
    assert len(asked) > 10
    assert [code for code in sorted(asked) if not words.known(code)] == []
