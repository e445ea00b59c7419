"""Who holds which role: a card for each, with buttons for an administrator."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from components.button import Press, button
from components.description_list import Entry, description_list
from components.dialog.asking import ask_first
from components.layout import row
from components.prose import heading, paragraph, strong
from components.tag import tag
from db.values.people import Role
from services.staff.roles.reviewing import Held
from services.words import day_of, moment, sentence
from ui.staff.card_list import CardList
from ui.staff.namesakes import told_apart

Confirm = Callable[[UUID, Callable[[Held], None]], Press]
End = Callable[[UUID, Callable[[object], None]], Press]


class Roles:
    """A card for each role that somebody holds. An auditor has no buttons."""

    def __init__(self, *, confirm: Confirm | None, end: End | None) -> None:
        self._confirm, self._end = confirm, end
        self._cards = CardList(empty="Nobody has a role yet.")
        self._held: dict[UUID, Held] = {}

    def draw(self, found: Sequence[Held]) -> None:
        """All that there are now."""
        self._held = {each.id: each for each in found}
        for each in found:
            self._cards.add(each.id, partial(self._one, each))

    def granted(self, made: Held) -> None:
        """One more. All roles of one person have the name of now, and who shares it is told apart."""
        self._held[made.id] = made
        for each in [each for each in self._held.values() if each.holder_id == made.holder_id]:
            self._held[each.id] = replace(each, name=made.name)
        self._cards.add(made.id, partial(self._one, made), first=True)
        for each in [each for each in self._held.values() if each.name == made.name and each.id != made.id]:
            self._redraw(each)
        self._redraw_own()
        self._cards.say(f"{self._called(made)} can work as that now. They need a second step.")

    def _one(self, each: Held) -> None:
        heading(self._called(each), 3)
        if each.is_overdue:
            with paragraph():
                tag("To be confirmed", "warn")
        description_list(
            [
                Entry("Granted", day_of(each.granted_at)),
                Entry("Last used", moment(each.last_used_at) if each.last_used_at else "Never"),
                Entry("Last confirmed", day_of(each.confirmed_at)),
            ]
        )
        if each.is_own:
            self._own(each)
        elif self._confirm and self._end:
            with row():
                kept = self._confirm(each.id, self._confirmed)
                button(f"Confirm {self._called(each)}", kind="main" if each.is_overdue else "quiet", on_press=kept)
                _ask_before_the_end(self._called(each), self._end(each.id, partial(self._ended, each)))

    def _own(self, each: Held) -> None:
        administrators = [held for held in self._held.values() if held.role is Role.ADMINISTRATOR]
        if each.role is Role.ADMINISTRATOR and len(administrators) == 1:
            paragraph("You are the only administrator. Nobody can confirm your role on this page.")
            paragraph("Make a second person an administrator. Then they confirm yours.")
            with paragraph("Or whoever runs the server confirms it there, with your address. This command does it: "):
                strong(f"python -m services.staff confirm ADDRESS {Role.ADMINISTRATOR}")
        else:
            paragraph("This is your own role. Another administrator confirms or ends it.", soft=True)

    def _redraw(self, now: Held) -> None:
        self._held[now.id] = now
        self._cards.redraw(now.id, partial(self._one, now))

    def _redraw_own(self) -> None:
        """Who confirms one's own role depends on who else is an administrator."""
        for own in [each for each in self._held.values() if each.is_own]:
            self._redraw(own)

    def _confirmed(self, now: Held) -> None:
        self._redraw(now)
        self._cards.say(f"{self._called(now)} is confirmed for 90 days.")

    def _ended(self, each: Held, _: object) -> None:
        del self._held[each.id]
        self._cards.drop(each.id)
        self._redraw_own()
        self._cards.say(f"{self._called(each)} has ended. They can do nothing with it any more.")

    def _called(self, each: Held) -> str:
        everybody = [(other.name, other.apart) for other in self._held.values()]
        return f"{told_apart(each.name, each.apart, everybody)}, {sentence(f'role.name.{each.role}')}"


def _ask_before_the_end(who: str, end: Press) -> None:
    says = [
        "Their open pages of staff close at once. What they were assigned to with this role ends too.",
        "You can grant the role again. The assignments do not come back.",
    ]
    of = f"End the role of {who}"
    ask_first(of, f"{of}?", says, keep="Keep it", sure=f"End it: {who}", on_press=end)
