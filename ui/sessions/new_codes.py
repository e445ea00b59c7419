"""The place where new recovery codes are shown, once."""

from collections.abc import Sequence

from components.button import Press, button
from components.code_list import code_list, print_button, save_link
from components.layout import column, row
from components.link import link
from components.live_region import announce
from components.notice import notice
from components.prose import heading, paragraph
from services.words import sentence


class NewCodes:
    """A button, and after it is pressed the codes; the words above them get the focus."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._box = column()

    def draw(self, make: Press) -> None:
        """Say how many are left, and offer new ones."""
        with self._box:
            if self._left:
                paragraph(sentence("recovery_codes.left", count=self._left))
                paragraph(sentence("recovery_codes.replaced"))
            else:
                paragraph(sentence("recovery_codes.none"))
            button(sentence("recovery_codes.make"), on_press=make)

    def show(self, codes: Sequence[str]) -> None:
        """Show them in place of the button."""
        self._box.clear()
        with self._box:
            title = heading(sentence("recovery_codes.title"), 2)
            title.props["tabindex"] = "-1"
            with notice("warn"):
                paragraph(sentence("recovery_codes.once"))
            code_list(codes, label=sentence("recovery_codes.title"))
            with row():
                text = sentence("recovery_codes.file", codes="\n".join(codes))
                save_link(sentence("recovery_codes.save"), text, file_name="mbtq-recovery-codes.txt")
                print_button(sentence("recovery_codes.print"))
            link(sentence("recovery_codes.done"), "/account/second-step")
        title.run_method("focus")
        announce(sentence("recovery_codes.once"))
