"""The result page: the answer as its heading, why, every line, and how to file."""

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from db.values.returns import FilingStatus
from services.returns.answers import Situations
from services.returns.store import create, save
from services.words import sentence
from services.words.lines import line_words
from tests.app import App, Somebody, text_of
from tests.pages.acting import elements, heard, is_said, press, tick, type_into, unfold
from tests.pages.rosa import rosa
from tests.people import guest, known_as
from tests.services.returns.questions import all_answered
from ui.answers.following import CALM_SECONDS
from ui.result.filing_in_words import today_in_words

RESULT = "/tax/2025/result"


def leads_to(somebody: Somebody, words: str) -> str:
    """Where the link with these words leads."""
    links = [each for each in elements(somebody) if each.tag == "a"]
    [found] = {each.props["href"] for each in links if words in [text_of(inside) for inside in each.descendants()]}
    return str(found)


async def test_the_heading_is_the_refund_and_the_first_sentence_says_why(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(RESULT)
    assert is_said(somebody, "You get back $565")
    assert is_said(somebody, "Tax year 2025, estimate")
    assert is_said(somebody, "You already paid $2,184. Your tax is $1,619. The difference comes back to you.")
    assert is_said(somebody, "This can still change: 2 questions are open.")
    assert leads_to(somebody, "Are you blind? Then less of your income is taxed.").endswith("at=taxpayer.blind")


async def test_an_amount_owed_is_the_heading_as_well(app: App) -> None:
    somebody = await rosa(app)
    await type_into(somebody, "Box 2: federal income tax withheld", "1000")
    await somebody.open(RESULT)
    assert is_said(somebody, "You owe $619")


async def test_a_change_in_another_window_is_told_with_the_way_to_what_comes_out_now(app: App) -> None:
    somebody, other = await rosa(app), app.somebody()
    other.http_client.cookies = somebody.http_client.cookies
    await other.open(RESULT)
    assert not is_said(other, sentence("result.changed"))
    await type_into(somebody, "Box 2: federal income tax withheld", "1000")
    async with asyncio.timeout(50 * CALM_SECONDS):
        while not is_said(other, sentence("result.changed")):  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(CALM_SECONDS / 10)
    assert sentence("result.changed") in heard(other)
    assert is_said(other, "You get back $565")  # what is being read stays
    await other.open(leads_to(other, sentence("result.show_anew")))
    assert is_said(other, "You owe $619")


async def test_every_line_opens_down_to_what_was_typed_and_leads_to_its_question(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(RESULT)
    await unfold(somebody, "Tax already taken from your income")
    assert "at=payments.federal_income_tax_withheld" in leads_to(somebody, "Box 2: federal income tax withheld")
    assert is_said(somebody, "$2,184")
    assert is_said(somebody, "How your income becomes tax")


async def test_who_has_no_result_is_told_what_is_missing_instead(app: App) -> None:
    somebody = await guest(app)
    await somebody.open(RESULT)
    assert is_said(somebody, "There is no result for 2025 yet")
    assert leads_to(somebody, "your filing status").endswith("at=filing_status")
    assert not is_said(somebody, "How your income becomes tax")
    assert not is_said(somebody, "Every line, explained")
    assert is_said(somebody, "How to file now")


async def test_who_has_what_we_cannot_compute_is_told_so_instead_of_an_amount(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "Rent, money from another country, a loss, solar power and more")
    await tick(somebody, "Rent or royalties")
    await somebody.open(RESULT)
    assert is_said(somebody, "We can’t compute this yet, and we do not guess:")
    assert "You get back" not in somebody.says()


async def test_every_way_to_file_says_that_it_leaves_this_site_and_state_tax_is_not_included(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(RESULT)
    for way in ("IRS Free File", "Find a VITA office", "How to choose a tax preparer", "Form 1040", "Form 4868"):
        assert f"{way} (leaves this site)" in somebody.says()
    assert "it is not included here" in somebody.says()
    assert "April 15, 2026" in somebody.says()


@pytest.mark.parametrize(
    ("today", "is_late"),
    [(datetime(2026, 4, 15, 12, tzinfo=UTC), False), (datetime(2026, 4, 16, 12, tzinfo=UTC), True)],
)
async def test_the_day_after_the_last_one_says_what_being_late_means(
    app: App, today: datetime, *, is_late: bool
) -> None:
    somebody = await rosa(app)
    app.stands_still_at(today)
    await somebody.open(RESULT)
    assert ("File by April 15, 2029. Later the refund is lost." in somebody.says()) is is_late
    assert ("Then you can file until October 15, 2026." in somebody.says()) is is_late
    assert ("April 15, 2026 (over)" in somebody.says()) is is_late
    assert "October 15, 2026 (over)" not in somebody.says()
    assert "It opens in January." in somebody.says()


async def test_who_is_late_for_everything_reads_what_is_closed_and_what_still_goes(app: App) -> None:
    somebody = await rosa(app)
    app.stands_still_at(datetime(2026, 11, 29, 12, tzinfo=UTC))
    await somebody.open(RESULT)
    for said in ("For 2025 that is over.", "until the IRS closes for the winter", "mail it on paper on any day"):
        assert said in somebody.says(), said
    assert "It opens in January." not in somebody.says()
    assert "Then you can file until" not in somebody.says()


@pytest.mark.parametrize(
    ("today", "outcome", "said"),
    [
        (date(2026, 12, 31), 100, "You can’t file yet. The IRS takes returns for 2026 from the end of January 2027."),
        (date(2027, 1, 1), 100, ""),
        (date(2027, 4, 15), -100, ""),
        (date(2027, 4, 16), 0, "Who owes nothing pays no penalty for filing late."),
        (date(2027, 4, 16), -100, "File now, even if you can’t pay all of it."),
        (date(2027, 10, 16), 100, "File by April 15, 2030. Later the refund is lost."),
    ],
)
def test_each_day_says_what_it_means_for_a_refund_and_for_what_is_owed(today: date, outcome: int, said: str) -> None:
    told = " ".join(today_in_words(2026, outcome, today))
    assert said in told
    assert bool(said) is bool(told)


def test_the_least_penalty_is_told_where_it_is_known() -> None:
    late = date(2027, 11, 1)
    assert "costs at least $525" in " ".join(today_in_words(2025, -100, late))
    assert "costs at least" not in " ".join(today_in_words(2026, -100, late))


async def test_the_last_page_of_the_interview_leads_to_the_result(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax/2025/interview/review")
    assert leads_to(somebody, "See your result") == RESULT


async def test_costs_for_hearing_stand_beside_the_lines(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax/2025/costs")
    await press(somebody, "Add a cost")
    await somebody.open(RESULT)
    assert is_said(somebody, "Costs for your hearing")
    assert leads_to(somebody, "List your costs") == "/tax/2025/costs"


async def test_what_would_help_is_there_without_costs_and_promises_no_more_than_is_known(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(RESULT)
    assert is_said(somebody, "What would help")
    assert is_said(somebody, "Your employer must offer such an account. Please ask there.")
    assert is_said(
        somebody, "$1,000 is only an example. We do not know what you will pay for your health in that year."
    )
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Box 1: your wages", "8,000")
    await somebody.open(RESULT)
    assert is_said(somebody, "What would help")
    assert is_said(somebody, sentence("result.page.no_ideas"))


async def test_who_owes_much_reads_of_the_penalty_for_paying_too_little_and_how_to_avoid_it(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open(RESULT)
    assert sentence("filing.underpaid.title") not in somebody.says()
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Box 2: federal income tax withheld", "200")
    await somebody.open(RESULT)
    assert is_said(somebody, sentence("filing.underpaid.title"))
    assert "You paid at least 90% of the tax of 2025 in time. That is $1,458." in somebody.says()
    assert "In 2025, $1,258 more would have been 90% of the tax" in somebody.says()
    assert leads_to(somebody, "Form 2210") == "https://www.irs.gov/forms-pubs/about-form-2210"


async def test_a_student_can_open_their_estimate_and_their_result_and_reads_what_the_credit_comes_from(
    app: App,
) -> None:
    student = await guest(app)
    await student.open("/tax/2025/estimate")
    await type_into(student, "Filing status", "single")
    await type_into(student, "Your date of birth", "4", "12", "2004")
    await type_into(student, "Box 1: your wages", "22,000")
    await unfold(student, "I paid for college")
    await type_into(student, "Your first four years of college: box 1 less box 5", "3,000")
    for page in ("/tax/2025/estimate", RESULT):
        await student.open(page)
        await unfold(student, "American opportunity credit")
        assert is_said(student, "$3,000"), page


@pytest.mark.parametrize("status", [FilingStatus.SINGLE, FilingStatus.MARRIED_JOINT])
async def test_an_estimate_with_an_answer_to_every_question_opens_with_its_result(
    app: App, status: FilingStatus
) -> None:
    somebody, person = await known_as(app)
    answers = all_answered(status)
    answers.situations, answers.taxpayer.wages = Situations(), Decimal(60_000)
    answers.taxpayer.can_be_claimed_as_dependent = answers.spouse.can_be_claimed_as_dependent = False
    async with app.house.transaction(person) as session:
        row = await create(session, person, tax_year=2025)
        await save(session, person, row, answers, change={})
    for page in ("/tax/2025/estimate", RESULT):
        await somebody.open(page)
        assert is_said(somebody, line_words("8863.7", 2025).label), page
