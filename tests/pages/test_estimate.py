"""The estimate page: what is typed is saved, and what it changes is shown."""

import asyncio
import re

import pytest

from services.returns.questions.topics import OF_A_YOUNG_STUDENT
from services.tax import Missing
from services.words import sentence
from tests.app import App
from tests.pages.acting import field, heard, is_linked, is_said, is_shown, press, tick, type_into, unfold
from tests.pages.rosa import rosa
from tests.people import guest


async def test_a_guest_is_told_what_is_still_missing(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    assert "your filing status" in somebody.says()
    assert "kept on this device" in somebody.says()


async def test_the_refund_follows_what_is_typed_and_is_said_to_those_who_look_elsewhere(app: App) -> None:
    somebody = await rosa(app)
    assert "You get back $565" in somebody.says()
    assert "Federal only: state tax is not included." in somebody.says()
    assert "Computed in whole dollars with the IRS tax tables." in somebody.says()
    await type_into(somebody, "Box 2: federal income tax withheld", "1000")
    assert somebody.says().count("You owe $619") == 3  # on the card, in the line of phones, and in the live region


async def test_what_was_saved_is_there_on_the_next_visit(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax/2025/estimate")
    assert "You get back $565" in somebody.says()
    assert field(somebody, "Box 1: your wages").props["defaultValue"] == "31,200"


async def test_every_line_says_why_and_where_it_comes_from(app: App) -> None:
    somebody = await rosa(app)
    assert "Standard or itemized deductions" in somebody.says()
    assert "Combined income" not in somebody.says()
    assert "Source: Form 1040, line 15 (2025)" not in somebody.says()
    await unfold(somebody, "Taxable income")
    assert "Source: Form 1040, line 15 (2025)" in somebody.says()
    assert is_said(somebody, "It comes from these lines:")
    assert not is_said(somebody, "It comes from what you told us:")
    await unfold(somebody, "Tax already taken from your income")
    assert is_said(somebody, "It comes from what you told us:")
    assert is_linked(somebody, "Box 2: federal income tax withheld")
    assert is_said(somebody, "$2,184")


async def test_amounts_are_whole_dollars_on_the_card_and_on_every_line(app: App) -> None:
    somebody = await rosa(app)
    await type_into(somebody, "Box 1: your wages", "31,200.49")
    await type_into(somebody, "Box 2: federal income tax withheld", "2,184.50")
    assert is_said(somebody, "You already paid $2,185. Your tax is $1,619. The difference comes back to you.")
    assert "Pay from jobs $31,200 " in somebody.says()
    assert "Tax already taken from your income $2,185 " in somebody.says()
    assert not re.search(r"\$[\d,]+\.\d\d", somebody.says())


async def test_the_card_says_why_and_whether_the_result_can_still_change(app: App) -> None:
    somebody = await rosa(app)
    assert is_said(somebody, "You already paid $2,184. Your tax is $1,619. The difference comes back to you.")
    assert is_said(somebody, "This can still change: 2 questions are open.")
    assert is_linked(somebody, "Are you blind?")
    await type_into(somebody, "Are you blind?", "no")
    await tick(somebody, "I looked at every section. I have nothing else.")
    assert "This can still change" not in somebody.says()


async def test_the_kind_of_a_business_is_asked_only_with_an_income_that_makes_it_matter(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I have a business of my own")
    trade = "Is the business in health, law, accounting or a like field?"
    for profit, is_asked in (("40,000", False), ("400,000", True)):
        await type_into(somebody, "Profit of your business", profit)
        assert is_shown(somebody, trade) == is_asked
    await type_into(somebody, trade, "no")
    assert is_shown(somebody, trade)


async def test_a_result_that_goes_away_is_said_to_those_who_look_elsewhere(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "Rent, money from another country, a loss, solar power and more")
    await tick(somebody, "Rent or royalties")
    assert "There is no result any more." in heard(somebody)
    await tick(somebody, "Rent or royalties", on=False)
    assert "You get back $565." in heard(somebody)


async def test_an_amount_that_is_none_is_refused_beside_the_field_and_changes_nothing(app: App) -> None:
    somebody = await rosa(app)
    await type_into(somebody, "Box 1: your wages", "a lot")
    assert "Type an amount in dollars" in somebody.says()
    assert "You get back $565" in somebody.says()
    assert "A field shows an error. This goes by its last saved answer." in somebody.says()


async def test_a_joint_return_asks_about_the_spouse_and_a_single_one_does_not(app: App) -> None:
    somebody = await rosa(app)
    assert not is_shown(somebody, "Your spouse’s date of birth")
    await type_into(somebody, "Filing status", "married_joint")
    assert is_shown(somebody, "Your spouse’s date of birth")
    assert "your spouse’s date of birth" in somebody.says()


async def test_a_dependent_is_added_asked_about_and_removed(app: App) -> None:
    somebody = await rosa(app)
    await press(somebody, "Add a person")
    await type_into(somebody, "Date of birth", "6", "1", "2015")
    assert "You get back $5,835" in somebody.says()
    await press(somebody, "Remove person 1")
    assert "Person 1 is removed." in somebody.says()
    await press(somebody, "Put person 1 back")
    assert "Person 1 is back." in somebody.says()
    await press(somebody, "Remove person 1")
    assert "You get back $565" in somebody.says()


async def test_a_dependent_who_has_a_name_is_called_by_it_in_questions_and_in_the_result(app: App) -> None:
    somebody = await rosa(app)
    await press(somebody, "Add a person")
    await type_into(somebody, "Date of birth", "6", "1", "2015")
    assert is_said(somebody, "Person 1")
    await type_into(somebody, "First name", "Maya")
    assert not is_said(somebody, "Person 1")
    assert "You get back $5,835" in somebody.says(), "it changes no amount"
    await press(somebody, "Remove Maya")
    assert "Maya is removed." in somebody.says()
    await press(somebody, "Put Maya back")
    assert "Maya is back." in heard(somebody)
    await somebody.open("/tax/2025/result")
    await unfold(somebody, "Schedule EIC (Form 1040)")
    assert "Maya: year of birth" in somebody.says()
    assert "Person 1" not in somebody.says()
    await somebody.open("/tax/2025/interview/review")
    assert "Maya: Date of birth" in somebody.says()
    assert "Maya: First name" not in somebody.says()


async def test_an_answer_that_is_left_by_removing_the_person_is_put_back_with_them(app: App) -> None:
    somebody = await rosa(app)
    await press(somebody, "Add a person")
    born = ("6", "1", "2015")
    await asyncio.gather(type_into(somebody, "Date of birth", *born), press(somebody, "Remove person 1"))
    assert "You get back $565" in somebody.says()
    await press(somebody, "Put person 1 back")
    assert "You get back $5,835" in somebody.says()


async def test_an_answer_about_somebody_is_saved_although_the_list_is_drawn_anew_meanwhile(app: App) -> None:
    somebody = await rosa(app)
    for _ in range(2):
        await press(somebody, "Add a person")
    await press(somebody, "Remove person 1")
    born = ("6", "1", "2015")
    await asyncio.gather(press(somebody, "Put person 1 back"), type_into(somebody, "Date of birth", *born))
    await press(somebody, "Remove person 1")
    assert "You get back $5,835" in somebody.says()


async def test_a_person_who_is_put_back_has_their_number_again(app: App) -> None:
    somebody = await rosa(app)
    await press(somebody, "Add a person")
    await type_into(somebody, "Date of birth", "6", "1", "2015")
    await press(somebody, "Add a person")
    await press(somebody, "Remove person 1")
    await press(somebody, "Put person 1 back")
    assert "Person 1 is back." in heard(somebody)
    await press(somebody, "Remove person 2")
    assert "You get back $5,835" in somebody.says()


async def test_college_costs_are_asked_of_those_who_can_be_in_college_and_stay_where_they_are_told(app: App) -> None:
    college = "College costs: form 1098-T, box 1 less box 5"
    somebody = await rosa(app)
    await press(somebody, "Add a person")
    assert not is_shown(somebody, college)
    await type_into(somebody, "Date of birth", "6", "1", "2015")
    assert not is_shown(somebody, college)
    await type_into(somebody, "Date of birth", "12", "31", "2010")
    assert is_shown(somebody, college)
    await type_into(somebody, college, "4,000")
    await type_into(somebody, "Date of birth", "6", "1", "2015")
    assert is_shown(somebody, college)
    await type_into(somebody, college, "")
    assert not is_shown(somebody, college)


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("2030", "This day is after the end of the tax year. Please check the year."),
        ("1850", "Check the year of birth."),
    ],
)
async def test_a_birthday_in_an_odd_year_is_told_from_a_date_that_does_not_exist(
    app: App, year: str, said: str
) -> None:
    somebody = await rosa(app)
    await type_into(somebody, "Your date of birth", "4", "12", year)
    assert is_said(somebody, said)
    assert not is_said(somebody, "This date does not exist. Check the month, the day and the year.")


async def test_an_amount_that_changes_nothing_says_why_after_the_answer_and_under_the_lines(app: App) -> None:
    saved, why = "What you saved yourself", "This changes nothing, because your income is $52,000."
    somebody = await rosa(app)
    assert not is_said(somebody, "Amounts that change nothing")
    await type_into(somebody, "Box 1: your wages", "52,000")
    await unfold(somebody, "I saved for retirement")
    await type_into(somebody, saved, "1,000")
    assert heard(somebody) == f"{saved}, $1,000: {why} It counts only for incomes up to $39,500."
    assert is_said(somebody, f"{saved}, $1,000: ")
    assert is_said(somebody, "Amounts that change nothing")
    assert is_linked(somebody, saved)
    await type_into(somebody, "Box 1: your wages", "30,000")
    assert not is_said(somebody, "Amounts that change nothing")
    assert why not in somebody.says()


async def test_an_amount_that_counts_in_part_says_how_much_after_the_answer_and_under_the_lines(app: App) -> None:
    saved, why = (
        "What you saved yourself",
        "Of this, $2,000 counts. The rest does not, because at most $2,000 can count",
    )
    somebody = await rosa(app)
    await unfold(somebody, "I saved for retirement")
    await type_into(somebody, saved, "3,000")
    assert heard(somebody) == f"You get back $765. {saved}, $3,000: {why} for each person."
    assert is_said(somebody, "Amounts that count only in part")
    assert not is_said(somebody, "Amounts that change nothing")
    await type_into(somebody, saved, "2,000")
    assert not is_said(somebody, "Amounts that count only in part")


async def test_the_result_lists_amounts_that_change_nothing_by_their_reasons(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I own a home")
    for cost in ("1098, box 1: mortgage interest", "Real estate tax"):
        await type_into(somebody, cost, "3,000")
    await somebody.open("/tax/2025/result")
    why = "This changes nothing, because your standard deduction is $9,750 higher than what you could itemize."
    assert somebody.says().count(why) == 1
    assert somebody.says().count("$3,000") == 2


async def test_a_young_student_closes_the_question_of_the_college_credit_by_an_answer(app: App) -> None:
    """2,000 + 25% of 1,500 is 2,375; 627 of it are the tax on 6,250 by the table, and 950 can be paid out."""
    somebody = await rosa(app)
    for label, typed in (("Box 1: your wages", "22,000"), ("Box 2: federal income tax withheld", "700")):
        await type_into(somebody, label, typed)
    await somebody.open("/tax/2025/interview/college")
    await type_into(somebody, "Your first four years of college: box 1 less box 5", "3,500")
    questions = [sentence(f"question.taxpayer.{name}.label") for name in OF_A_YOUNG_STUDENT]
    assert not any(is_shown(somebody, each) for each in questions)
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Your date of birth", "4", "12", "2004")
    await somebody.open("/tax/2025/result")
    assert "You get back $700" in somebody.says()
    assert sentence(Missing.PARENT_ALIVE) in somebody.says()
    await somebody.open("/tax/2025/interview/college")
    assert all(is_shown(somebody, each) for each in questions)
    await type_into(somebody, questions[0], "no")
    assert [is_shown(somebody, each) for each in questions] == [True, False, False]
    await somebody.open("/tax/2025/result")
    assert "You get back $1,650" in somebody.says()
    assert sentence(Missing.PARENT_ALIVE) not in somebody.says()
