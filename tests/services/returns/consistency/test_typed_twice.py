"""A total that was typed and that forms tell too is asked about, until its owner says which of the two counts."""

from decimal import Decimal

import pytest

from services.house import House
from services.returns import answering, listing
from services.returns.answers import Answers
from services.returns.consistency import second_looks
from services.returns.consistency.typed_twice import typed_twice
from services.returns.forms import with_forms
from tests.factories import a_guest, an_estimate

STATE_TAX = "itemized.state_local_income_tax"


def _asked(**told: object) -> dict[str, tuple[Decimal, Decimal]]:
    return {each.total: (each.told, each.typed) for each in typed_twice(Answers.model_validate(told))}


@pytest.mark.parametrize(
    ("box", "part", "name"),
    [
        ("box_12_savings", "credits", "retirement_contributions_taxpayer"),
        ("box_12_tips", "special_deductions", "qualified_tips"),
        ("box_12_overtime", "special_deductions", "qualified_overtime"),
        ("box_17", "itemized", "state_local_income_tax"),
        ("box_19", "itemized", "state_local_income_tax"),
    ],
)
def test_what_a_w2_tells_for_another_section_is_asked_about(box: str, part: str, name: str) -> None:
    assert _asked(forms={"w2": [{box: 900}]}, **{part: {name: 1000}}) == {
        f"{part}.{name}": (Decimal(900), Decimal(1000))
    }
    assert not _asked(forms={"w2": [{box: 900}]})
    assert not _asked(forms={"w2": [{box: 0}]}, **{part: {name: 1000}})


def test_all_boxes_together_are_asked_about_once_beside_the_first_and_beside_the_total() -> None:
    told = {
        "forms": {"w2": [{"box_17": 900, "box_19": 100}, {"box_17": 50}]},
        "itemized": {"state_local_income_tax": 1},
    }
    answers = Answers.model_validate(told)
    first = f"forms.w2.{answers.forms.w2[0].id}.box_17"
    assert second_looks(answers) == {first: "second_look.typed_twice", STATE_TAX: "second_look.told_twice"}
    assert _asked(**told) == {STATE_TAX: (Decimal(1050), Decimal(1))}


def test_a_total_of_another_form_is_asked_about_only_when_it_is_the_same_to_the_cent() -> None:
    forms = {"ssa_1099": [{"box_5": 9000, "box_6": 900}]}
    assert not _asked(forms=forms, payments={"federal_income_tax_withheld": 2184})
    assert _asked(forms=forms, payments={"federal_income_tax_withheld": 900})


@pytest.mark.parametrize(("is_same", "counts"), [(True, 900), (False, 1900)])
async def test_both_answers_are_kept_and_asked_again_only_for_another_amount(
    house: House, *, is_same: bool, counts: int
) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        told = await listing.add_form(session, guest, return_id=return_id, kind="w2")
        box = f"forms.w2.{told.answers.forms.w2[0].id}.box_17"
        for path, amount in ((box, 900), (STATE_TAX, 1000)):
            told = await answering.save_answer(session, guest, Decimal(amount), return_id=return_id, path=path)
        assert box in second_looks(told.answers)
        for _ in range(2):  # the second time, in another window, changes nothing
            told = await answering.settle_twice(session, guest, return_id=return_id, total=STATE_TAX, is_same=is_same)
            assert not second_looks(told.answers)
            assert with_forms(told.answers).itemized.state_local_income_tax == counts
        told = await answering.save_answer(session, guest, Decimal(7), return_id=return_id, path=STATE_TAX)
        assert box in second_looks(told.answers)


async def test_a_profit_that_becomes_box_1_of_a_form_is_asked_about_until_another_amount_is_there(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        profit = "taxpayer.self_employment_net_profit"
        await answering.save_answer(session, guest, Decimal(3000), return_id=return_id, path=profit)
        told = await listing.add_form(session, guest, return_id=return_id, kind="nec_1099")
        box = f"forms.nec_1099.{told.answers.forms.nec_1099[0].id}.box_1"
        assert second_looks(told.answers)[box] == "second_look.net_profit"
        code = "second_look.net_profit"
        told = await answering.confirm_amount(session, guest, return_id=return_id, path=box, code=code)
        assert not second_looks(told.answers)
        told = await answering.save_answer(session, guest, Decimal(4500), return_id=return_id, path=box)
        assert not second_looks(told.answers)
