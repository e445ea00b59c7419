"""The answers of intake as they are sealed: how somebody is reached, and what may help them. None: not answered."""

from typing import Self

from pydantic import BaseModel, ConfigDict

from db.values.intake import CallKind, HearingAids, Interest, Program, SignMode


class Answers(BaseModel):
    """What both have in common: they may be partly answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def over(self, older: Self) -> Self:
        """These answers, and the older ones where nothing was answered here."""
        return older.model_copy(update=self.model_dump(exclude_none=True))


class Communication(Answers):
    """`language` is a tag (BCP 47), empty for who does not sign; `number` is E.164, empty for none.

    `language_name` is what somebody calls a sign language that is not in our list.
    """

    language: str | None = None
    language_name: str | None = None
    mode: SignMode | None = None
    call_kind: CallKind | None = None
    number: str | None = None


class Needs(Answers):
    """`history` is what somebody wrote of their hearing aids, in words of their own."""

    hearing_aids: HearingAids | None = None
    history: str | None = None
    programs: tuple[Program, ...] | None = None
    interests: tuple[Interest, ...] | None = None
