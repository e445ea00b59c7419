"""The audit trail, for an auditor: every record, the newest first, by act, by who did it, by whose data it was."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated
from urllib.parse import urlencode

from nicegui import ui

from components.button import button
from components.form import form
from components.layout import row
from components.link import link
from components.notice import notice
from components.pagination import pagination
from components.prose import paragraph
from components.table import Column, Row, table
from components.text_field import text_field
from db.tables.audit import AuditCheck, AuditRecord
from services import policy
from services.attempts import Attempt
from services.audit.reading import Wanted, problems_in, trail
from services.words import moment, sentence
from ui.guards import HouseDep, Visit, for_staff
from ui.mistakes import Mistakes
from ui.page_frame import page_frame

Reader = Annotated[Visit, for_staff(policy.privacy.READ_AUDIT)]
PATH = "/staff/audit"
_COLUMNS = ("when", "who", "act", "row", "about")


@ui.page(PATH)
async def audit_page(
    house: HouseDep, visit: Reader, *, act: str = "", who: str = "", about: str = "", page: int = 1
) -> None:
    """Show one page; that it was shown is the newest record."""
    wanted = Wanted(act, who, about)
    async with house.transaction(visit.person) as session:
        found = await trail(session, visit.person, wanted, page=page)
    with page_frame(sentence("audit.page.title"), visit):
        paragraph(sentence("audit.page.intro"))
        _last_check(found.last_check)
        _filters(wanted)
        columns = [Column(sentence(f"audit.page.column.{name}")) for name in _COLUMNS]
        rows = [_row(record) for record in found.records]
        caption = sentence("audit.page.caption", count=found.count)
        table(caption, columns, rows, empty=sentence("audit.page.none"))
        if found.last_page > 1:
            pagination(sentence("audit.page.pages"), found.page, found.last_page, to=_address(wanted))


def _last_check(check: AuditCheck | None) -> None:
    if check is None:
        paragraph(sentence("audit.page.never_checked"))
        return
    is_whole = not check.wrong and not check.unsealed
    with notice("good" if is_whole else "warn"):
        code = "whole" if is_whole else "not_whole"
        paragraph(sentence(f"audit.page.{code}", moment=moment(check.at), seals=check.seals))


def _filters(wanted: Wanted) -> None:
    mistakes = Mistakes(Attempt({problem.field: problem.code for problem in problems_in(wanted)}))
    with form(PATH, label=sentence("audit.page.filters"), asks_only=True):
        fields = {
            name: text_field(
                sentence(f"audit.page.filter.{name}.label"),
                name=name,
                value=value,
                hint=sentence(f"audit.page.filter.{name}.hint"),
                error=mistakes.of(name),
            )
            for name, value in asdict(wanted).items()
        }
        mistakes.sum_up(**fields)
        with row():
            button(sentence("audit.page.show"), submit=True)
            link(sentence("audit.page.show_all"), PATH, kind="quiet")


def _row(record: AuditRecord) -> Row:
    return (
        moment(record.at),
        " ".join(filter(None, (record.actor_kind, record.actor_id, record.as_role))),
        " ".join(filter(None, (record.act, record.reason))),
        " ".join(filter(None, (record.subject_table, str(record.subject_id or "")))),
        str(record.about_account_id or ""),
    )


def _address(wanted: Wanted) -> Callable[[int], str]:
    return lambda page: f"{PATH}?{urlencode({**asdict(wanted), 'page': page})}"
