"""The page on which a person reads who looked at their data."""

from db.values.people import Role
from services import audit
from services.accounts.enrolment import DOOR
from services.accounts.sessions import visitor_of
from services.audit.looking import ON_A_PAGE
from services.visitor import Person
from services.words import moment
from tests.app import App
from tests.factories import a_person
from tests.people import known_as, somebody_as
from ui import cookies

PAGE = "/account/who-looked"


async def test_a_person_reads_in_plain_words_who_looked_at_their_data_when_and_why(app: App) -> None:
    maria = await somebody_as(app, Role.CUSTOMER)
    async with app.house.transaction(DOOR) as session:
        known = await visitor_of(session, maria.http_client.cookies[cookies.SESSION])
    assert isinstance(known, Person)
    await maria.open(PAGE)
    assert "Nobody else has looked at your data" in maria.says()

    sam = await a_person(app.house)
    for act in ("trust.talk_seen", *[f"thing.without_words_{number}" for number in range(ON_A_PAGE)]):
        async with app.house.transaction(sam) as session:
            about, reason = known.person_id, "trusted" if act == "trust.talk_seen" else None
            audit.record(session, sam, act, subject_table="preference", about=about, reason=reason)

    await maria.open(PAGE)
    assert "Page 1 of 2" in maria.says()
    assert "Looked at your data, or changed it" in maria.says()
    await maria.open(f"{PAGE}?page=2")
    for words in ("UTC", "Somebody you trust", "Saw how you talk with us", "You said that they may."):
        assert words in maria.says()
    await maria.open("/account")
    assert "Who looked at your data" in maria.says()


async def test_looks_of_the_same_minute_are_told_as_one_moment(app: App) -> None:
    maria, known = await known_as(app)
    sam = await a_person(app.house)
    for _ in range(2):
        async with app.house.transaction(sam) as session:
            audit.record(session, sam, "trust.talk_seen", subject_table="preference", about=known.person_id)
    await maria.open(PAGE)
    assert f"2 times, {moment(app.house.clock.now())}" in maria.says()


async def test_a_stranger_signs_in_first(app: App) -> None:
    reply = await app.somebody().http_client.get(PAGE)
    assert reply.headers["location"] == f"/sign-in?next={PAGE}"
