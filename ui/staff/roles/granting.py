"""The form by which an administrator grants a role: whom, what they are called, and which one."""

from collections.abc import Awaitable, Callable

from components.button import button
from components.checkbox import checkbox
from components.choice_group import Choice
from components.field import Field
from components.field.held import held
from components.layout import column
from components.select import select
from components.text_field import text_field
from db.values.people import STAFF_ROLES
from services.errors import HouseError, Invalid
from services.staff.names import NamedAlready
from services.words import sentence
from ui.mistakes import PressedForm
from ui.staff.not_chosen import NOT_CHOSEN

Grant = Callable[[str, str, str, str], Awaitable[str | None]]
"""Takes an address, a name, a role, and the name that goes for it."""
Refused = Callable[[HouseError], None]


def grant_form(acting: Callable[[Refused], Grant]) -> None:
    """The fields and the button; `acting` makes what it does, and is told who hears why it was refused."""
    form, label = PressedForm(), "Email address of their account"
    address = form.asks(
        "email", text_field(label, kind="email", required=True, on_commit=held, draft_key="address of role")
    )
    hint = "Customers and colleagues see it. Leave it empty for somebody who has one here."
    name = form.asks("name", text_field("Their name", hint=hint, on_commit=held, draft_key="name"))
    renaming = _Renaming()
    roles = [Choice(each, sentence(f"role.name.{each}")) for each in STAFF_ROLES]
    role = form.asks("role", select("Role", [NOT_CHOSEN, *roles], required=True, on_commit=held, draft_key="role"))
    grant = acting(renaming.ask)

    async def pressed() -> str | None:
        gone = renaming.gone()
        renaming.clear()
        return form.pressed(await grant(address.typed[0], name.typed[0], role.typed[0], gone))

    form.sent_by(button("Grant the role", on_press=pressed, busy="Saving…"))


class _Renaming:
    """Asks whether a name that is known goes: a second role says nothing of that."""

    def __init__(self) -> None:
        self._place, self._known = column(), ""
        self._goes: Field[bool] | None = None

    def ask(self, problem: HouseError) -> None:
        """Ask, if that is what was refused."""
        mistakes = problem.mistakes if isinstance(problem, Invalid) else ()
        for named in (each for each in mistakes if isinstance(each, NamedAlready)):
            self._known = named.known
            with self._place:
                self._goes = checkbox(
                    f"They are called {named.known} here. Change that to the name above.",
                    on_commit=held,
                    draft_key=None,
                )

    def gone(self) -> str:
        """The name that goes; empty if none does."""
        return self._known if self._goes and self._goes.typed[0] else ""

    def clear(self) -> None:
        """What was asked was of the press before."""
        self._place.clear()
        self._goes = None
