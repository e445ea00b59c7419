"""Lines to copy that stand between those of the engine: counts, limits, and who the children of a credit are."""

from typing import Any

import pytest

from services import tax
from services.returns.explaining.forms import Kind, PaperLine, forms_to_send

A_1, EIC, SE = (f"Schedule {name} (Form 1040)" for name in ("1-A", "EIC", "SE"))
USUAL: dict[str, Any] = {"tax_year": 2025, "filing_status": "single", "taxpayer": {"age": 40, "wages": 60_000}}


def _forms(**fields: Any) -> dict[tuple[str, str], tuple[PaperLine, ...]]:
    computed = tax.compute(tax.parse_return(USUAL | fields))
    return {(form.name, form.whose): form.lines for form in forms_to_send(computed)}


def _of(form: str, whose: str = "", **fields: Any) -> dict[str, int]:
    """The values of a form by their numbers, amounts in dollars."""
    lines = _forms(**fields).get((form, whose), ())
    return {each.number: each.value // 100 if each.kind is Kind.DOLLARS else each.value for each in lines}


def test_all_pay_stands_on_line_1a_unless_a_disability_pension_may_be_in_it() -> None:
    assert _of("Form 1040")["1a"] == 60_000
    pension = {"age": 40, "wages": 60_000, "taxable_disability_income": 9_000}
    lines = _of("Form 1040", taxpayer=pension)
    assert "1a" not in lines
    assert lines["1z"] == 60_000


def test_tips_are_told_from_what_was_received_to_what_is_deducted() -> None:
    """The most is 25,000; 10,600 above 150,000 are ten full thousands, each of which takes 100 off."""
    tips = {"qualified_tips": 30_000}
    lines = _of(A_1, taxpayer={"age": 40, "wages": 160_600}, special_deductions=tips)
    income = {"1": 160_600, "3": 160_600, "8": 160_600, "9": 150_000, "10": 10_600, "11": 10, "12": 1_000}
    assert lines == {"4c": 30_000, "6": 30_000, "7": 25_000, **income, "13": 24_000, "38": 24_000}
    assert not {"10", "11", "12"} & _of(A_1, special_deductions=tips).keys(), "with less income these are skipped"


def test_a_thousand_that_is_begun_counts_for_a_car_loan_and_not_for_overtime() -> None:
    """300 above 150,000 are no full thousand. 50,300 above 100,000 are 51 thousands: 10,000 less 10,200 is nothing."""
    paid = {"qualified_overtime": 9_000, "car_loan_interest": 12_000}
    lines = _of(A_1, taxpayer={"age": 40, "wages": 150_300}, special_deductions=paid)
    told = {"14a": 9_000, "14c": 9_000, "15": 9_000, "16": 150_300, "17": 150_000, "18": 300, "21": 9_000}
    assert lines == {"1": 150_300, "3": 150_300, **told, "38": 9_000}
    car = _of(A_1, taxpayer={"age": 40, "wages": 104_100}, special_deductions=paid)
    told = {"23": 12_000, "24": 10_000, "25": 104_100, "26": 100_000, "27": 4_100, "28": 5, "29": 1_000, "30": 9_000}
    assert told.items() <= car.items()


def test_each_of_two_people_has_a_line_of_their_own_for_the_deduction_of_seniors() -> None:
    """6% of 10,000 above 150,000 is 600."""
    pair: dict[str, Any] = {
        "filing_status": "married_joint",
        "taxpayer": {"age": 60, "wages": 160_000},
        "spouse": {"age": 66},
    }
    lines = _of(A_1, **pair)
    told = {"31": 160_000, "32": 150_000, "33": 10_000, "34": 600, "35": 5_400, "36b": 5_400, "37": 5_400}
    assert lines == {"1": 160_000, "3": 160_000, **told, "38": 5_400}


def test_schedule_eic_says_who_three_children_are() -> None:
    """One of 5, a student of 20, and one of 30 who is disabled. A fourth has no column; one of 21 does not count."""
    people = [{"age": 21}, {"age": 5}, {"age": 20, "full_time_student": True}]
    people += [{"age": 30, "permanently_disabled": True}, {"age": 2}]
    fields: dict[str, Any] = {
        "filing_status": "head_of_household",
        "taxpayer": {"age": 50, "wages": 30_000},
        "dependents": people,
    }
    lines = [(each.number, each.person, each.value, each.kind) for each in _forms(**fields)[EIC, ""]]
    born = [("3", 2, 2020), ("3", 3, 2005), ("3", 4, 1995)]
    assert [each[:3] for each in lines if each[0] == "3"] == born
    assert [each for each in lines if each[0] in {"4a", "4b"}] == [("4a", 3, 1, Kind.YES), ("4b", 4, 1, Kind.YES)]
    assert [each[:3] for each in lines if each[0] == "6"] == [("6", 2, 12), ("6", 3, 12), ("6", 4, 12)]


@pytest.mark.parametrize("dependents", [[], [{"age": 30}]])
def test_who_has_no_child_for_the_credit_sends_no_schedule_eic(dependents: list[dict[str, int]]) -> None:
    assert _of("Form 1040", taxpayer={"age": 40, "wages": 9_000}, dependents=dependents)["27a"]
    assert not _of(EIC, taxpayer={"age": 40, "wages": 9_000}, dependents=dependents)


def test_schedule_8812_counts_the_people_and_says_what_is_left() -> None:
    """2 x 2,200 + 500; of 3,850 of tax on 20,000 less 23,625 nothing is owed, so all of it is left."""
    dependents = [{"age": 6}, {"age": 9}, {"age": 70}]
    fields: dict[str, Any] = {
        "filing_status": "head_of_household",
        "taxpayer": {"age": 40, "wages": 20_000},
        "dependents": dependents,
    }
    lines = _of("Schedule 8812 (Form 1040)", **fields)
    told = {"4": 2, "5": 4_400, "6": 1, "7": 500, "8": 4_900, "9": 200_000, "12": 4_900, "16a": 4_900, "16b": 3_400}
    assert (told | {"17": 3_400, "18a": 20_000, "19": 17_500, "20": 2_625, "27": 2_625}).items() <= lines.items()
    assert "10" not in lines
    rich = _of("Schedule 8812 (Form 1040)", dependents=dependents, taxpayer={"age": 40, "wages": 210_400})
    assert (rich["10"], rich["11"]) == (11_000, 550)


def test_schedule_8812_says_also_that_there_is_no_tax_which_the_credit_can_lower() -> None:
    """Of 20,000 less 23,625 nothing is taxed: lines 13 and 14 are zero, and line 16a is all of line 12."""
    head: dict[str, Any] = {
        "filing_status": "head_of_household",
        "taxpayer": {"age": 40, "wages": 20_000},
        "dependents": [{"age": 6}],
    }
    lines = _of("Schedule 8812 (Form 1040)", **head)
    assert (lines["12"], lines["13"], lines["14"], lines["16a"]) == (2_200, 0, 0, 2_200)


def test_form_8863_tells_each_student_and_how_income_shrinks_both_credits() -> None:
    """2,000 + 25% of 1,000 and of nothing: 2,250 and 1,500. With 84,500, 5,500 of 10,000 are left: 0.550.

    3,750 x 0.55 is 2,063, of which 40% are 825. 20% of 3,000 is 600, of which 330 are left.
    """
    college = {"american_opportunity_expenses": [3_000, 1_500], "lifetime_learning_expenses": 3_000}
    people: dict[str, Any] = {"taxpayer": {"age": 50, "wages": 84_500}, "dependents": [{"age": 20}, {"age": 21}]}
    form = _forms(credits=college, **people)["Form 8863", ""]
    of_students = [(each.number, each.person, each.value // 100) for each in form if each.person]
    assert [each for each in of_students if each[1] == 1] == [
        ("27", 1, 3_000),
        ("28", 1, 1_000),
        ("29", 1, 250),
        ("30", 1, 2_250),
    ]
    assert [each for each in of_students if each[1] != 1] == [("27", 2, 1_500), ("30", 2, 1_500)]
    lines = {each.number: each.value for each in form if not each.person}
    shares = {number: lines.pop(number) for number in ("6", "17")}
    assert shares == {"6": 550, "17": 550}
    first = {"1": 3_750, "2": 90_000, "3": 84_500, "4": 5_500, "5": 10_000, "7": 2_063, "8": 825, "9": 1_238}
    second = {"10": 3_000, "11": 3_000, "12": 600, "13": 90_000, "14": 84_500, "15": 5_500, "16": 10_000, "18": 330}
    assert {number: value // 100 for number, value in lines.items()} == first | second | {"19": 1_568}


@pytest.mark.parametrize("earned_half", [False, True])
def test_form_8863_says_to_check_the_box_of_line_7_where_the_credit_is_not_paid_out(earned_half: bool) -> None:
    """2,375 at 21: all of it on line 9, or 950 on line 8."""
    student = {"age": 21, "wages": 30_000, "earned_half_of_support": earned_half}
    form = _forms(credits={"american_opportunity_expenses": [3_500]}, taxpayer=student)["Form 8863", ""]
    assert [each.words for each in form if each.kind is Kind.YES] == ([] if earned_half else ["form_8863.7_box"])
    lines = {each.number: each.value // 100 for each in form if each.kind is Kind.DOLLARS}
    assert (lines.get("8"), lines["9"]) == ((950, 1_425) if earned_half else (None, 2_375))


def test_cents_of_college_costs_are_gone_before_a_share_of_them_is_taken() -> None:
    """2,001.60 is entered as 2,002: 25% of the 2 above 2,000 is half a dollar, which goes up. Line 1 adds it up."""
    college = {"american_opportunity_expenses": ["2001.60"]}
    lines = _of("Form 8863", credits=college, taxpayer={"age": 50, "wages": 60_000})
    assert {"27": 2_002, "28": 2, "29": 1, "30": 2_001, "1": 2_001}.items() <= lines.items()


def test_each_line_that_is_told_adds_up_to_the_line_of_the_sum() -> None:
    """Whoever follows the lines of a form comes to what the engine says, in cents that were typed as well."""
    paid = {"qualified_tips": "8000.55", "qualified_overtime": "7000.49", "car_loan_interest": "9000.50"}
    pay = {"age": 70, "wages": "152340.65"}
    lines = _of(A_1, taxpayer=pay, special_deductions=paid)
    assert lines["13"] == lines["7"] - lines["12"]
    assert lines["21"] == lines["15"] - lines["20"]
    assert "30" not in lines, "53 thousands take more than 10,000 off"
    assert lines["37"] == lines["36a"] == lines["35"] == 6_000 - lines["34"]
    assert lines["38"] == lines["13"] + lines["21"] + lines["37"]


def test_lines_8_and_9_of_schedule_se_are_told_where_boxes_3_and_7_of_form_w_2_are_known() -> None:
    """176,100 less 170,000 are 6,100: 12.4% of it is 756. With the whole wage base in pay, 8b to 10 are skipped."""
    pay = {"age": 40, "wages": 150_000, "self_employment_net_profit": 20_000}
    assert not {"8a", "8d", "9"} & _of(SE, "taxpayer", taxpayer=pay).keys()
    lines = _of(SE, "taxpayer", taxpayer=pay | {"social_security_wages": 170_000})
    assert {"8a": 170_000, "8d": 170_000, "9": 6_100, "10": 756, "11": 536}.items() <= lines.items()
    lines = _of(SE, "taxpayer", taxpayer=pay | {"social_security_wages": 176_100})
    assert (lines["8a"], {"8d", "9", "10"} & lines.keys()) == (176_100, set())


def test_form_2441_has_the_earnings_of_each_of_two_people() -> None:
    """4,000 for one child, of which 3,000 count; an income of 60,000 gives 20%. The tax on 28,500 is 2,946."""
    pair: dict[str, Any] = {"taxpayer": {"age": 40, "wages": 20_000}, "spouse": {"age": 40, "wages": 40_000}}
    care: dict[str, Any] = {"credits": {"dependent_care_expenses": 4_000}, "dependents": [{"age": 3}]}
    lines = _of("Form 2441", filing_status="married_joint", **pair, **care)
    told = {"3": 3_000, "4": 20_000, "5": 40_000, "6": 3_000, "7": 60_000, "8": 20, "9a": 600, "9c": 600, "11": 600}
    assert lines == told | {"10": 2_946}
    alone = _of("Form 2441", filing_status="head_of_household", **care)
    assert alone["4"] == alone["5"] == 60_000


def test_each_of_two_people_with_a_business_has_forms_of_their_own() -> None:
    """92.35% of 20,000 is 18,470, of which 12.4% and 2.9% are 2,290 and 536; of 10,000: 9,235, 1,145 and 268."""
    two = {"taxpayer": {"age": 40, "self_employment_net_profit": 20_000}}
    two |= {"spouse": {"age": 40, "self_employment_net_profit": 10_000}}
    joint: dict[str, Any] = {"filing_status": "married_joint", **two}
    theirs = {"2": 20_000, "3": 20_000, "4a": 18_470, "4c": 18_470, "6": 18_470}
    assert _of(SE, "taxpayer", **joint) == theirs | {"9": 176_100, "10": 2_290, "11": 536, "12": 2_826, "13": 1_413}
    theirs = {"2": 10_000, "3": 10_000, "4a": 9_235, "4c": 9_235, "6": 9_235}
    assert _of(SE, "spouse", **joint) == theirs | {"9": 176_100, "10": 1_145, "11": 268, "12": 1_413, "13": 707}
    assert _of("Schedule C (Form 1040)", "spouse", **joint) == {"31": 10_000}
    assert _of("Schedule 2 (Form 1040)", **joint)["4"] == 4_239


def test_form_8995_says_by_which_income_the_deduction_is_limited() -> None:
    """30,000 less half of 4,238 are 27,881. With gains and less 15,750, 13,131; 20% of the 12,131 without gains."""
    fields: dict[str, Any] = {
        "taxpayer": {"age": 40, "self_employment_net_profit": 30_000},
        "income": {"long_term_capital_gain": 1_000},
    }
    lines = _of("Form 8995", **fields)
    told = {
        "1i": 27_881,
        "2": 27_881,
        "4": 27_881,
        "5": 5_576,
        "10": 5_576,
        "11": 13_131,
        "12": 1_000,
        "13": 12_131,
        "14": 2_426,
    }
    assert lines == told | {"15": 2_426}


def test_form_8995_has_a_row_for_each_of_two_people_with_a_business() -> None:
    """Line 2 says: combine lines 1i through 1v. 20,000 less 1,413, and 10,000 less 707. Who is alone has the first."""
    two: dict[str, Any] = {"taxpayer": {"age": 40, "wages": 30_000, "self_employment_net_profit": 20_000}}
    two |= {"spouse": {"age": 40, "self_employment_net_profit": 10_000}}
    lines = _of("Form 8995", filing_status="married_joint", **two)
    assert (lines["1i"], lines["1ii"], lines["2"]) == (18_587, 9_293, 27_880)
    form = _forms(filing_status="married_joint", **two | {"taxpayer": {"age": 40, "wages": 50_000}})["Form 8995", ""]
    rows = {each.number: each.words for each in form if each.number.startswith("1i")}
    assert rows == {"1i": "8995.1ii"}


def test_form_8995_a_takes_its_place_while_the_deduction_shrinks() -> None:
    """Half of the tax on 30,000 is 402: Medicare alone, with pay above the wage base.

    244,598 less 15,750 are 228,848, 31,548 above 197,300: 63.10% of 50,000. A fifth of 29,598 is 5,920
    and loses 3,735. The lines are those of the printed form of 2025.
    """
    pay = {"age": 40, "wages": 214_000, "self_employment_net_profit": 30_000}
    gain = {"long_term_capital_gain": 1_000}
    assert ("Form 8995", "") not in _forms(taxpayer=pay, income=gain)
    share = {"2": 29_598, "3": 5_920, "12": 2_185, "13": 2_185, "15": 2_185, "16": 2_185, "17": 5_920, "19": 5_920}
    phased = {"20": 228_848, "21": 197_300, "22": 31_548, "23": 50_000, "24": 6_310, "25": 3_735, "26": 2_185}
    limit = {"27": 2_185, "32": 2_185, "33": 228_848, "34": 1_000, "35": 227_848, "36": 45_570, "37": 2_185}
    assert _of("Form 8995-A", taxpayer=pay, income=gain) == share | phased | limit | {"39": 2_185}


def test_form_8995_a_has_a_column_for_each_of_two_businesses() -> None:
    """Lines 2 to 15 and 17 to 26 of the printed form have columns A, B and C, lines 16 and 20 to 24 have none.

    A: 30,000 less half of 803, a fifth of which is 5,920. B: 20,000 less 1,413, a fifth of which is 3,717. 416,685 are
    22,085 above 394,600, of a range of 100,000: 1,307 and 821 are lost.
    """
    two: dict[str, Any] = {"taxpayer": {"age": 40, "wages": 400_000, "self_employment_net_profit": 30_000}}
    two |= {"spouse": {"age": 40, "self_employment_net_profit": 20_000}}
    form = _forms(filing_status="married_joint", **two)["Form 8995-A", ""]
    told = [(each.number, each.words.split(".")[1], each.value // 100) for each in form]
    shares = ("3", 5_920), ("12", 4_613), ("13", 4_613), ("15", 4_613), ("17", 5_920), ("19", 5_920), ("25", 1_307)
    assert [(number, value) for number, whose, value in told if whose == "taxpayer"] == [
        ("2", 29_598),
        *shares,
        ("26", 4_613),
    ]
    shares = ("3", 3_717), ("12", 2_896), ("13", 2_896), ("15", 2_896), ("17", 3_717), ("19", 3_717), ("25", 821)
    assert [(number, value) for number, whose, value in told if whose == "spouse"] == [
        ("2", 18_587),
        *shares,
        ("26", 2_896),
    ]
    assert [value for number, _, value in told if number in {"16", "27", "32"}] == [7_509] * 3


@pytest.mark.parametrize("profit", range(20_001, 20_012))
def test_the_columns_of_form_8995_a_add_up_to_its_line_16(profit: int) -> None:
    """Each column is rounded by itself: a fifth of the sum can be a dollar off."""
    pay = {"age": 40, "wages": 381_000}
    two = {"taxpayer": pay | {"self_employment_net_profit": 30_003}}
    two |= {"spouse": {"age": 40, "self_employment_net_profit": profit}}
    form = _forms(filing_status="married_joint", **two)["Form 8995-A", ""]
    of = {number: [each.value for each in form if each.number == number] for number in ("2", "3", "15", "16")}
    assert [sum(of["15"])] == of["16"]
    assert of["3"] == [(each + 250) // 500 * 100 for each in of["2"]]


def test_form_8995_is_sent_at_the_threshold_and_form_8995_a_above_it() -> None:
    """The head of one form says: at or below $197,300; that of the other: above it."""
    at = {"age": 40, "wages": 183_452, "self_employment_net_profit": 30_000}
    names = {form for form, _ in _forms(taxpayer=at)}
    above = {form for form, _ in _forms(taxpayer=at | {"wages": 183_453})}
    assert ("Form 8995" in names, "Form 8995-A" in names) == (True, False)
    assert ("Form 8995" in above, "Form 8995-A" in above) == (False, True)


def test_the_lines_of_the_estimate_name_the_form_that_is_sent_for_the_business_deduction() -> None:
    pay = {"age": 40, "wages": 214_000, "self_employment_net_profit": 30_000}
    above = tax.compute(tax.parse_return(USUAL | {"taxpayer": pay}))
    below = tax.compute(tax.parse_return(USUAL | {"taxpayer": pay | {"wages": 90_000}}))
    assert above.line("8995.5").source == "Form 8995-A, line 16 (2025)"
    assert below.line("8995.5").source == "Form 8995, line 5 (2025)"
