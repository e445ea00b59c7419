"""A person takes over what a partner registered of them, by the letter to their address, or has it deleted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.values.display import Theme
from db.values.intake import HearingAids, InterpreterStatus, Program
from db.values.people import CommunicationPreference
from services import preferences, retention
from services.clock import FixedClock
from services.errors import NotAllowed, NotFound
from services.house import House
from services.intake import interpreters, keeping
from services.intake.answers import Needs
from services.intake.from_partners import registering, taking_over
from services.intake.from_partners.registering import KEPT_FOR
from services.intake.from_partners.registration import read_assessment, read_registration
from services.intake.in_words import all_of_hearing_aids, interests_of, programs_of
from services.partners import keys
from services.preferences import Preferences
from services.visitor import Guest, Partner, Person
from tests.db.asking import everything
from tests.factories import a_person, an_address
from tests.letters import token_in
from tests.services.feedback.mailroom import letters_of


async def _partner(house: House, name: str = "Example Bank") -> Partner:
    async with house.transaction(keys.DESK) as session:
        made = await keys.make_key(session, keys.DESK, partner=name)
    found = await keys.good_key(house, made.key)
    assert found
    return Partner(found.id)


async def _registered(house: House, address: str, partner: Partner | None = None) -> str:
    """The token in the letter to somebody whom a partner registered, with what they need."""
    partner = partner or await _partner(house)
    sent = {"full_name": "Rosa Diaz", "email": address, "communication_preference": "VRI"}
    registration = read_registration({**sent, "interpreter_contracting_status": "Approved"})
    async with house.transaction(partner) as session:
        client = await registering.register(session, partner, registration)
        needs = {"hearing_aid_claims_history": "two aids", "benefit_program_eligibility": ["SSI"]}
        assessment = read_assessment({**needs, "client_id": str(client.client_id)})
        await registering.assess(session, partner, assessment)
    letters = [letter for letter in await letters_of(house) if letter["To"] == address]
    return token_in(letters[-1])


async def _mine(house: House, maria: Person) -> tuple[Preferences, list[InterpreterStatus], Needs]:
    async with house.transaction(maria) as session:
        return (
            await preferences.of_account(session, maria.person_id),
            [step.status for step in await interpreters.own_steps(session, maria)],
            await keeping.own(session, maria, Needs),
        )


async def test_taking_it_over_keeps_it_in_the_account_and_deletes_the_registration(house: House) -> None:
    address = an_address()
    maria, token = await a_person(house, address=address), await _registered(house, address)
    offer = await taking_over.look(house, maria, token=token)
    assert (offer.partner, offer.registration.full_name, offer.is_theirs) == ("Example Bank", "Rosa Diaz", True)
    await taking_over.accept(house, maria, token=token)
    chosen, steps, needs = await _mine(house, maria)
    assert chosen.talk is CommunicationPreference.VRI
    assert steps == [InterpreterStatus.PENDING], "what a partner approved, our coordinator has not"
    assert (needs.history, needs.programs) == ("two aids", (Program.SSI,))
    with pytest.raises(NotFound):
        await taking_over.look(house, maria, token=token)


async def test_what_the_person_answered_themselves_stays(house: House) -> None:
    address = an_address()
    maria, token = await a_person(house, address=address), await _registered(house, address)
    async with house.transaction(maria) as session:
        chosen = preferences.chosen(Preferences(), {"talk": CommunicationPreference.TEXT_ONLY})
        await preferences.keep(session, maria.person_id, chosen)
        await interpreters.wish(session, maria, InterpreterStatus.NOT_REQUIRED)
        await keeping.save(session, maria, Needs(programs=(Program.SSDI,)))
    await taking_over.accept(house, maria, token=token)
    chosen, steps, needs = await _mine(house, maria)
    assert chosen.talk is CommunicationPreference.TEXT_ONLY
    assert steps == [InterpreterStatus.NOT_REQUIRED]
    assert (needs.history, needs.programs) == ("two aids", (Program.SSDI,))


async def test_what_nobody_chose_or_filled_in_gives_way_to_what_the_partner_told(house: House) -> None:
    address = an_address()
    maria, token = await a_person(house, address=address), await _registered(house, address)
    async with house.transaction(maria) as session:
        await preferences.keep(session, maria.person_id, Preferences(theme=Theme.DARK))
        await keeping.save(session, maria, Needs(hearing_aids=HearingAids.NONE, history=""))
    await taking_over.accept(house, maria, token=token)
    chosen, _, needs = await _mine(house, maria)
    assert (chosen.talk, chosen.theme) == (CommunicationPreference.VRI, Theme.DARK)
    assert (needs.hearing_aids, needs.history) == (HearingAids.NONE, "two aids")


async def test_what_a_partner_left_out_is_not_told_rather_than_none(house: House) -> None:
    address = an_address()
    maria, token = await a_person(house, address=address), await _registered(house, address)
    await taking_over.accept(house, maria, token=token)
    needs = (await _mine(house, maria))[2]
    assert (programs_of(needs), interests_of(needs)) == ("SSI", "")
    assert all_of_hearing_aids(needs) == "two aids"


async def test_the_letter_alone_does_not_give_it_to_another_account_or_to_nobody(house: House) -> None:
    address = an_address()
    james, token = await a_person(house), await _registered(house, address)
    for visitor in (james, Guest()):
        assert not (await taking_over.look(house, visitor, token=token)).is_theirs
    with pytest.raises(NotAllowed):
        await taking_over.accept(house, james, token=token)
    assert (await _mine(house, james))[1] == []


async def test_whoever_holds_the_letter_can_have_it_deleted(house: House) -> None:
    token = await _registered(house, an_address())
    await taking_over.decline(house, token=token)
    with pytest.raises(NotFound):
        await taking_over.decline(house, token=token)


async def test_after_its_time_the_link_is_over_and_the_row_is_deleted(house: House) -> None:
    address, partner = an_address(), await _partner(house, "Bank of Time")
    token = await _registered(house, address, partner)
    later = replace(house, clock=FixedClock(house.clock.now() + KEPT_FOR + timedelta(seconds=1)))
    with pytest.raises(NotFound):
        await taking_over.look(later, Guest(), token=token)
    await retention.delete_what_is_over(later)
    assert await everything(house, partner, "partner_client") == []


async def test_a_partner_sees_its_own_clients_sealed_and_those_of_nobody_else(house: House) -> None:
    ours, theirs = await _partner(house, "Bank of Ours"), await _partner(house, "Bank of Theirs")
    await _registered(house, an_address(), ours)
    [row] = await everything(house, ours, "partner_client")
    sealed = b"".join(value for value in row.values() if isinstance(value, bytes))
    assert not [secret for secret in (b"Rosa", b"@people.example", b"two aids", b"SSI") if secret in sealed]
    assert await everything(house, theirs, "partner_client") == []
    for table in ("account", "preference", "communication_profile", "needs_assessment", "interpreter_step"):
        assert await everything(house, ours, table) == []


async def test_a_person_finds_a_registration_of_their_address_in_their_data_and_no_other(house: House) -> None:
    address = an_address()
    maria, james = await a_person(house, address=address), await a_person(house)
    await _registered(house, address)
    assert len(await everything(house, maria, "partner_client")) == 1
    assert await everything(house, james, "partner_client") == []
