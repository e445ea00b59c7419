"""Native forms: what sets a cookie is posted by the browser itself."""

from collections.abc import Mapping

from nicegui.element import Element

from components.drafts import drafts_are_of
from components.native import element


def form(
    to: str,
    *,
    label: str = "",
    hidden: Mapping[str, str] | None = None,
    once: Mapping[str, str] | None = None,
    clears_drafts: bool = False,
    carries_files: bool = False,
    asks_only: bool = False,
    downloads: bool = False,
) -> Element:
    """A form that the browser posts to `to` (api/forms/...). Opened with `with`; fields in it need a `name`.

    The browser's own bubbles are off, because they vanish and are not read by all; our error summary is used instead.
    What is typed in it survives a reload until it was sent: its drafts are those of `to`. `once` is hidden too, and
    tells this form from all others: whoever comes back to it with the browser's way back sends what it was sent with
    before, so that the house can know it again. `label` tells it from other forms of the page. `clears_drafts` forgets
    every uncommitted text of this tab: for signing out. `carries_files` is for one with a `file_picker`. `asks_only`
    is for one that changes nothing: the browser opens `to` with what was filled in. `downloads` is for one that is
    answered by a file: the page stays, and it can be sent again.
    """
    drawn = element("form", method="get" if asks_only else "post", action=to, novalidate=True, aria_label=label or None)
    drafts_are_of(drawn, to)
    if carries_files:
        drawn.props["enctype"] = "multipart/form-data"
    if clears_drafts:
        drawn.props["data-clears-drafts"] = ""
    if downloads:
        drawn.props["data-downloads"] = ""
    with drawn:
        for name, value in (hidden or {}).items():
            element("input", type="hidden", name=name, defaultValue=value)
        for name, value in (once or {}).items():
            element("input", type="hidden", name=name, defaultValue=value, data_once="")
    return drawn
