"""Made-up people for a first look. They exist in demo mode only, and every screen then says so."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from db.values.people import Role
from db.values.returns import FilingStatus
from services import tax
from services.accounts import enrolment, passwords, sessions
from services.accounts.second_steps import authenticator
from services.finder import Category, Purpose
from services.house import House
from services.intake.who import profile
from services.intake.who.profile import Profile
from services.returns import answering, listing, opening
from services.reviews import asking
from services.staff.roles import granting
from services.visitor import Guest, Person

_STATE = "TX"
PASSWORD = "look around as a demo"  # noqa: S105  # nosec B105  # known to all: no demo mode in production


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """A made-up account; `.example` addresses can't belong to anybody (RFC 2606)."""

    address: str
    name: str
    role: Role
    about: str


ACCOUNTS = (
    DemoAccount("rosa@demo.example", "Rosa", Role.CUSTOMER, "customer who asks for a review of 2025"),
    DemoAccount("james@demo.example", "James", Role.CUSTOMER, "customer who has not begun"),
    DemoAccount("dana@demo.example", "Dana", Role.PREPARER, "tax preparer"),
    DemoAccount("lee@demo.example", "Lee", Role.ADMINISTRATOR, "administrator"),
    DemoAccount("ines@demo.example", "Ines", Role.INTERPRETER, "interpreter"),
    DemoAccount("sam@demo.example", "Sam", Role.SUPPORT_AGENT, "support agent"),
    DemoAccount("ivan@demo.example", "Ivan", Role.INSURANCE_AGENT, "insurance agent"),
    DemoAccount("edith@demo.example", "Edith", Role.CONTENT_EDITOR, "content editor"),
    DemoAccount("cora@demo.example", "Cora", Role.COORDINATOR, "coordinator"),
    DemoAccount("ada@demo.example", "Ada", Role.AUDITOR, "auditor (reads, changes nothing)"),
)

_ROSAS_ANSWERS: tuple[tuple[str, object], ...] = (
    ("filing_status", FilingStatus.SINGLE),
    ("taxpayer.date_of_birth", date(1988, 4, 12)),
    ("taxpayer.wages", Decimal("31200.00")),
    ("payments.federal_income_tax_withheld", Decimal("2184.00")),
)
_ROSAS_COSTS: tuple[dict[str, object], ...] = (
    {
        "category": Category.HEARING_AIDS,
        "purpose": Purpose.CARE,
        "spent_on": date(2025, 5, 14),
        "amount": Decimal("3100.00"),
    },
    {
        "category": Category.INTERPRETER,
        "purpose": Purpose.WORK,
        "spent_on": date(2025, 9, 3),
        "amount": Decimal("900.00"),
        "used_privately": False,
    },
)


async def codes(house: House) -> list[tuple[str, str]]:
    """The addresses of demo staff, each with the code that signs them in now."""
    async with house.transaction(enrolment.DOOR) as session:
        staff = [each.address for each in ACCOUNTS if each.role is not Role.CUSTOMER]
        found = [(address, await enrolment.account_at(session, address)) for address in staff]
        return [(address, await authenticator.next_code(session, account.id)) for address, account in found if account]


async def load(house: House) -> None:
    """Make the demo accounts, unless they are there already."""
    async with house.transaction(enrolment.DOOR) as session:
        there = [await enrolment.account_at(session, account.address) for account in ACCOUNTS]
    if any(there):
        return
    password_hash = await passwords.hashed(PASSWORD)
    people = [await _made(house, account, password_hash) for account in ACCOUNTS]
    await _begin_rosas_estimate(house, people[0])
    async with house.transaction(people[0]) as session:
        await asking.ask(session, people[0], return_id=await opening.begin(session, people[0], tax_year=tax.YEARS[0]))
    async with house.transaction(enrolment.DOOR) as session:
        for person in people:  # nobody sits at the device on which they were made
            await sessions.end(session, person.session_id)


async def _made(house: House, account: DemoAccount, password_hash: str) -> Person:
    async with house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(
            session, Guest(), address=account.address, password_hash=password_hash, demo=True
        )
    if account.role is Role.CUSTOMER:
        async with house.transaction(opened.visitor) as session:
            await profile.save(session, opened.visitor, Profile(account.name, _STATE))
    else:
        async with house.transaction(granting.DESK) as session:
            await granting.grant(session, granting.DESK, address=account.address, role=account.role, name=account.name)
        await _give_second_step(house, opened.visitor)
    return opened.visitor


async def _give_second_step(house: House, person: Person) -> None:
    """Who works for us needs one. Nobody has the phone: /development/codes shows what it would."""
    async with house.transaction(enrolment.DOOR) as session:
        await authenticator.begin(session, person.person_id, name="demo")
        code = await authenticator.next_code(session, person.person_id)
        await authenticator.confirm(session, person.person_id, code=code)


async def _begin_rosas_estimate(house: House, rosa: Person) -> None:
    async with house.transaction(rosa) as session:
        return_id = await opening.begin(session, rosa, tax_year=tax.YEARS[0])
        for path, value in _ROSAS_ANSWERS:
            await answering.save_answer(session, rosa, value, return_id=return_id, path=path)
        for told in _ROSAS_COSTS:
            estimate = await listing.add_cost(session, rosa, return_id=return_id)
            cost = f"costs.{estimate.answers.costs[-1].id}"
            for name, value in told.items():
                await answering.save_answer(session, rosa, value, return_id=return_id, path=f"{cost}.{name}")
