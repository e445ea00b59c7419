"""Two people hold one return: each is "you" where they read it, and nothing of one lands on the other."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings

from db.values.people import Role
from services import tax
from services.house import House
from services.interview.last_change import last_change
from services.privacy import estimates
from services.returns import listing, opening
from services.returns.answering import save_answer
from services.returns.answers import Answers
from services.returns.answers.costs import Cost
from services.returns.answers.forms import W2
from services.returns.answers.turning import turned, turned_change
from services.returns.estimate import Estimate
from services.returns.filed import marking
from services.returns.forms import with_forms
from services.returns.joint import answering as joint_answering
from services.returns.joint import inviting, leaving
from services.returns.next_year import beginning
from services.returns.reckoning import as_return
from services.staff import customers
from services.trust import answering as trust_answering
from services.visitor import Person
from tests.factories import a_cost, a_person, an_address, an_assignment
from tests.letters import token_in
from tests.services.feedback.mailroom import letters_of
from tests.services.returns.couples import Couple, a_couple, joined, saved
from tests.services.returns.forms import returns_with_forms
from tests.services.trust.trusting import invited, real_person, wish_for

ROSAS, SAMS = date(1985, 3, 2), date(1959, 7, 1)


@pytest.fixture
async def couple(house: House) -> Couple:
    """Rosa has told of herself and of Sam, and then Sam came in."""
    couple = await a_couple(house)
    await saved(house, couple.rosa, couple.return_id, "taxpayer.date_of_birth", ROSAS)
    await saved(house, couple.rosa, couple.return_id, "spouse.date_of_birth", SAMS)
    await saved(house, couple.rosa, couple.return_id, "taxpayer.wages", "40000")
    await joined(house, couple)
    return couple


async def seen_by(house: House, person: Person, return_id: UUID | None = None) -> Estimate:
    """The return as this person reads it."""
    async with house.transaction(person) as session:
        return await opening.estimate_for(session, person, tax_year=2025, return_id=return_id)


async def with_a_w2(house: House, person: Person, return_id: UUID, wages: str) -> None:
    """Their own W-2, without a word about whose it is."""
    async with house.transaction(person) as session:
        estimate = await listing.add_form(session, person, return_id=return_id, kind="w2")
    await saved(house, person, return_id, f"forms.w2.{estimate.answers.forms.w2[-1].id}.box_1", wages)


@given(answers=returns_with_forms())
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
def test_turned_answers_say_the_same_and_turned_twice_they_are_as_before(answers: Answers) -> None:
    answers.costs = [Cost(whose="spouse", paid_by="spouse"), Cost(whose="dependent", paid_by="insurance")]
    answers.household.taxpayer_business.receipts_year_before = Decimal(5)
    answers.spouse.date_of_birth, answers.taxpayer.date_of_birth = SAMS, ROSAS
    other = turned(answers)
    assert turned(other) == answers
    assert (other.taxpayer, other.household.spouse_business) == (answers.spouse, answers.household.taxpayer_business)
    assert [(str(each.whose), str(each.paid_by)) for each in other.costs] == [
        ("taxpayer", "taxpayer"),
        ("dependent", "insurance"),
    ]
    if answers.is_joint:
        one, two = (tax.compute(tax.parse_return(as_return(with_forms(each), 2025))) for each in (answers, other))
        assert one.unsupported == two.unsupported
        assert one.unsupported or one.outcome == two.outcome


def test_a_change_is_turned_with_its_values_but_not_what_somebody_wrote() -> None:
    form = W2(payer='The "whose":"spouse" shop').model_dump_json(exclude_none=True)
    for change, other in (
        (("spouse.wages", "", "5"), ("taxpayer.wages", "", "5")),
        (("costs.1.paid_by", "taxpayer", "hsa"), ("costs.1.paid_by", "spouse", "hsa")),
        (("forms.w2.1.payer", "", "taxpayer"), ("forms.w2.1.payer", "", "taxpayer")),
        (("forms.w2", "", form), ("forms.w2", "", form.replace('"whose":"taxpayer"', '"whose":"spouse"'))),
    ):
        names = ("path", "before", "after")
        assert turned_change(dict(zip(names, change, strict=True))) == dict(zip(names, other, strict=True))


async def test_each_is_asked_as_themselves_and_a_form_is_of_who_adds_it(house: House, couple: Couple) -> None:
    await with_a_w2(house, couple.sam, couple.return_id, "20000")
    await a_cost(house, couple.sam, couple.return_id, category="interpreter", purpose="work", amount="900")
    rosas, sams = await seen_by(house, couple.rosa), await seen_by(house, couple.sam)
    for seen, own, others, whose in ((rosas, ROSAS, SAMS, "spouse"), (sams, SAMS, ROSAS, "taxpayer")):
        assert (seen.answers.taxpayer.date_of_birth, seen.answers.spouse.date_of_birth) == (own, others)
        assert (str(seen.answers.forms.w2[-1].whose), str(seen.answers.costs[0].whose)) == (whose, whose)
    counted = with_forms(sams.answers)
    assert (counted.taxpayer.wages, counted.spouse.wages) == (Decimal(20_000), Decimal(40_000))
    assert rosas.result
    assert sams.result
    assert [line.amount for line in rosas.result.lines] == [line.amount for line in sams.result.lines]
    assert {*rosas.uncertain} ^ {*sams.uncertain} <= {
        "uncertain.blind",
        "uncertain.spouse_blind",
        "uncertain.can_be_claimed",
        "uncertain.spouse_can_be_claimed",
    }
    assert (rosas.you, sams.you) == (couple.rosas, couple.sams)


async def test_what_the_spouse_changed_is_told_to_both_in_their_words(house: House, couple: Couple) -> None:
    await saved(house, couple.sam, couple.return_id, "taxpayer.wages", "20000")
    rosas = await seen_by(house, couple.rosa)
    assert (rosas.answers.spouse.wages, rosas.by_others[0].path) == (Decimal(20_000), "spouse.wages")
    for reader in (couple.rosa, couple.sam):
        async with house.transaction(reader) as session:
            change = await last_change(session, await opening.estimate_for(session, reader, tax_year=2025))
        assert change
        assert change.up < 0
    async with house.transaction(couple.sam) as session:
        [told] = await estimates.told(session, couple.sam)
    assert {"question": "Box 1: your wages", "answer": "$20,000"} in told["answers_in_words"]
    assert (told["history"][-1]["question"], told["history"][-1]["who"]) == ("Box 1: your wages", "You")


@pytest.mark.parametrize("who_leaves", ["rosa", "sam"])
async def test_apart_each_goes_on_with_their_own_answers(house: House, couple: Couple, who_leaves: str) -> None:
    await saved(house, couple.sam, couple.return_id, "taxpayer.wages", "20000")
    await with_filed(house, couple)
    leaver = couple.rosa if who_leaves == "rosa" else couple.sam
    async with house.transaction(leaver) as session:
        await leaving.leave(session, leaver, return_id=couple.return_id)
    for person, born, wages in ((couple.rosa, ROSAS, Decimal(40_000)), (couple.sam, SAMS, Decimal(20_000))):
        alone = await seen_by(house, person)
        assert (alone.answers.taxpayer.date_of_birth, alone.answers.taxpayer.wages, alone.you) == (born, wages, "")
        await saved(house, person, alone.return_id, "filing_status", "single")
        result = (await seen_by(house, person)).result
        assert result
        assert result.line("1040.11a").amount == wages * 100
        async with house.transaction(person) as session:
            [filed] = (await marking.history(session, person, tax_year=2025)).filed
        assert filed.answers["taxpayer"]["date_of_birth"] == born.isoformat()


async def with_filed(house: House, couple: Couple) -> None:
    """Sam marks the return as filed."""
    day = date(2026, 2, 1)
    async with house.transaction(couple.sam) as session:
        await marking.mark(session, couple.sam, return_id=couple.return_id, filed_on=day, reason="")


async def test_who_stays_as_the_spouse_and_invites_again_has_a_taxpayer_beside_them(
    house: House, couple: Couple
) -> None:
    async with house.transaction(couple.rosa) as session:
        await leaving.leave(session, couple.rosa, return_id=couple.return_id)
    address = an_address()
    third = await real_person(house, address)
    async with house.transaction(couple.sam) as session:
        await inviting.invite(session, couple.sam, return_id=couple.return_id, email=address, signed="Sam")
    letter = next(each for each in await letters_of(house) if each["To"] == address)
    await joint_answering.accept(house, third, token=token_in(letter))
    seen = await seen_by(house, third)
    assert (seen.answers.taxpayer.date_of_birth, seen.answers.spouse.date_of_birth) == (ROSAS, SAMS)


async def test_the_next_year_of_the_spouse_begins_with_them(house: House, couple: Couple) -> None:
    async with house.transaction(couple.sam) as session:
        begun = await beginning.start(session, couple.sam, tax_year=2026, chosen=["you"])
        estimate = await opening.estimate_for(session, couple.sam, tax_year=2026, return_id=begun)
    assert (estimate.answers.taxpayer.date_of_birth, estimate.as_spouse) == (SAMS, False)


async def test_a_preparer_reads_it_in_the_words_of_their_customer(house: House, couple: Couple) -> None:
    for member, born in ((couple.rosa, ROSAS), (couple.sam, SAMS)):
        dana = await a_person(house, role=Role.PREPARER)
        await an_assignment(house, dana, member, role=Role.PREPARER)
        async with house.transaction(dana) as session:
            seen = await customers.estimate_at(session, dana, customer_id=member.person_id, return_id=couple.return_id)
        assert seen.answers.taxpayer.date_of_birth == born


async def test_whom_both_trust_reads_and_changes_it_as_the_taxpayer_says_it(house: House, couple: Couple) -> None:
    address = an_address()
    helper = await real_person(house, address)
    for member in (couple.sam, couple.rosa):
        token = await invited(house, member, wish_for(address, estimates="change"))
        await trust_answering.accept(house, helper, token=token)
    seen = await seen_by(house, helper, couple.return_id)
    assert (seen.answers.taxpayer.date_of_birth, seen.as_spouse, seen.you) == (ROSAS, False, "Rosa Diaz")
    async with house.transaction(helper) as session:
        await save_answer(session, helper, "7000", return_id=couple.return_id, path="spouse.wages")
    assert (await seen_by(house, couple.sam)).answers.taxpayer.wages == 7_000
