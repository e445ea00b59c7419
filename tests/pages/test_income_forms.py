"""Forms typed box by box on the estimate page: added, filled in, added up, removed, put back."""

import pytest

from tests.app import App, Somebody, text_of
from tests.pages.acting import elements, field, heard, is_said, is_shown, press, type_into, unfold
from tests.pages.rosa import rosa
from tests.people import guest

BOX_1 = "Box 1: wages, tips, other pay"
BOX_2 = "Box 2: federal income tax withheld"
WAGES = "Box 1: your wages"


async def _with_a_w2(app: App) -> Somebody:
    somebody = await rosa(app)
    await press(somebody, "Add a form W-2")
    return somebody


async def test_the_first_w2_takes_over_what_was_typed_and_the_refund_stays(app: App) -> None:
    somebody = await rosa(app)
    assert is_shown(somebody, WAGES)
    await press(somebody, "Add a form W-2")
    assert field(somebody, BOX_1).props["defaultValue"] == "31,200"
    assert "You get back $565" in somebody.says()
    assert not is_shown(somebody, WAGES)
    assert "Another window or device has changed answers" not in somebody.says()
    moved = "We moved the total that you typed to W-2 number 1. Box 1: wages, tips, other pay: $31,200; Box 2: "
    assert moved in somebody.says()
    assert heard(somebody).startswith(f"W-2 number 1 is added. Fill in its boxes. {moved}")


async def test_a_form_that_took_nothing_over_or_comes_back_does_not_say_that_a_total_moved(app: App) -> None:
    somebody = await _with_a_w2(app)
    await press(somebody, "Remove W-2 number 1")
    await press(somebody, "Put W-2 number 1 back")
    assert "We moved the total" not in somebody.says()
    other = await guest(app)
    await other.open("/tax/2025/estimate")
    await press(other, "Add a form W-2")
    assert heard(other) == "W-2 number 1 is added. Fill in its boxes."


async def test_a_w2_is_called_by_the_name_that_its_owner_gives(app: App) -> None:
    somebody = await _with_a_w2(app)
    await type_into(somebody, "Who sent you this form?", "Wegmans")
    assert is_said(somebody, "W-2 from Wegmans")
    assert not is_said(somebody, "W-2 number 1")


async def test_the_page_says_what_two_forms_come_to_together(app: App) -> None:
    somebody = await _with_a_w2(app)
    assert not is_said(somebody, "Your 2 forms together")
    await press(somebody, "Add a form W-2")
    assert is_said(somebody, "Your 2 forms together")
    assert is_said(somebody, "$31,200")


async def test_what_was_removed_comes_back_and_the_total_is_asked_only_meanwhile(app: App) -> None:
    somebody = await _with_a_w2(app)
    await press(somebody, "Remove W-2 number 1")
    assert is_shown(somebody, WAGES)
    assert "You get back" not in somebody.says()
    await press(somebody, "Put W-2 number 1 back")
    assert not is_shown(somebody, WAGES)
    assert "You get back $565" in somebody.says()


async def test_a_form_has_the_same_number_on_its_card_and_in_the_lines_after_another_was_removed(app: App) -> None:
    somebody = await _with_a_w2(app)
    await press(somebody, "Add a form W-2")
    await press(somebody, "Remove W-2 number 1")
    await type_into(somebody, BOX_1, "31,200")
    assert is_said(somebody, "W-2 number 1")
    assert is_said(somebody, "Remove W-2 number 1")
    await unfold(somebody, "Pay from jobs")
    assert is_said(somebody, "W-2 number 1 – Box 1: wages, tips, other pay")
    await press(somebody, "Put W-2 number 1 back")
    assert is_said(somebody, "Remove W-2 number 2")


async def test_what_could_still_change_leads_to_the_box_where_forms_are_typed(app: App) -> None:
    somebody = await rosa(app)
    asks = "How much federal tax was withheld? If it was none, type 0."
    assert asks not in somebody.says()
    await type_into(somebody, BOX_2, "")
    await press(somebody, "Add a form W-2")
    links = [each for each in elements(somebody) if each.tag == "a"]
    [leads] = [each for each in links if asks in [text_of(inside) for inside in each.descendants()]]
    box = next(each for each in elements(somebody) if each.html_id == leads.props["href"].removeprefix("#"))
    assert box.props["data-asks-for"] == "2"


async def test_the_lines_lead_down_to_the_box_of_the_form(app: App) -> None:
    somebody = await _with_a_w2(app)
    await type_into(somebody, "Who sent you this form?", "Wegmans")
    await unfold(somebody, "Pay from jobs")
    assert is_said(somebody, "W-2 from Wegmans – Box 1: wages, tips, other pay")


async def test_whose_form_it_is_is_asked_only_of_two_who_file_together(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    await press(somebody, "Add a form W-2")
    assert "Whose form is it?" not in somebody.says()
    await type_into(somebody, "Filing status", "married_joint")
    assert is_shown(somebody, "Whose form is it?")
    await type_into(somebody, "Filing status", "single")
    assert not is_shown(somebody, "Whose form is it?")


async def test_box_12_has_the_codes_of_the_form_of_the_year(app: App) -> None:
    somebody = await guest(app, tax_year=2026)
    await somebody.open("/tax/2026/estimate")
    await press(somebody, "Add a form W-2")
    assert is_shown(somebody, "Box 12, code TP: tips")
    before = await _with_a_w2(app)
    assert "Box 12, code TP: tips" not in before.says()


async def test_the_picture_of_a_form_says_for_each_field_where_its_box_is(app: App) -> None:
    somebody = await rosa(app)
    assert is_said(somebody, "Box 1, “Wages, tips, other compensation”, is at the top, near the center.")
    await press(somebody, "Add a form W-2")
    fields = {each.props["data-asks-for"] for each in elements(somebody) if "data-asks-for" in each.props}
    assert {"", "1", "12a 12b 12c 12d", "17"} <= fields
    [picture] = [each for each in elements(somebody) if "data-follows" in each.props]
    assert picture.props["data-follows"] == ""
    assert is_said(somebody, "We ask for the boxes with a frame of dots. The box where you are has a full frame.")


@pytest.mark.parametrize(
    ("section", "form", "box", "typed", "answer"),
    [
        ("I have a business of my own", "1099-NEC", "Box 1: pay for your work", "5,000", "You owe $586"),
        ("I got Social Security or SSDI", "SSA-1099", "Box 6: federal income tax withheld", "100", "You get back $665"),
        (
            "I got money from a pension or an IRA",
            "1099-R",
            "Box 4: federal income tax withheld",
            "100",
            "You get back $665",
        ),
        ("I got unemployment pay", "1099-G", "Box 1: unemployment pay", "4,000", "You get back $85"),
        ("I have savings or investments", "1099-INT", "Box 1: interest", "4,000", "You get back $85"),
        ("I have savings or investments", "1099-DIV", "Box 1a: ordinary dividends", "4,000", "You get back $85"),
        ("I have savings or investments", "1099-B summary", "Box 4: federal income tax withheld", "100", "$665"),
    ],
)
async def test_each_kind_of_form_is_added_in_its_section_and_counts(
    app: App, *, section: str, form: str, box: str, typed: str, answer: str
) -> None:
    somebody = await rosa(app)
    await unfold(somebody, section)
    await press(somebody, f"Add a form {form}")
    await type_into(somebody, box, typed)
    assert answer in somebody.says()
    await somebody.open("/tax/2025/estimate")
    assert field(somebody, box).props["defaultValue"] == typed


async def test_the_code_of_a_1099_r_decides_what_is_asked_and_what_is_said(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I got money from a pension or an IRA")
    await press(somebody, "Add a form 1099-R")
    await type_into(somebody, "Box 1: gross distribution", "9,000")
    assert is_said(somebody, "box 2a of each 1099-R: the taxable amount")
    await type_into(somebody, "Box 2a: taxable amount", "8,000")
    assert "You owe" in somebody.says()
    await type_into(somebody, "Box 7: distribution code", "1")
    assert is_said(somebody, "We can’t work out the extra tax on retirement money taken out early.")
    age = "Did this pension come before the age at which the plan pays without a disability?"
    assert age not in somebody.says()
    await type_into(somebody, "Box 7: distribution code", "3")
    assert is_shown(somebody, age)
    assert is_said(somebody, "when your disability pension came")
    await type_into(somebody, "Box 7: distribution code", "seven")
    assert "Type one or two signs, as in box 7 of your form." in somebody.says()


async def test_the_costs_of_a_business_are_asked_when_its_pay_is_on_forms(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I have a business of my own")
    assert not is_shown(somebody, "Costs of your business")
    await type_into(somebody, "Profit of your business", "3,000")
    await press(somebody, "Add a form 1099-NEC")
    assert field(somebody, "Box 1: pay for your work").props["defaultValue"] == "3,000"
    await type_into(somebody, "Costs of your business", "3,000")
    assert "You get back $565" in somebody.says()
    await type_into(somebody, "Costs of your business", "3,001")
    assert is_said(somebody, "We can’t work out a loss of a business.")


@pytest.mark.parametrize(
    ("answer", "left", "said"),
    [
        ("Yes, count it once", None, "It counts once now, as your forms tell it."),
        ("No, count both", "1,500", "We will not ask again about this amount."),
    ],
)
async def test_money_that_may_count_twice_is_asked_about_and_both_answers_work(
    app: App, answer: str, left: str | None, said: str
) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I paid for my health, state tax, or gifts to charity")
    await type_into(somebody, "State and local income tax", "1,500")
    await press(somebody, "Add a form W-2")
    await type_into(somebody, "Box 17: state income tax", "1,500")
    asks = "You also typed $1,500 under “State and local income tax”. Is it the same money as this $1,500?"
    assert is_said(somebody, asks)
    await somebody.open("/tax/2025/interview/itemized")
    told = "Forms that you typed have $1,500 for “State and local income tax” already. Is your $1,500 the same money?"
    assert is_said(somebody, told)
    await press(somebody, answer)
    assert said in heard(somebody)
    assert field(somebody, "State and local income tax").props.get("defaultValue") == left
    assert not is_said(somebody, told)
    await somebody.open("/tax/2025/estimate")
    assert not is_said(somebody, asks)


async def test_an_odd_box_is_asked_about_until_its_owner_says_that_it_is_right(app: App) -> None:
    somebody = await _with_a_w2(app)
    odd = "This is more than the pay in box 1. Did boxes 1 and 2 change places?"
    await type_into(somebody, "Box 1: wages, tips, other pay", "2,000")
    assert is_said(somebody, odd)
    await press(somebody, "Yes, it is right")
    assert not is_said(somebody, odd)
    assert "We will not ask again about this amount." in heard(somebody)
    await somebody.open("/tax/2025/estimate")
    assert not is_said(somebody, odd)
