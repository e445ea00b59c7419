"""What each of us found about a request to get back in, and the form in which one says it."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from components.button import button
from components.layout import column, row
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph, paragraphs
from db.values.accounts import RecoveryState
from services.accounts.recovery.deciding import LONGEST_CHARACTERS
from services.accounts.recovery.reading import Request, Verdict
from services.words import moment
from ui.mistakes import PressedForm
from ui.staff.for_colleagues import for_colleagues

Say = Callable[[str], Awaitable[str | None]]


class Decide(Protocol):  # pylint: disable=too-few-public-methods  # it is a function with names
    """Makes what says whether the account is theirs: it takes what was compared, and gives back what went wrong."""

    def __call__(self, *, agrees: bool) -> Say: ...


class Verdicts:
    """The verdicts there are; and two buttons for who has said nothing yet, while the request is open."""

    def __init__(self, request: Request, *, may_agree: bool) -> None:
        self._request, self._may_agree = request, may_agree
        self._place = column()
        self._place.props["tabindex"] = "-1"

    def draw(self, decide: Decide) -> None:
        """Draw what is true now."""
        verdicts = self._request.verdicts
        with self._place:
            for each in verdicts:
                _found(each)
            is_open = self._request.listed.state is RecoveryState.OPEN
            if is_open and not any(each.is_own for each in verdicts):
                self._form(decide)
            elif not verdicts:
                paragraph("Nobody has said anything.")

    def said(self, agrees: bool) -> None:
        """What the person has said is kept: it takes the place of the form."""
        self._place.clear()
        with self._place, notice("good"):
            paragraph(f"Your word is kept. {self._what_comes(agrees)}")
        self._place.run_method("focus")
        announce("Your word is kept.")

    def _what_comes(self, agrees: bool) -> str:
        if not agrees:
            return "This request is over."
        return "Two of us agree now. The owner is told." if self._request.verdicts else "A colleague must agree too."

    def _form(self, decide: Decide) -> None:
        form = PressedForm()
        compared = form.asks(
            "compared",
            for_colleagues("What you compared, and what came of it", most=LONGEST_CHARACTERS, draft_key="compared"),
        )

        def saying(agrees: bool) -> Callable[[], Awaitable[str | None]]:
            async def pressed() -> str | None:
                return form.pressed(await decide(agrees=agrees)(compared.typed[0]))

            return pressed

        with row():
            if self._may_agree:
                button("The account is theirs", on_press=saying(True), busy="Saving…")
            button("I am not sure", kind="quiet", on_press=saying(False), busy="Saving…")


def _found(verdict: Verdict) -> None:
    who, what = "You" if verdict.is_own else "A colleague", "agreed" if verdict.agrees else "was not sure"
    if verdict.is_own and not verdict.agrees:
        what = "were not sure"
    with notice("good" if verdict.agrees else "warn", title=f"{who} {what} on {moment(verdict.given_at)}"):
        paragraphs(verdict.compared)
