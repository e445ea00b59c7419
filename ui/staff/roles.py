"""Who holds which role: a card for each, with buttons for an administrator, and the form that grants one."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from uuid import UUID

from components.button import Press, button
from components.choice_group import Choice
from components.description_list import Entry, description_list
from components.dialog import Dialog
from components.field.held import held
from components.layout import row
from components.prose import heading, paragraph, strong
from components.select import select
from components.tag import tag
from components.text_field import text_field
from db.values.people import STAFF_ROLES, Role
from services.staff.reviewing import Held
from services.words import long_date, moment, sentence
from ui.mistakes import PressedForm
from ui.staff.card_list import CardList
from ui.staff.not_chosen import NOT_CHOSEN

Grant = Callable[[str, str, str], Awaitable[str | None]]
"""Takes an address, a name and a role."""


Confirm = Callable[[UUID, Callable[[Held], None]], Press]
End = Callable[[UUID, Callable[[object], None]], Press]


def grant_form(grant: Grant) -> None:
    """Whom, what they are called, and the role."""
    form = PressedForm()
    label = "Email address of their account"
    address = form.asks(
        "email", text_field(label, kind="email", required=True, on_commit=held, draft_key="address of role")
    )
    hint = "Customers and colleagues see it."
    name = form.asks("name", text_field("Their name", hint=hint, required=True, on_commit=held, draft_key="name"))
    roles = [Choice(each, sentence(f"role.name.{each}")) for each in STAFF_ROLES]
    role = form.asks("role", select("Role", [NOT_CHOSEN, *roles], required=True, on_commit=held, draft_key="role"))

    async def pressed() -> str | None:
        return form.pressed(await grant(address.typed[0], name.typed[0], role.typed[0]))

    button("Grant the role", on_press=pressed, busy="Saving…")


class Roles:
    """A card for each role that somebody holds. An auditor has no buttons."""

    def __init__(self, *, confirm: Confirm | None, end: End | None) -> None:
        self._confirm, self._end = confirm, end
        self._cards = CardList(empty="Nobody has a role yet.")
        self._administrators: list[Held] = []

    def draw(self, found: Sequence[Held]) -> None:
        """All that there are now."""
        self._administrators = [each for each in found if each.role is Role.ADMINISTRATOR]
        for each in found:
            self._cards.add(each.id, partial(self._one, each))

    def granted(self, made: Held) -> None:
        """One more."""
        self._cards.add(made.id, partial(self._one, made), first=True)
        if made.role is Role.ADMINISTRATOR:
            self._there_are([*self._administrators, made])
        self._cards.say(f"{_called(made)} can work as that now. They need a second step.")

    def _one(self, each: Held) -> None:
        heading(_called(each), 3)
        if each.is_overdue:
            with paragraph():
                tag("To be confirmed", "warn")
        description_list(
            [
                Entry("Granted", long_date(each.granted_at.date())),
                Entry("Last used", moment(each.last_used_at) if each.last_used_at else "Never"),
                Entry("Last confirmed", long_date(each.confirmed_at.date())),
            ]
        )
        if each.is_own:
            self._own(each)
        elif self._confirm and self._end:
            with row():
                kept = self._confirm(each.id, self._confirmed)
                button(f"Confirm {each.name}", kind="main" if each.is_overdue else "quiet", on_press=kept)
                _ask_before_the_end(each, self._end(each.id, partial(self._ended, each)))

    def _own(self, each: Held) -> None:
        if each.role is Role.ADMINISTRATOR and len(self._administrators) == 1:
            paragraph("You are the only administrator. Nobody can confirm your role on this page.")
            paragraph("Make a second person an administrator. Then they confirm yours.")
            with paragraph("Or whoever runs the server confirms it there. This command does it: "):
                strong("python -m services.staff confirm")
        else:
            paragraph("This is your own role. Another administrator confirms or ends it.", soft=True)

    def _there_are(self, administrators: list[Held]) -> None:
        self._administrators = administrators
        for own in (each for each in administrators if each.is_own):
            self._cards.redraw(own.id, partial(self._one, own))

    def _confirmed(self, now: Held) -> None:
        self._cards.redraw(now.id, partial(self._one, now))
        self._cards.say(f"{_called(now)} is confirmed for 90 days.")

    def _ended(self, each: Held, _: object) -> None:
        self._cards.drop(each.id)
        self._there_are([other for other in self._administrators if other.id != each.id])
        self._cards.say(f"{_called(each)} has ended. They can do nothing with it any more.")


def _ask_before_the_end(each: Held, end: Press) -> None:
    opener = button(f"End the role of {each.name}", kind="quiet")
    with Dialog(f"End the role of {_called(each)}?", opened_by=opener) as dialog:
        paragraph("Their open pages of staff close at once. What they were assigned to with this role ends too.")
        paragraph("You can grant the role again. The assignments do not come back.")
        with row():
            dialog.way_out("Keep it")
            button(f"End it: {_called(each)}", kind="quiet", on_press=end)


def _called(each: Held) -> str:
    return f"{each.name}, {sentence(f'role.name.{each.role}')}"
