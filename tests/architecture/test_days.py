"""Pages tell the day of a moment as services.words.day_of does: a bare day of UTC is another day where people live."""

import ast

from tests.architecture.sources import modules


def _days_of_moments(tree: ast.Module) -> list[str]:
    """Each `….date()` but that of today, from which deadlines are counted."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and not node.args]
    days = [ast.unparse(call) for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "date"]
    return [day for day in days if not day.endswith("clock.now().date()")]


def test_no_page_makes_a_day_of_utc_of_a_moment() -> None:
    rooms = modules("pages", "ui", "components")
    assert {path: days for path, tree in rooms.items() if (days := _days_of_moments(tree))} == {}
    assert _days_of_moments(ast.parse("long_date(row.added_at.date()), clock.now().date()")) == ["row.added_at.date()"]
