"""The customer's list of those whom they trust, while some of them are changed or ended."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from uuid import UUID

from components.button import Press, button
from components.card import cards, listed_card
from components.description_list import Entry, description_list
from components.dialog.asking import ask_first
from components.disclosure import disclosure
from components.field.held import done, held
from components.layout import column, row, section
from components.notice.said import Said
from components.prose import heading, paragraph
from components.tag import tag
from db.values.trust import Right
from services.trust.keeping import Access
from services.trust.rows import State
from services.trust.wishes import documents_in, estimates_in, rights_of
from services.words import moment, sentence
from ui.moments import ago
from ui.trust.wish_fields import documents_field, estimates_field, talk_field

Change = Callable[[tuple[Right, ...]], Awaitable[str | None]]
"""Lets them do this and nothing else."""
ToChange = Callable[[UUID], Change]
ToEnd = Callable[[UUID], Press]


class AccessList:
    """A card for each who can help or was invited, and under them what is over. What was done is said above."""

    def __init__(self, found: Sequence[Access], now: datetime) -> None:
        self._found, self._now = {each.id: each for each in found}, now
        self._said, self._place = Said(), column()

    def draw(self, to_change: ToChange, to_end: ToEnd) -> None:
        """Draw it all. `to_change` and `to_end` make what is done to one; `changed` and `ended` say that it is done."""
        going_on = [each for each in self._found.values() if each.state in {State.WAITING, State.OPEN}]
        past = [each for each in self._found.values() if each not in going_on]
        self._place.clear()
        with self._place:
            if going_on:
                with cards():
                    for each in going_on:
                        self._card(each, to_change(each.id), to_end(each.id))
            else:
                paragraph(sentence("trust.none"))
            if past:
                with section(sentence("trust.past")):
                    description_list([Entry(each.address, _end_of(each)) for each in past])

    def changed(self, access: Access) -> None:
        """They may see or do something else now."""
        self._put(access, sentence("trust.changed", who=access.address))

    def ended(self, access: Access) -> None:
        """They may see or do nothing any more."""
        said = "trust.end_done" if access.trusted_id else "trust.taken_back"
        self._put(access, sentence(said, who=access.address))

    def _put(self, access: Access, words: str) -> None:
        """The list is drawn anew by who called; what had the focus may be gone, so the words get it."""
        self._found[access.id] = access
        self._said.say(words)

    def _card(self, access: Access, change: Change, end: Press) -> None:
        is_open = access.state is State.OPEN
        with listed_card():
            heading(access.address, 2)
            with paragraph():
                tag(sentence(f"trust.state.{access.state}"), "good" if is_open else "plain")
            description_list(self._facts(access))
            with disclosure(sentence("trust.change", who=access.address)), column():
                _questions(access, change)
            with row():
                if is_open:
                    _ask_before_the_end(access.address, end)
                else:
                    button(sentence("trust.take_back", who=access.address), kind="quiet", on_press=end)

    def _facts(self, access: Access) -> list[Entry]:
        rights = ". ".join(sentence(f"trust.right.{right}") for right in access.rights)
        facts = [
            Entry(sentence("trust.who"), sentence(f"trust.helper.{access.helper}")),
            Entry(sentence("trust.about"), f"{rights}."),
            Entry(sentence("trust.until"), moment(access.until)),
        ]
        if access.state is State.WAITING:
            return [*facts, Entry(sentence("trust.answer_until"), moment(access.answer_until))]
        return [*facts, Entry(sentence("trust.last_used"), self._used(access.last_used_at))]

    def _used(self, at: datetime | None) -> str:
        if at is None:
            return sentence("trust.never_used")
        return ago(at, self._now) if (self._now - at).days < 1 else moment(at)


def _questions(access: Access, change: Change) -> None:
    """What is chosen waits for the button, so that nobody is let in or shut out halfway."""
    of, wanted = access.id, access.rights
    estimates = estimates_field(estimates_in(wanted), on_commit=held, draft_key=f"{of} estimates").until_pressed()
    documents = documents_field(documents_in(wanted), on_commit=held, draft_key=f"{of} documents").until_pressed()
    talk = talk_field(Right.SEE_TALK in wanted, on_commit=held, draft_key=f"{of} talk").until_pressed()

    async def pressed() -> str | None:
        rights = rights_of(estimates.typed[0], talk=bool(talk.typed[0]), documents=documents.typed[0])
        return done(await change(rights), estimates, documents, talk)

    with row():
        button(sentence("trust.save"), kind="quiet", on_press=pressed)


def _ask_before_the_end(who: str, end: Press) -> None:
    says = [sentence("trust.end_means", who=who), sentence("trust.end_again")]
    label, question, sure = (sentence(f"trust.{name}", who=who) for name in ("end", "end_question", "end_sure"))
    ask_first(label, question, says, keep=sentence("trust.end_not"), sure=sure, on_press=end)


def _end_of(access: Access) -> str:
    why = f"trust.ended.{access.ended_by}" if access.ended_by else f"trust.state.{access.state}"
    if access.ended_by and not access.trusted_id and access.ended_by == "time":
        why = "trust.state.lapsed"
    return f"{sentence(why)}. {moment(access.ended_at or access.until)}."
