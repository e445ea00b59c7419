"""Boxes that are more often a slip than true are asked about, and not again once they are said to be right."""

from decimal import Decimal

import pytest

from services.errors import Invalid
from services.house import House
from services.returns import answering, listing
from services.returns.answers import Answers
from services.returns.consistency import second_looks
from tests.factories import a_guest, an_estimate

RIGHT = {"box_1": 31200, "box_2": 2184, "box_3": 31200, "box_4": "1934.40", "box_5": 31200, "box_6": "452.40"}


def _looks(kind: str, *forms: dict[str, object]) -> dict[str, str]:
    """The codes by box, of all forms together."""
    answers = Answers.model_validate({"forms": {kind: forms}})
    return {path.rpartition(".")[2]: code for path, code in second_looks(answers).items() if path.startswith("forms.")}


def test_a_w2_that_fits_is_not_asked_about() -> None:
    assert not _looks("w2", RIGHT)
    assert not _looks("w2", {})
    assert not _looks("w2", {"box_1": 31200, "box_2": 2184})


@pytest.mark.parametrize(
    ("wrong", "box", "code"),
    [
        ({"box_1": 2184, "box_2": 31200, "box_3": None, "box_5": None}, "box_2", "second_look.swapped"),
        ({"box_1": 3120000}, "box_1", "second_look.point"),
        ({"box_5": 3120000, "box_6": 45240}, "box_5", "second_look.point"),
        ({"box_4": 193440}, "box_4", "second_look.point"),
        ({"box_6": 45240}, "box_6", "second_look.point"),
        ({"box_4": "452.40"}, "box_4", "second_look.box_4"),
        ({"box_6": "1934.40"}, "box_6", "second_look.box_6"),
        ({"box_1": 13200}, "box_5", "second_look.pay_apart"),
        ({"box_2": 21840}, "box_2", "second_look.half_of_pay"),
        ({"box_17": 40000}, "box_17", "second_look.half_of_pay"),
        ({"box_17": 31201}, "box_17", "second_look.half_of_pay"),
        ({"box_19": 40000}, "box_19", "second_look.half_of_pay"),
        ({"box_17": 7801, "box_19": 7800}, "box_17", "second_look.half_of_pay"),
        ({"box_12_savings": 40000}, "box_12_savings", "second_look.savings"),
        ({"box_12_tips": 31201}, "box_12_tips", "second_look.tips"),
        ({"box_12_overtime": 31201}, "box_12_overtime", "second_look.overtime"),
    ],
)
def test_a_slip_on_a_w2_is_asked_about(wrong: dict[str, object], box: str, code: str) -> None:
    assert _looks("w2", RIGHT | wrong)[box] == code


@pytest.mark.parametrize(
    "true",
    [
        {"box_1": 25000},  # saved for retirement
        {"box_1": 16000, "box_12_savings": 20000, "box_17": 8000},
        {"box_2": 15600, "box_17": 7800, "box_19": 7800},
        {"box_4": "1935.10"},  # rounded in each pay slip
        {"box_3": 30000, "box_7": 1200},  # tips stand in a box of their own
        {"box_1": 400000, "box_3": 176100, "box_4": "10918.20", "box_5": 400000, "box_6": 7600},  # above both limits
        {"box_3": None, "box_4": None},  # public pay without Social Security
    ],
)
def test_what_is_true_for_some_people_is_not_asked_about(true: dict[str, object]) -> None:
    assert not _looks("w2", RIGHT | true)


@pytest.mark.parametrize(
    ("kind", "form", "found"),
    [
        ("ssa_1099", {"box_3": 12000, "box_4": 500, "box_5": 12000}, {"box_5": "second_look.net_benefits"}),
        ("ssa_1099", {"box_3": 12000, "box_4": 500, "box_5": 11500}, {}),
        ("ssa_1099", {"box_3": 500, "box_6": 501}, {"box_6": "second_look.withheld_on_form"}),
        ("ssa_1099", {"box_5": 500, "box_6": 501}, {"box_6": "second_look.withheld_on_form"}),
        ("r_1099", {"box_2a": 100, "box_4": 101}, {"box_4": "second_look.withheld_on_form"}),
        ("r_1099", {"box_1": 100, "box_2a": 50, "box_4": 100}, {}),
        ("div_1099", {"box_1a": 100, "box_1b": 101}, {"box_1b": "second_look.qualified"}),
        ("div_1099", {"box_1a": 100, "box_1b": 100}, {}),
        ("r_1099", {"box_1": 100, "box_2a": 101}, {"box_2a": "second_look.taxable_above_gross"}),
        ("r_1099", {"box_1": 100, "box_4": 101}, {"box_4": "second_look.withheld_on_form"}),
        ("g_1099", {"box_1": 100, "box_4": 101}, {"box_4": "second_look.withheld_on_form"}),
        ("nec_1099", {"box_1": 100, "box_4": 100}, {}),
        ("int_1099", {"box_1": 60, "box_3": 40, "box_4": 101}, {"box_4": "second_look.withheld_on_form"}),
        ("int_1099", {"box_1": 60, "box_3": 40, "box_8": 1, "box_4": 101}, {}),
        ("int_1099", {"box_4": 101}, {}),
        ("div_1099", {"box_1a": 60, "box_2a": 40, "box_4": 101}, {"box_4": "second_look.withheld_on_form"}),
        ("div_1099", {"box_1a": 60, "box_2a": 41, "box_4": 101}, {}),
        ("b_1099", {"short_proceeds": 100, "short_cost": 90, "box_4": 101}, {"box_4": "second_look.withheld_on_form"}),
        ("b_1099", {"short_proceeds": 100, "long_proceeds": 1, "box_4": 101}, {}),
        ("ssa_1099", {"box_3": 19200, "box_5": 1920000}, {"box_5": "second_look.point"}),
        ("ssa_1099", {"box_3": 1920000, "box_5": 19200}, {"box_3": "second_look.point"}),
        ("div_1099", {"box_1a": "310.50", "box_1b": 31050}, {"box_1b": "second_look.point"}),
        ("r_1099", {"box_1": 9000, "box_2a": 900000}, {"box_2a": "second_look.point"}),
        ("b_1099", {"long_proceeds": 510000, "long_cost": 5000}, {"long_proceeds": "second_look.point"}),
        ("b_1099", {"long_proceeds": 5100, "long_cost": 500000}, {"long_cost": "second_look.point"}),
        ("b_1099", {"long_proceeds": 5100, "long_cost": 0}, {}),
    ],
)
def test_other_forms_are_looked_at_too(kind: str, form: dict[str, object], found: dict[str, str]) -> None:
    assert _looks(kind, form) == found


def test_a_form_that_was_typed_twice_is_asked_about_once() -> None:
    assert _looks("w2", RIGHT, RIGHT) == {"box_1": "second_look.same_form"}
    assert not _looks("w2", RIGHT, RIGHT | {"box_2": 2000})
    assert not _looks("int_1099", {"box_1": 10}, {"box_1": 10})


async def test_an_odd_amount_that_is_right_is_asked_about_again_only_when_it_changes(house: House) -> None:
    guest = await a_guest(house)
    return_id = await an_estimate(house, guest)
    async with house.transaction(guest) as session:
        told = await listing.add_form(session, guest, return_id=return_id, kind="g_1099")
        form = f"forms.g_1099.{told.answers.forms.g_1099[0].id}"
        for box, amount in (("box_1", 100), ("box_4", 101)):
            path = f"{form}.{box}"
            told = await answering.save_answer(session, guest, Decimal(amount), return_id=return_id, path=path)
        assert f"{form}.box_4" in second_looks(told.answers)
        path, code = f"{form}.box_4", "second_look.withheld_on_form"
        told = await answering.confirm_amount(session, guest, return_id=return_id, path=path, code=code)
        assert f"{form}.box_4" not in second_looks(told.answers)
        told = await answering.save_answer(session, guest, Decimal(102), return_id=return_id, path=path)
        assert path in second_looks(told.answers)
        with pytest.raises(Invalid):
            await answering.confirm_amount(session, guest, return_id=return_id, path="taxpayer.wages", code=code)


def test_benefits_that_nobody_gets_in_a_year_are_asked_about_also_where_the_boxes_agree() -> None:
    assert _looks("ssa_1099", {"box_5": 1_440_000}) == {"box_5": "second_look.benefits"}
    assert _looks("ssa_1099", {"box_3": 1_440_000, "box_5": 1_440_000}) == {"box_5": "second_look.benefits"}
    assert _looks("ssa_1099", {"box_3": 14_400, "box_5": 1_440_000}) == {"box_5": "second_look.point"}
    assert not _looks("ssa_1099", {"box_3": 14_400, "box_5": 14_400})
