"""The sections of the estimate page: what waits until it is opened, and what stands beside an answer."""

from tests.app import App
from tests.pages.acting import field, is_linked, is_said, is_shown, tick, type_into, unfold
from tests.pages.rosa import rosa
from tests.people import guest


async def test_a_section_that_most_people_do_not_need_waits_until_it_is_opened(app: App) -> None:
    somebody = await rosa(app)
    assert "Box 1: unemployment compensation" not in somebody.says()
    await unfold(somebody, "I got unemployment pay")
    await type_into(somebody, "Box 1: unemployment compensation", "4,000")
    assert "You get back $85" in somebody.says()
    await somebody.open("/tax/2025/estimate")
    assert field(somebody, "Box 1: unemployment compensation").props["defaultValue"] == "4,000"


async def test_the_list_of_contents_leads_to_the_picture_only_while_there_is_one(app: App) -> None:
    assert is_said(await rosa(app), "How your income becomes tax")
    beginner = await guest(app)
    await beginner.open("/tax/2025/estimate")
    assert not is_said(beginner, "How your income becomes tax")


async def test_what_is_drawn_late_fits_the_person_as_well(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I have a business of my own")
    assert not is_shown(somebody, "Profit of your spouse’s business")
    assert not is_shown(somebody, "Is the business in health, law, accounting or a like field?")
    await type_into(somebody, "Profit of your business", "400000")
    assert is_shown(somebody, "Is the business in health, law, accounting or a like field?")


async def test_a_loss_of_a_business_is_refused_beside_its_field_with_a_way_on(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I have a business of my own")
    await type_into(somebody, "Profit of your business", "-5000")
    assert "We can’t work out a loss of a business. A tax preparer can. Free help: irs.gov/vita." in somebody.says()
    assert "You get back $565" in somebody.says()


async def test_somebody_with_rent_is_told_that_we_cannot_compute_it_and_who_can(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "Rent, money from another country, a loss, solar power and more")
    await tick(somebody, "Rent or royalties")
    assert "We can’t work out rent that people pay you, or royalties." in somebody.says()
    assert "irs.gov/vita" in somebody.says()
    assert not is_said(somebody, "$565")
    await tick(somebody, "Rent or royalties", on=False)
    assert is_said(somebody, "$565")


async def test_the_card_says_every_reason_why_there_is_no_amount_together(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    await unfold(somebody, "Rent, money from another country, a loss, solar power and more")
    await tick(somebody, "Rent or royalties")
    assert is_said(somebody, "We can’t work out rent that people pay you, or royalties.")
    assert is_said(somebody, "We would also need to know:")
    assert is_linked(somebody, "Filing status")
    assert not is_said(somebody, "We can show your refund when you have told us:")
    await type_into(somebody, "Filing status", "single")
    await type_into(somebody, "Your date of birth", "4", "12", "1988")
    await type_into(somebody, "Box 1: your wages", "0")
    assert is_said(somebody, "We can’t work out rent that people pay you, or royalties.")
    assert not is_said(somebody, "We would also need to know:")


async def test_an_odd_amount_is_saved_and_asked_about_until_it_is_mended(app: App) -> None:
    somebody = await rosa(app)
    odd = "This is more than half of all the income. Is the point in the right place?"
    await type_into(somebody, "Box 2: federal income tax withheld", "218,400")
    assert odd in somebody.says()
    assert "You get back $216,781" in somebody.says()
    await type_into(somebody, "Box 2: federal income tax withheld", "2,184.00")
    assert odd not in somebody.says()
    await unfold(somebody, "I paid into an HSA myself")
    await type_into(somebody, "HSA deduction", "9,000")
    assert "By law, at most $8,550 can be right at your age (IRC 223(b))." in somebody.says()
    await type_into(somebody, "HSA deduction", "8,550")
    assert "By law, at most" not in somebody.says()


async def test_the_w2_is_drawn_with_its_two_boxes_lit(app: App) -> None:
    somebody = await rosa(app)
    assert "Box 1, “Wages, tips, other compensation”, is at the top, near the center." in somebody.says()
