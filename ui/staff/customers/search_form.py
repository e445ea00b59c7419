"""The form that finds customers: words that stay on this page, and filters that may stand in its address."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from components.button import button, enter_presses
from components.choice_group import Choice
from components.date_field import date_field
from components.date_field.parse import read_date
from components.disclosure import disclosure
from components.field import Field
from components.field.held import held
from components.layout import row
from components.native import element
from components.select import select
from components.text_field import text_field
from db.values.people import CommunicationPreference
from services.errors import Checks, Invalid
from services.intake.who.states import STATES
from services.staff.finding.wanted import Order, Progress, Wanted, Words, check_address, check_name, read
from services.tax import YEARS
from services.words import sentence
from ui.mistakes import PressedForm, mistaken

Search = Callable[[Wanted, Words], Awaitable[str | None]]
"""Does it. It gives back what went wrong, as a sentence."""


class SearchForm:
    """Two fields for words, as far as the searcher may use them, and the filters, folded away while none is chosen.

    `none` is called when what stands in the form can't be searched for.
    """

    def __init__(
        self,
        wanted: Wanted,
        search: Search,
        *,
        none: Callable[[], None],
        by_name: bool,
        by_address: bool,
        typed: Mapping[str, str],
    ) -> None:
        self._none = none
        self._search, self._words, self._dates = search, dict[str, Field[str]](), dict[str, Field[date | None]]()
        with element("div", role="search", aria_label="Customers") as drawn:
            self._form = PressedForm(searches=True)
            if by_name:
                hint = "First or last name, or both. Whole words. Accents and capitals do not matter."
                self._words["name"] = self._form.asks("name", text_field("Name", hint=hint, on_commit=held))
            if by_address:
                label = "Email address of the customer"
                address = text_field(label, kind="email", hint="The whole address.", on_commit=held)
                self._words["address"] = self._form.asks("email", address)
            with disclosure("Filters", opened=bool(typed)):
                self._choices = self._draw_filters(wanted)
            with row():
                enter_presses(button("Search", on_press=self._pressed, busy="Searching…"), drawn.html_id)

    def _draw_filters(self, wanted: Wanted) -> dict[str, Field[str]]:
        told = wanted.told()
        talks = {each.value: sentence(f"talk.{each}.label") for each in CommunicationPreference}
        steps = {each.value: sentence(f"finding.progress.{each}") for each in Progress}
        years = [Choice(str(year), str(year)) for year in YEARS]
        chosen = {
            "talk": _select("How they talk with us", talks, told.get("talk", "")),
            "residence": _select("State where they live", STATES, told.get("residence", "")),
            "progress": _select("How far their return is", steps, told.get("progress", "")),
            "year": select("Return of the year", years, value=str(wanted.year), on_commit=held),
        }
        for name, label in (("since", "Joined on this day or later"), ("until", "Joined on this day or before")):
            day = date_field(label, value=getattr(wanted, name), on_commit=held)
            self._dates[name] = self._form.asks(name, day)
        orders = [Choice(each.value, sentence(f"finding.order.{each}")) for each in Order]
        order = select("Order", orders, value=wanted.order, on_commit=held)
        return {name: self._form.asks(name, field) for name, field in {**chosen, "order": order}.items()}

    async def _pressed(self) -> str | None:
        """Search for what stands in the form now."""
        try:
            wanted, words = self._read()
        except Invalid as problem:
            self._none()
            return self._form.pressed(mistaken(problem))
        return self._form.pressed(await self._search(wanted, words))

    def _read(self) -> tuple[Wanted, Words]:
        words = Words(**{name: field.typed[0] for name, field in self._words.items()})
        told, checks = {name: field.typed[0] for name, field in self._choices.items()}, Checks()
        for check in (check_name, check_address):
            with checks.one():
                check(words)
        for name, field in self._dates.items():
            with checks.one():
                told[name] = _day(name, field)
        with checks.one():
            wanted = read(told)
        checks.all_done()
        return wanted, words


def _day(name: str, field: Field[date | None]) -> str:
    try:
        day = read_date(field.typed)
    except ValueError:
        raise Invalid(name, "finding.day") from None
    return day.isoformat() if day else ""


def _select(label: str, options: Mapping[str, str], value: str) -> Field[str]:
    choices = [Choice("", "Any"), *(Choice(code, words) for code, words in options.items())]
    return select(label, choices, value=value, on_commit=held)
