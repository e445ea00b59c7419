"""Who is assigned to whom: the form of a coordinator, and a card for each assignment."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from uuid import UUID

from components.button import Press, button
from components.choice_group import Choice
from components.description_list import Entry, description_list
from components.dialog.asking import ask_first
from components.field.held import held
from components.link import link
from components.prose import heading, paragraph
from components.select import select
from components.text_field import text_field
from services.staff.assigning import Assignable, Assigned
from services.staff.finding.searching import Found
from services.words import moment, sentence
from ui.mistakes import PressedForm
from ui.staff.card_list import CardList
from ui.staff.leaving import MY_CUSTOMERS
from ui.staff.not_chosen import NOT_CHOSEN

Assign = Callable[[str, str], Awaitable[str | None]]
"""Takes the address of a customer, and who is assigned as what."""
AssignTo = Callable[[str], Awaitable[str | None]]
"""Takes who is assigned as what."""
ASSIGNMENTS = "/staff/assignments"


def way_to_assign(customer: Found) -> str:
    """Where somebody is assigned to a customer who was found."""
    return f"{ASSIGNMENTS}?customer={customer.id}"


def assign_form(colleagues: Sequence[Assignable], assign: Assign) -> None:
    """The address of a customer, a colleague as what they are here as, and a button."""
    if not colleagues:
        _nobody()
        return
    form = PressedForm()
    address = form.asks(
        "email",
        text_field("Email address of the customer", kind="email", required=True, on_commit=held, draft_key="address"),
    )
    _choose(form, colleagues, lambda chosen: assign(address.typed[0], chosen))


def assign_to_form(customer: Found, colleagues: Sequence[Assignable], assign: AssignTo) -> None:
    """The same for a customer who was chosen before, with the way to choose another one."""
    with paragraph(f"The customer is {customer.name}. "):
        link("Choose another customer", MY_CUSTOMERS)
    if colleagues:
        _choose(PressedForm(), colleagues, assign)
    else:
        _nobody()


def _nobody() -> None:
    paragraph("There is nobody whom you can choose yet. An administrator grants roles.")


def _choose(form: PressedForm, colleagues: Sequence[Assignable], assign: AssignTo) -> None:
    options = [NOT_CHOSEN] + [
        Choice(f"{each.staff_id} {each.role}", f"{each.name}, {sentence(f'role.name.{each.role}')}")
        for each in colleagues
    ]
    who = select("Who is there for them", options, required=True, on_commit=held, draft_key="who")
    chosen = form.asks("staff", who)

    async def pressed() -> str | None:
        return form.pressed(await assign(chosen.typed[0]))

    button("Assign", on_press=pressed, busy="Saving…")


class Assignments:
    """A card for each assignment; without `end`, nobody who looks may end one."""

    def __init__(self, end: Callable[[UUID, Callable[[object], None]], Press] | None) -> None:
        self._end = end
        self._cards = CardList(empty="Nobody is assigned to a customer now.")

    def draw(self, found: Sequence[Assigned]) -> None:
        """All that there are now."""
        for each in found:
            self._cards.add(each.id, partial(self._one, each))

    def begun(self, made: Assigned) -> None:
        """One more."""
        self._cards.add(made.id, partial(self._one, made), first=True)
        self._cards.say(f"{made.staff_name} is assigned to {made.customer} now.")

    def _one(self, each: Assigned) -> None:
        heading(each.customer, 3)
        role = sentence(f"role.name.{each.role}")
        description_list([Entry("Assigned", f"{each.staff_name}, {role}"), Entry("Since", moment(each.begun_at))])
        if self._end:
            _ask_before_the_end(each, self._end(each.id, partial(self._over, each)))

    def _over(self, each: Assigned, _: object) -> None:
        self._cards.drop(each.id)
        self._cards.say(f"{each.staff_name} no longer sees {each.customer}.")


def _ask_before_the_end(each: Assigned, end: Press) -> None:
    both = f"{each.staff_name}, {sentence(f'role.name.{each.role}')}, and {each.customer}"
    says = [
        f"{each.staff_name} does not see this customer by it any more.",
        "Their open pages of this customer close at once. You can assign them again.",
    ]
    end_this, sure = f"End this for {both}", f"End it: {both}"
    ask_first(end_this, f"{end_this}?", says, keep="Keep it", sure=sure, on_press=end)
