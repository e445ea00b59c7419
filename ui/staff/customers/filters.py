"""The filters of the list of customers, as an address or a form says them: what can't be used is told, not refused."""

from collections.abc import Mapping

from pydantic import BaseModel

from components.notice import notice
from components.prose import paragraph
from services.errors import Invalid
from services.staff.finding.wanted import Wanted, read
from services.words import sentence


class Filters(BaseModel):
    """What the address of the page may say. Nothing of it tells of one person."""

    talk: str = ""
    residence: str = ""
    progress: str = ""
    year: str = ""
    since: str = ""
    until: str = ""
    order: str = ""

    def chosen(self) -> dict[str, str]:
        """Those that say something."""
        return {name: value for name, value in self.model_dump(include=set(Filters.model_fields)).items() if value}


def wanted_by(told: Mapping[str, str]) -> tuple[Wanted, str]:
    """What the filters ask for, with the code of what is wrong with them: then it is all customers."""
    try:
        return read(told), ""
    except Invalid as problem:
        return Wanted(), problem.code


def what_is_wrong(problem: str) -> None:
    """Say that a filter of the address can't be used, if there is such a problem."""
    if problem:
        with notice("warn"):
            paragraph(f"The address of this page has a filter that we can’t use. {sentence(problem)}")
