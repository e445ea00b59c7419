"""The page of costs for hearing: each cost is asked about, judged at once, and counted on the estimate page."""

import re
from datetime import UTC, datetime

from services.words import sentence
from tests.app import App, Somebody, text_of
from tests.pages.acting import field, heard, is_said, is_shown, press, tick, type_into, unfold
from tests.people import guest

COSTS, ESTIMATE = "/tax/2025/costs", "/tax/2025/estimate"


async def _maria(app: App) -> Somebody:
    """Somebody with a mortgage, so that more costs count at once."""
    somebody = await guest(app)
    await somebody.open(ESTIMATE)
    await type_into(somebody, "Filing status", "single")
    await type_into(somebody, "Your date of birth", "4", "12", "1988")
    await type_into(somebody, "Box 1: your wages", "82,000")
    await type_into(somebody, "Box 2: federal income tax withheld", "9,000")
    await unfold(somebody, "I own a home")
    await type_into(somebody, "1098, box 1: mortgage interest", "16,000")
    return somebody


async def _add_interpreter_at_work(somebody: Somebody) -> None:
    await somebody.open(COSTS)
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "interpreter")
    await type_into(somebody, "What was it for?", "work")
    await type_into(somebody, "When did you pay?", "5", "9", "2025")
    await type_into(somebody, "What did it cost in all?", "1,000")
    await type_into(somebody, "Do you also use it in private life?", "no")


async def _add_hearing_aids(somebody: Somebody) -> None:
    await somebody.open(COSTS)
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "hearing_aids")
    await type_into(somebody, "What was it for?", "care")
    await type_into(somebody, "When did you pay?", "5", "9", "2025")
    await type_into(somebody, "What did it cost in all?", "5,000")


def _owed(somebody: Somebody) -> int:
    [owed] = {*re.findall(r"You owe \$([\d,]+)", somebody.says())}
    return int(owed.replace(",", ""))


async def test_somebody_without_costs_is_asked_for_the_first(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(COSTS)
    assert "No cost is added yet." in somebody.says()
    assert "kept on this device" in somebody.says()


async def test_a_cost_is_judged_as_soon_as_it_is_told(app: App) -> None:
    somebody = await _maria(app)
    await _add_interpreter_at_work(somebody)
    said = somebody.says()
    assert "Cost 1: Interpreter, $1,000" in said
    assert "Schedule A (line 16 in 2025), with Form 2106: work expenses for a disability." in said
    assert "IRC 67(d)" in said
    assert said.count("With this cost, your refund is $220 higher, or you owe that much less.") == 2  # the live region
    assert "+ $220" in said
    assert is_said(somebody, "They change your estimate by + $220")  # in sight, where the card is not


async def test_only_the_cost_that_is_typed_and_the_total_are_read_out(app: App) -> None:
    somebody = await _maria(app)
    await _add_hearing_aids(somebody)
    assert "Cost 1: This changes nothing, because medical costs count only above $6,150." in heard(somebody)
    await _add_hearing_aids(somebody)
    assert "Cost 2: With this cost, your refund is" in heard(somebody)
    assert "All costs together raise your refund" in heard(somebody)
    assert "Cost 1" not in heard(somebody)
    assert somebody.says().count("With this cost, your refund is") == 3  # once in the live region


async def test_the_estimate_page_counts_the_costs_and_leads_to_them(app: App) -> None:
    somebody = await _maria(app)
    before = _owed(somebody)
    await _add_interpreter_at_work(somebody)
    await somebody.open(ESTIMATE)
    assert is_said(somebody, "Interpreter, $1,000")
    assert is_said(somebody, "+ $220")
    assert is_said(somebody, "List your costs")
    assert before - _owed(somebody) == 220


async def test_the_estimate_page_says_of_each_cost_why_it_changes_nothing(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(ESTIMATE)
    await type_into(somebody, "Filing status", "single")
    await type_into(somebody, "Your date of birth", "4", "12", "1988")
    await type_into(somebody, "Box 1: your wages", "82,000")
    await _add_hearing_aids(somebody)
    await somebody.open(ESTIMATE)
    floor = "This changes nothing, because medical costs count only above $6,150."
    assert f"Why $0? {floor}" in re.sub(" +", " ", somebody.says())
    await _add_interpreter_at_work(somebody)
    await somebody.open(ESTIMATE)
    assert f"Hearing aids, $5,000: {floor}" in somebody.says()
    standard = "This changes nothing, because your standard deduction is"
    assert f"Interpreter, $1,000: {standard}" in somebody.says()


async def test_questions_come_only_when_they_matter(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(COSTS)
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "interpreter")
    await type_into(somebody, "What was it for?", "work")
    assert is_shown(somebody, "Do you also use it in private life?")
    await type_into(somebody, "What was it for?", "care")
    assert not is_shown(somebody, "Do you also use it in private life?")
    await type_into(somebody, "What came back to you?", "100")
    assert is_shown(somebody, "Who paid you back?")


async def test_a_spouse_is_no_answer_for_who_has_none(app: App) -> None:
    somebody = await guest(app)
    for status, is_offered in (("single", False), ("head_of_household", False), ("married_separate", True)):
        await somebody.open(ESTIMATE)
        await type_into(somebody, "Filing status", status)
        await _add_interpreter_at_work(somebody)
        for question in ("Whose job or business was it for?", "Who paid?"):
            answers = field(somebody, question).descendants(include_self=True)
            assert any("My spouse" in text_of(each) for each in answers) == is_offered
        await press(somebody, "Remove cost 1")


async def test_the_business_is_asked_about_only_for_a_cost_that_may_give_a_credit(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(COSTS)
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "interpreter")
    await type_into(somebody, "What was it for?", "business")
    await type_into(somebody, "When did you pay?", "5", "9", "2025")
    await type_into(somebody, "What did it cost in all?", "1,000")
    await type_into(somebody, "Whom in your business was it for?", "customers_or_employees")
    assert "Not settled." in somebody.says()
    await type_into(somebody, "Your business: receipts in the year before", "90,000")
    assert "Form 8826: credit for giving access to people with disabilities." in somebody.says()


async def test_a_cost_of_a_business_has_dollars_when_its_profit_is_on_the_estimate(app: App) -> None:
    somebody = await _maria(app)
    await _add_interpreter_at_work(somebody)
    await type_into(somebody, "What was it for?", "business")
    await type_into(somebody, "Whom in your business was it for?", "owner")
    assert "this return has no business profit" in somebody.says()
    assert is_said(somebody, "Answer this on your estimate")
    await somebody.open(ESTIMATE)
    await unfold(somebody, "I have a business of my own")
    await type_into(somebody, "Profit of your business", "20,000")
    await somebody.open(COSTS)
    assert "Schedule C: costs of your business." in somebody.says()
    assert re.search(r"With this cost, your refund is \$\d+ higher", somebody.says())
    assert not is_said(somebody, "Answer this on your estimate")


async def test_without_an_estimate_the_page_says_where_a_cost_belongs_and_what_is_missing(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(COSTS)
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "hearing_aids")
    await type_into(somebody, "What was it for?", "care")
    await type_into(somebody, "When did you pay?", "5", "9", "2025")
    await type_into(somebody, "What did it cost in all?", "3,100")
    assert "Schedule A, line 1: medical expenses." in somebody.says()
    assert "your filing status" in somebody.says()


async def test_what_is_not_settled_leads_to_a_person(app: App) -> None:
    somebody = await _maria(app)
    await _add_interpreter_at_work(somebody)
    assert not is_said(somebody, "irs.gov/vita")
    await type_into(somebody, "Do you also use it in private life?", "yes")
    assert "Not settled." in somebody.says()
    assert is_said(somebody, "irs.gov/vita")


async def test_a_day_that_is_far_away_is_refused_beside_the_field(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(COSTS)
    await press(somebody, "Add a cost")
    await type_into(somebody, "When did you pay?", "5", "9", "2019")
    assert "This day is too far from the year of the return." in somebody.says()


async def test_a_cost_that_is_removed_is_gone_and_no_other_changes_its_name(app: App) -> None:
    somebody = await _maria(app)
    await _add_interpreter_at_work(somebody)
    await press(somebody, "Add a cost")
    await press(somebody, "Remove cost 1")
    assert "Cost 1: Interpreter, $1,000 is removed." in heard(somebody)
    assert "Remove cost 1" not in somebody.says()
    assert "Remove cost 2" in somebody.says()
    await somebody.open(COSTS)
    assert "Remove cost 1" in somebody.says()


async def test_a_cost_that_was_removed_can_be_put_back_with_all_that_was_told(app: App) -> None:
    somebody = await _maria(app)
    await _add_interpreter_at_work(somebody)
    await press(somebody, "Remove cost 1")
    await press(somebody, "Put cost 1 back")
    assert "Cost 1: Interpreter, $1,000" in somebody.says()
    assert "Put cost 1 back" not in somebody.says()
    await somebody.open(COSTS)
    assert "Cost 1: Interpreter, $1,000" in somebody.says()


async def test_a_cost_is_put_back_above_those_that_stood_below_it(app: App) -> None:
    somebody = await _maria(app)
    await _add_interpreter_at_work(somebody)
    await press(somebody, "Add a cost")
    await press(somebody, "Remove cost 1")
    await press(somebody, "Put cost 1 back")
    for _ in range(2):
        said = somebody.says()
        assert said.index("Cost 1: Interpreter, $1,000") < said.index("Remove cost 1") < said.index("Remove cost 2")
        await somebody.open(COSTS)


async def test_on_the_next_visit_the_verdict_is_there_and_the_answers_behind_a_line(app: App) -> None:
    somebody = await _maria(app)
    await _add_interpreter_at_work(somebody)
    await somebody.open(COSTS)
    assert "With this cost, your refund is $220 higher" in somebody.says()
    await unfold(somebody, "Questions about cost 1")
    assert field(somebody, "What did it cost in all?").props["defaultValue"] == "1,000"
    await type_into(somebody, "What did it cost in all?", "2,000")
    assert "Cost 1: Interpreter, $2,000" in somebody.says()


async def test_what_would_help_is_there_only_while_it_does(app: App) -> None:
    app.stands_still_at(datetime(2026, 2, 3, tzinfo=UTC))
    somebody = await _maria(app)
    await _add_hearing_aids(somebody)
    assert not is_said(somebody, "What would help")
    await type_into(somebody, "What health plan did you have?", "high_deductible_self")
    assert is_said(somebody, "What would help")
    assert "Pay $4,300 of the medical costs of 2025 through an HSA." in somebody.says()
    await type_into(somebody, "What health plan did you have?", "other")
    assert not is_said(somebody, "What would help")


async def test_after_the_last_day_for_an_hsa_nobody_is_asked_about_it(app: App) -> None:
    app.stands_still_at(datetime(2026, 4, 16, tzinfo=UTC))
    somebody = await _maria(app)
    await _add_hearing_aids(somebody)
    assert "What health plan did you have?" not in somebody.says()


async def test_driving_is_told_in_miles(app: App) -> None:
    somebody = await _maria(app)
    await somebody.open(COSTS)
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "medical_driving")
    await type_into(somebody, "What was it for?", "care")
    await type_into(somebody, "When did you pay?", "5", "9", "2025")
    await type_into(somebody, "How many miles did you drive?", "0")
    assert "Give whole miles, from 1 to 100,000." in somebody.says()
    await type_into(somebody, "How many miles did you drive?", "1,200")
    assert "Cost 1: Driving to medical care, 1,200 miles" in somebody.says()
    assert "1,200 miles at 21 cents a mile are $252." in somebody.says()


async def test_where_the_estimate_can_not_be_worked_out_the_page_says_why_and_leads_to_a_person(app: App) -> None:
    somebody = await _maria(app)
    await type_into(somebody, "Can somebody else claim you as a dependent?", "yes")
    await press(somebody, "Add a person")
    await type_into(somebody, "Date of birth", "6", "1", "2015")
    await _add_hearing_aids(somebody)
    assert "We can’t say what these costs change." in somebody.says()
    assert is_said(somebody, sentence("tax.unsupported.claimed_with_dependents"))
    assert is_said(somebody, "irs.gov/vita")


async def test_the_page_says_every_reason_why_there_are_no_dollars_together(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(ESTIMATE)
    await unfold(somebody, "Rent, money from another country, a loss, solar power and more")
    await tick(somebody, "Rent or royalties")
    await _add_hearing_aids(somebody)
    assert is_said(somebody, "your filing status")
    assert is_said(somebody, sentence("tax.situation.rent"))


async def test_a_cost_that_lowers_the_refund_is_said_with_a_minus_sign(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(ESTIMATE)
    await type_into(somebody, "Filing status", "head_of_household")
    await type_into(somebody, "Your date of birth", "4", "12", "1988")
    await press(somebody, "Add a person")
    await type_into(somebody, "Date of birth", "6", "1", "2015")
    await unfold(somebody, "I have a business of my own")
    await type_into(somebody, "Profit of your business", "9,000")
    await _add_interpreter_at_work(somebody)
    await type_into(somebody, "What was it for?", "business")
    await type_into(somebody, "Whom in your business was it for?", "owner")
    assert "All costs together lower your refund by $" in somebody.says()
    assert "− $" in somebody.says()
