"""Several lines of text."""

from components.field import Commit, Field, Says
from components.field.one_text import ITS_TEXT, as_typed, text_in
from components.native import element, written
from services.words import sentence


def text_area(
    label: str,
    *,
    name: str = "",
    value: str = "",
    hint: str = "",
    error: str = "",
    required: bool = False,
    most: int = 0,
    lines: int = 4,
    on_commit: Commit[str] | None = None,
    draft_key: str | None = "",
) -> Field[str]:
    """A native textarea that grows as the person likes. What is typed is committed when the person leaves it.

    With `most`, the largest number of characters is said before, and how many are left stands below. That is read out
    when the person stops typing, not at each key. A longer text is kept as it was typed; the error says how much to
    take away. Text that is not committed yet survives a reload in this tab.
    """
    limit = sentence("text_area.most", most=f"{most:,}") if most else ""
    field = Field(
        Says(label, f"{hint} {limit}".strip(), error, required), value=value, write=as_typed, draft_key=draft_key
    )
    with field, element("div", "text-area"):
        control = element("textarea", name=name or None, rows=lines, defaultValue=value or None)
        if most:
            control.props["data-most"] = most
            _count(most - len(value))
    field.hold(control)
    field.commits(control, ITS_TEXT, text_in, on_commit and _not_too_long(most, on_commit))
    return field


_GAP = "{count}"  # where the script puts the number


def _count(left: int) -> None:
    """What the eye follows at each key, and what is read out after a pause."""
    words = {"data_left": sentence("text_area.left", count=_GAP), "data_over": sentence("text_area.over", count=_GAP)}
    shown = words["data_left" if left >= 0 else "data_over"].replace(_GAP, f"{abs(left):,}")
    written("p", shown, "count small" if left >= 0 else "count small over", aria_hidden="true", **words)
    element("span", "visually-hidden", role="status")


def _not_too_long(most: int, on_commit: Commit[str]) -> Commit[str]:
    async def commit(value: str) -> str | None:
        over = len(value) - most
        return sentence("text_area.too_long", count=f"{over:,}") if most and over > 0 else await on_commit(value)

    return commit
