from decimal import Decimal

import pytest

from components.field import Unreadable
from components.money_field import money_field
from components.money_field.parse import LARGEST, read_money, write_money
from tests.components.conftest import Draw


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("31200", "31200.00"),
        ("31,200", "31200.00"),
        ("$31,200.00", "31200.00"),
        (" 31 200 ", "31200.00"),
        ("1,234,567.8", "1234567.80"),
        ("31 200", "31200.00"),  # a no-break space, as copied from a web page
        ("\u200b$1,500\ufeff", "1500.00"),  # copied, with marks that nobody sees
        ("٥٠٬٠٠٠٫٥٠", "50000.50"),  # as on an Arabic keyboard
        (".50", "0.50"),
        ("7.", "7.00"),
        ("0", "0.00"),
        ("007", "7.00"),
        ("999,999,999.99", "999999999.99"),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed: str, amount: str) -> None:
    assert read_money(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["", "  ", "\t"])
def test_an_empty_field_is_no_amount_and_not_zero(typed: str) -> None:
    assert read_money(typed) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("31,20", "money.not_a_number"),  # 31.20 or 3120? we ask
        ("31.200,00", "money.not_a_number"),
        (",200", "money.not_a_number"),
        ("3,1200", "money.not_a_number"),
        ("1.2.3", "money.not_a_number"),
        ("about 500", "money.not_a_number"),
        ("$", "money.not_a_number"),
        (".", "money.not_a_number"),
        ("1e5", "money.not_a_number"),
        ("NaN", "money.not_a_number"),
        ("Infinity", "money.not_a_number"),
        ("12.345", "money.too_many_decimals"),
        ("12.000", "money.too_many_decimals"),
        ("--", "money.not_a_number"),
        ("-", "money.not_a_number"),
        ("$$5", "money.not_a_number"),
        ("-5", "money.negative"),
        ("$-5", "money.negative"),
        ("−5", "money.negative"),
        ("(500)", "money.negative"),
        ("1,000,000,000", "money.too_large"),
        ("9" * 5000, "money.too_large"),
    ],
)
def test_what_is_no_amount_is_asked_about_and_never_guessed(typed: str, code: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_money(typed)
    assert problem.value.code == code


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (None, ""),
        ("0", "0"),
        ("31200", "31,200"),
        ("31200.00", "31,200"),
        ("2184.5", "2,184.50"),
        ("0.07", "0.07"),
        ("-1234", "-1,234"),
    ],
)
def test_an_amount_is_shown_with_commas_and_with_cents_only_if_there_are_any(amount: str | None, shown: str) -> None:
    assert write_money(Decimal(amount) if amount else None) == shown


@pytest.mark.parametrize("typed", ["-500", "−500", "–500", "- $500.00", "$-500", "(500)", "($500)", "$(500)"])
def test_a_loss_is_read_where_there_can_be_one(typed: str) -> None:
    assert read_money(typed, may_be_negative=True) == Decimal(-500)


@pytest.mark.parametrize("typed", ["--5", "5-", "(500", "()", "-", "--"])
def test_half_a_minus_sign_is_asked_about(typed: str) -> None:
    with pytest.raises(Unreadable) as problem:
        read_money(typed, may_be_negative=True)
    assert problem.value.code == "money.not_a_number"


@pytest.mark.parametrize("cents", [0, 1, 10, 99, 100, 123_456_789, int(LARGEST * 100)])
def test_what_is_shown_can_be_read_again(cents: int) -> None:
    assert read_money(write_money(Decimal(cents) / 100)) == Decimal(cents) / 100


async def test_a_person_who_leaves_the_field_has_committed_the_amount(draw: Draw[object]) -> None:
    kept: list[Decimal | None] = []

    async def keep(value: Decimal | None) -> None:
        kept.append(value)

    page, _ = await draw(lambda: money_field("Box 1: wages", on_commit=keep))
    await page.change("$31,200.00")
    await page.change("")
    assert kept == [Decimal(31200), None]
    assert page.errors == []


async def test_nonsense_is_not_committed_and_the_field_says_what_to_type(draw: Draw[object]) -> None:
    kept: list[Decimal | None] = []

    async def keep(value: Decimal | None) -> None:
        kept.append(value)

    page, _ = await draw(lambda: money_field("Box 1: wages", on_commit=keep))
    await page.change("31,20")
    assert not kept
    assert page.errors == ["Error: Type an amount in dollars, like 1,250.00."]
    assert page.one("input").props["aria-invalid"] == "true"
