"""Who looked at or changed a person's data, other than they themselves: when, as what, and why."""

from nicegui import ui

from components.breadcrumb import Crumb
from components.link import link
from components.pagination import pagination
from components.prose import paragraph
from components.table import Column, Row, table
from services import policy
from services.audit.looking import Look, looks_at, what
from services.words import capitalised, moment, sentence
from ui.guards import HouseDep, SignedIn
from ui.page_frame import page_frame


@ui.page("/account/who-looked")
async def who_looked_page(house: HouseDep, visit: SignedIn, page: int = 1) -> None:
    """List what others did, the newest first."""
    policy.privacy.SEE_WHO_LOOKED.require(visit.visitor)
    async with house.transaction(visit.person) as session:
        found = await looks_at(session, visit.person, page=page)
    with page_frame(sentence("who_looked.title"), visit, way=[Crumb("Your account", "/account")]):
        paragraph(sentence("who_looked.intro"))
        columns = [Column(sentence(f"who_looked.column.{name}")) for name in ("when", "who", "what", "why")]
        rows = [_row(look) for look in found.listed]
        table(sentence("who_looked.caption"), columns, rows, empty=sentence("who_looked.none"))
        if found.last_page > 1:
            pagination(sentence("who_looked.pages"), found.page, found.last_page, to=_address)
        with paragraph(sentence("who_looked.wrong")):
            link(sentence("who_looked.contact"), "/contact")


def _address(page: int) -> str:
    return f"/account/who-looked?page={page}"


def _row(look: Look) -> Row:
    who = sentence(f"who_looked.who.{look.reason if look.reason == 'trusted' else look.as_role}")
    return (
        _when(look),
        sentence("who_looked.named", name=look.name, who=who) if look.name else capitalised(who),
        capitalised(what(look.act)),
        sentence(f"who_looked.why.{look.reason or 'none'}"),
    )


def _when(look: Look) -> str:
    if look.times == 1:
        return moment(look.at)
    begun, until = moment(look.begun_at), moment(look.at)
    if begun == until:
        return sentence("who_looked.often_at_once", at=until, times=f"{look.times:,}")
    return sentence("who_looked.often", begun=begun, until=until, times=f"{look.times:,}")
