"""One person who lost every way in: what we know of the account, how to check, and what each of us found."""

from typing import Annotated
from uuid import UUID

from nicegui import ui

from components.breadcrumb import Crumb
from components.description_list import Entry, description_list
from components.layout import section
from components.link import link
from components.prose import bullet_list, paragraph
from services import policy
from services.accounts.recovery import deciding, reading
from services.accounts.recovery.facts import Facts, facts_of
from services.accounts.recovery.reading import Listed
from services.words import day_of, moment, sentence
from ui.actions import action
from ui.guards import HouseDep, Visit, for_staff
from ui.page_frame import STAYS_SECONDS, page_frame
from ui.recovery.verdicts import Say, Verdicts

decide = action("recovery.decide", policy.accounts.RECOVER, proof=True)(deciding.decide)


@ui.page("/staff/recovery/{request_id}", reconnect_timeout=STAYS_SECONDS)
async def recovery_request_page(
    request_id: UUID, house: HouseDep, visit: Annotated[Visit, for_staff(policy.accounts.RECOVER)]
) -> None:
    """Show all that is to be compared; opening this page is a look that is written down."""
    async with house.transaction(visit.person) as session:
        request = await reading.request_at(session, visit.person, request_id=request_id)
    facts = await facts_of(house, visit.person, request_id=request_id)
    with page_frame(
        f"Help to get in, {request.listed.reference}",
        visit,
        way=[Crumb("Feedback", "/staff/feedback"), Crumb("Help to get in", "/staff/recovery")],
        here=request.listed.reference,
    ):
        _state(request.listed)
        link("Read the message", f"/staff/feedback/{request_id}", kind="quiet")
        with section("What we know of the account"):
            _facts(facts)
        with section("How to check"):
            _how()
        with section("What we found"):
            part = Verdicts(request, may_agree=facts is not None and not facts.is_demo)

            def saying(*, agrees: bool) -> Say:
                return decide.by(house, visit, then=lambda _: part.said(agrees), request_id=request_id, agrees=agrees)

            part.draw(saying)


def _state(listed: Listed) -> None:
    state, until = sentence(f"recovery.state.{listed.state}"), moment(listed.until) if listed.until else ""
    paragraph(sentence(f"recovery.state.what.{listed.state}", until=until))
    description_list(
        [
            Entry("State", state),
            Entry("Received", moment(listed.received_at)),
            Entry("Talks by", sentence(f"talk.{listed.talk}.by")),
        ]
    )


def _facts(facts: Facts | None) -> None:
    if facts is None:
        paragraph("No account has the address that was given. Do not tell the person so.")
        return
    if facts.is_demo:
        paragraph("This is a demo account. It belongs to nobody, so it can’t be given back.")
    none = "None"
    description_list(
        [
            Entry("Made on", day_of(facts.made_at)),
            Entry("Last used", moment(facts.last_seen_at) if facts.last_seen_at else "Not known any more"),
            Entry("Devices of the last month", ", ".join(facts.devices) or none),
            Entry("Estimates for the years", ", ".join(map(str, facts.estimates)) or none),
            Entry("Password", "Set" if facts.has_password else none),
            Entry("Passkeys", str(facts.passkeys) if facts.passkeys else none),
            Entry(
                "App with codes",
                f"Since {day_of(facts.second_step_since)}" if facts.second_step_since else none,
            ),
            Entry("Organizations", ", ".join(facts.organisations) or none),
        ]
    )


def _how() -> None:
    bullet_list(
        [
            "Read the message, or watch the video. Look whether it fits how this person talks.",
            "Compare at least three facts from above. Ask open questions. Never say what we know.",
            "Write by “Answer to the person”. It goes to the address of the message only. Never call.",
            "Are you not sure? Then say so. The person can ask again.",
            "What somebody knows is no proof alone. So two of us look, and the owner can stop it for 24 hours.",
        ]
    )
