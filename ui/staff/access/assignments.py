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
from db.values.people import Role
from services.staff.access.assigning import Assignable, Assigned
from services.staff.finding.searching import Found
from services.words import moment, sentence
from ui.mistakes import PressedForm
from ui.staff.access.leaving import MY_CUSTOMERS
from ui.staff.card_list import CardList
from ui.staff.namesakes import told_apart
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
    everybody = [(each.name, each.apart) for each in colleagues]
    options = [NOT_CHOSEN] + [
        Choice(f"{each.staff_id} {each.role}", _with_role(told_apart(each.name, each.apart, everybody), each.role))
        for each in colleagues
    ]
    who = select("Who is there for them", options, required=True, on_commit=held, draft_key="who")
    chosen = form.asks("staff", who)

    async def pressed() -> str | None:
        return form.pressed(await assign(chosen.typed[0]))

    form.sent_by(button("Assign", on_press=pressed, busy="Saving…"))


class Assignments:
    """A card for each assignment; without `end`, nobody who looks may end one."""

    def __init__(self, end: Callable[[UUID, Callable[[object], None]], Press] | None) -> None:
        self._end = end
        self._cards = CardList(empty="Nobody is assigned to a customer now.")
        self._assigned: dict[UUID, Assigned] = {}

    def draw(self, found: Sequence[Assigned]) -> None:
        """All that there are now."""
        self._assigned = {each.id: each for each in found}
        for each in found:
            self._cards.add(each.id, partial(self._one, each))

    def begun(self, made: Assigned) -> None:
        """One more. Who shares the name of whom it assigns is told apart from now on."""
        self._assigned[made.id] = made
        for each in [each for each in self._assigned.values() if each.staff_name == made.staff_name and each != made]:
            self._cards.redraw(each.id, partial(self._one, each))
        self._cards.add(made.id, partial(self._one, made), first=True)
        self._cards.say(f"{self._called(made)} is assigned to {made.customer} now.")

    def _one(self, each: Assigned) -> None:
        heading(each.customer, 3)
        who = self._called(each)
        description_list([Entry("Assigned", _with_role(who, each.role)), Entry("Since", moment(each.begun_at))])
        if self._end:
            _ask_before_the_end(who, each, self._end(each.id, partial(self._over, each)))

    def _over(self, each: Assigned, _: object) -> None:
        del self._assigned[each.id]
        self._cards.drop(each.id)
        self._cards.say(f"{self._called(each)} no longer sees {each.customer}.")

    def _called(self, each: Assigned) -> str:
        everybody = [(other.staff_name, other.apart) for other in self._assigned.values()]
        return told_apart(each.staff_name, each.apart, everybody)


def _with_role(who: str, role: Role) -> str:
    return f"{who}, {sentence(f'role.name.{role}')}"


def _ask_before_the_end(who: str, each: Assigned, end: Press) -> None:
    both = f"{_with_role(who, each.role)}, and {each.customer}"
    says = [
        f"{who} does not see this customer by it any more.",
        "Their open pages of this customer close at once. You can assign them again.",
    ]
    end_this, sure = f"End this for {both}", f"End it: {both}"
    ask_first(end_this, f"{end_this}?", says, keep="Keep it", sure=sure, on_press=end)
