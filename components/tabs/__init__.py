"""Parts of one thing, of which a person looks at one."""

from nicegui.element import Element

from components.native import element, written
from components.prose import heading


class Tabs:
    """The tabs pattern of WAI-ARIA: one stop for the Tab key, arrow keys go from tab to tab, Home and End to the ends.

    Put content into each part with `with tabs.tab("Title")`. Until its script has run, and on paper, all parts stand
    there one after the other under their headings. Nothing that must be compared or filled in together belongs into
    different tabs.
    """

    def __init__(self, label: str) -> None:
        with element("div", "tabs", data_tabs="") as self._box:
            self._list = element("div", "tab-list", hidden=True, aria_label=label)

    def tab(self, title: str, *, level: int = 3) -> Element:
        """One more part. `level` is that of its heading, which is seen only where there are no tabs."""
        with self._box, element("section", "tab-part") as part:
            part.props["aria-labelledby"] = heading(title, level).html_id
        with self._list:
            written("button", title, "tab", type="button")
        return part
