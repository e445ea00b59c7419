"""Pages of those who work for us: whom they see, who assigns and grants, and what is looked at later."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.types import new_id
from db.values.people import ASSIGNED_ROLES, CommunicationPreference, Role
from services.feedback.receiving import DESK, receive
from services.feedback.sent import Sent
from services.intake.who import profile
from services.staff.access import assigning, emergency
from services.staff.roles import reviewing
from tests.app import App, Somebody, text_of
from tests.factories import a_person, an_address, an_assignment, an_estimate
from tests.letters import letter_to
from tests.pages.acting import asks_first, elements, field, press, tick, told_at_once, type_into
from tests.people import known_as, somebody_as

pytestmark = pytest.mark.usefixtures("nobody_works_here")
REASON = "She wrote that a payment goes wrong today."


async def test_a_customer_reads_who_of_our_team_may_see_their_data(app: App) -> None:
    somebody, maria = await known_as(app)
    await somebody.open("/account")
    assert "Nobody now." in somebody.says()
    _, dana = await known_as(app, Role.PREPARER)
    await an_assignment(app.house, dana, maria, role=Role.PREPARER)
    await somebody.open("/account")
    assert "A preparer, your tax preparer, since" in somebody.says()
    assert "your tax estimates" in somebody.says()


@pytest.mark.parametrize("role", ASSIGNED_ROLES)
async def test_whoever_is_assigned_sees_how_the_customer_talks_and_no_more_than_their_role_needs(
    app: App, role: Role
) -> None:
    address = an_address()
    (staff, person), (_, maria) = await known_as(app, role), await known_as(app, address=address)
    return_id = await an_estimate(app.house, maria)
    await staff.open("/staff/customers")
    assert "You are not assigned to a customer now." in staff.says()
    await an_assignment(app.house, person, maria, role=role)
    await staff.open("/staff/customers")
    name = f"Customer {maria.person_id.hex[-6:].upper()}" if role is Role.INTERPRETER else address
    assert name in staff.says()
    path = f"/staff/customers/{maria.person_id}"
    await staff.open(path)
    assert "Never call, and do not ask for a call." in staff.says()
    assert (address in staff.says()) == (role is not Role.INTERPRETER)
    assert ("Estimate for 2025" in staff.says()) == (role is Role.PREPARER)
    reply = await staff.http_client.get(f"{path}/estimates/{return_id}")
    refused = 404 if role is Role.SUPPORT_AGENT else 403  # a support agent sees one in an emergency
    assert reply.status_code == (200 if role is Role.PREPARER else refused)


async def test_a_preparer_reads_an_estimate_with_every_line_and_can_change_nothing(app: App) -> None:
    (dana, person), (somebody, maria) = await known_as(app, Role.PREPARER), await known_as(app)
    return_id = await an_estimate(app.house, maria)
    await an_assignment(app.house, person, maria, role=Role.PREPARER)
    await dana.open(f"/staff/customers/{maria.person_id}/estimates/{return_id}")
    assert "Only the customer can change it." in dana.says()
    assert "There is no result yet" in dana.says()
    await somebody.open("/account/who-looked")
    assert "A preparer (a tax preparer who works for us)" in somebody.says()
    assert "Read your tax estimate" in somebody.says()
    assert "They worked for you then. Your account page names who works for you." in somebody.says()
    reply = await dana.http_client.get(f"/tax/2025/estimate?estimate={return_id}")
    assert reply.status_code in {303, 404}
    reply = await dana.http_client.get(f"/staff/customers/{new_id()}/estimates/{return_id}")
    assert reply.status_code == 404


async def test_a_coordinator_assigns_and_ends_it_and_an_auditor_only_reads(app: App) -> None:
    address = an_address()
    await known_as(app, address=address)
    _, dana = await known_as(app, Role.PREPARER)
    cora, ada = await somebody_as(app, Role.COORDINATOR), await somebody_as(app, Role.AUDITOR)
    await cora.open("/staff/assignments")
    assert "Nobody is assigned to a customer now." in cora.says()
    await press(cora, "Assign")
    assert told_at_once(cora) == {
        "Email address of the customer": "Please enter an email address.",
        "Who is there for them": "Please choose one of the options.",
    }
    await type_into(cora, "Email address of the customer", an_address())
    await press(cora, "Assign")
    assert "There is no account with this email address." in cora.says()
    await type_into(cora, "Email address of the customer", address)
    await press(cora, "Assign")
    assert told_at_once(cora) == {"Who is there for them": "Please choose one of the options."}
    await type_into(cora, "Who is there for them", "made up")
    await press(cora, "Assign")
    assert "Please choose one of the options." in cora.says()
    await type_into(cora, "Who is there for them", f"{dana.person_id} preparer")
    await press(cora, "Assign")
    assert f"A preparer is assigned to {address} now." in cora.says()
    await press(cora, "Assign")
    assert list(told_at_once(cora)) == [
        "Email address of the customer",
        "Who is there for them",
    ]  # they are empty again
    await ada.open("/staff/assignments")
    assert "A preparer, tax preparer" in ada.says()
    assert address not in ada.says()
    assert "End this" not in ada.says()
    assert asks_first(cora, f"End this for A preparer, tax preparer, and {address}")
    await press(cora, f"End it: A preparer, tax preparer, and {address}")
    assert f"A preparer no longer sees {address}." in cora.says()
    await cora.open("/staff/assignments")
    assert "Nobody is assigned to a customer now." in cora.says()


async def test_an_administrator_grants_confirms_and_ends_a_role(app: App) -> None:
    address = an_address()
    await known_as(app, address=address)
    lee, ada = await somebody_as(app, Role.ADMINISTRATOR), await somebody_as(app, Role.AUDITOR)
    await lee.open("/staff/roles")
    assert "You are the only administrator." in lee.says()
    await press(lee, "Grant the role")
    assert list(told_at_once(lee)) == ["Email address of their account", "Their name", "Role"]
    await type_into(lee, "Email address of their account", address)
    await type_into(lee, "Their name", "Dana")
    await type_into(lee, "Role", "preparer")
    await press(lee, "Grant the role")
    assert "Dana, tax preparer can work as that now." in lee.says()
    await press(lee, "Grant the role")
    assert list(told_at_once(lee)) == ["Email address of their account", "Their name", "Role"]  # they are empty again
    await press(lee, "Confirm Dana, tax preparer")
    assert "Dana, tax preparer is confirmed for 90 days." in lee.says()
    await ada.open("/staff/roles")
    assert "Dana, tax preparer" in ada.says()
    assert "Confirm Dana" not in ada.says()
    assert "Grant the role" not in ada.says()
    assert asks_first(lee, "End the role of Dana, tax preparer")
    assert "End the role of Dana, tax preparer?" in lee.says()
    await press(lee, "End it: Dana, tax preparer")
    assert "Dana, tax preparer has ended." in lee.says()


async def test_a_second_role_leaves_the_name_of_somebody_alone_unless_an_administrator_says_otherwise(app: App) -> None:
    address = an_address()
    await known_as(app, Role.PREPARER, address)
    lee = await somebody_as(app, Role.ADMINISTRATOR)
    await lee.open("/staff/roles")
    await type_into(lee, "Email address of their account", address)
    await type_into(lee, "Role", "auditor")
    await press(lee, "Grant the role")
    assert "A preparer, auditor can work as that now." in lee.says()
    await type_into(lee, "Email address of their account", address)
    await type_into(lee, "Their name", "Dana")
    await type_into(lee, "Role", "coordinator")
    for _ in range(2):
        await press(lee, "Grant the role")
        assert list(told_at_once(lee)) == ["Their name"]
    await tick(lee, "They are called A preparer here. Change that to the name above.")
    await press(lee, "Grant the role")
    called = ["Dana, auditor", "Dana, coordinator", "Dana, tax preparer"]
    assert sorted(text_of(each) for each in elements(lee) if each.tag == "h3" and "Dana" in text_of(each)) == called
    buttons = [" ".join(map(text_of, each)) for each in elements(lee) if each.tag == "button"]
    about_dana = [each for each in buttons if "Dana" in each]
    assert len(about_dana) == len(set(about_dana)) == 9


async def test_two_people_of_one_name_and_role_are_told_apart_on_every_button(app: App) -> None:
    first, second = an_address(), an_address()
    await known_as(app, Role.PREPARER, first)
    await known_as(app, address=second)
    lee, cora = await somebody_as(app, Role.ADMINISTRATOR), await somebody_as(app, Role.COORDINATOR)
    await lee.open("/staff/roles")
    await type_into(lee, "Email address of their account", second)
    await type_into(lee, "Their name", "A preparer")
    await type_into(lee, "Role", "preparer")
    assert "Confirm A preparer, tax preparer" in lee.says()
    await press(lee, "Grant the role")
    for address in (first, second):
        await press(lee, f"Confirm A preparer ({address}), tax preparer")
        assert asks_first(lee, f"End the role of A preparer ({address}), tax preparer")

    await known_as(app, address=(address := an_address()))
    await cora.open("/staff/assignments")
    both = [each for each in elements(cora) if each.tag == "option" and "A preparer (account " in text_of(each)]
    assert len(both) == len({text_of(each) for each in both}) == 2
    for option in both:
        await type_into(cora, "Email address of the customer", address)
        await type_into(cora, "Who is there for them", option.props["value"])
        await press(cora, "Assign")
    for option in both:
        assert asks_first(cora, f"End this for {text_of(option)}, and {address}")


async def test_a_lone_administrator_reads_who_confirms_their_role_until_there_is_a_second_one(app: App) -> None:
    address = an_address()
    await known_as(app, address=address)
    lee = await somebody_as(app, Role.ADMINISTRATOR)
    await lee.open("/staff/roles")
    assert "python -m services.staff confirm ADDRESS administrator" in lee.says()
    await type_into(lee, "Email address of their account", address)
    await type_into(lee, "Their name", "Ann")
    await type_into(lee, "Role", "administrator")
    await press(lee, "Grant the role")
    assert "Another administrator confirms or ends it." in lee.says()
    await press(lee, "End it: Ann, administrator")
    assert "You are the only administrator." in lee.says()


async def test_a_role_is_written_down_as_used_when_it_opens_a_page(app: App) -> None:
    lee = await somebody_as(app, Role.ADMINISTRATOR)
    await somebody_as(app, Role.AUDITOR)
    await lee.open("/staff/roles")
    assert lee.says().count("Never") == 1


async def test_emergency_access_is_told_to_the_customer_and_reviewed_by_somebody_else(app: App) -> None:
    address = an_address()
    somebody, maria = await known_as(app, address=address)
    sam, lee = await somebody_as(app, Role.SUPPORT_AGENT), await somebody_as(app, Role.ADMINISTRATOR)
    await sam.open("/staff/emergency")
    assert "Write at least 20 characters." in sam.says()
    await type_into(sam, "Email address of the customer", "Maria")
    await type_into(sam, "Why you must see this customer now", "Now!")
    await press(sam, "See this customer for one hour")
    told = told_at_once(sam)
    assert told["Email address of the customer"].startswith("This does not look like an email address.")
    assert told["Why you must see this customer now"].startswith("Please write why, in at least 20 characters.")
    await type_into(sam, "Email address of the customer", address)
    await type_into(sam, "Why you must see this customer now", REASON)
    await press(sam, "See this customer for one hour")
    await sam.open(f"/staff/customers/{maria.person_id}")
    assert "You see this customer in an emergency, until" in sam.says()
    letter = await letter_to(app.house.settings.data_dir, address)
    assert "A support agent of our team may see your account" in letter.get_content()
    assert REASON not in letter.get_content()
    await somebody.open("/account")
    assert "A support agent, in an emergency, until" in somebody.says()
    await sam.open("/staff/emergency")
    await type_into(sam, "Email address of the customer", address)
    await type_into(sam, "Why you must see this customer now", REASON)
    await press(sam, "See this customer for one hour")
    await lee.open("/staff/emergency")
    assert REASON in lee.says()
    assert address not in lee.says()
    buttons = [" ".join(map(text_of, each)) for each in elements(lee) if each.tag == "button"]
    marks = [each for each in buttons if each.startswith("Mark as reviewed")]
    assert len(marks) == len(set(marks)) == 2
    begins = f"Mark as reviewed: A support agent, customer {maria.person_id.hex[-6:].upper()}, from "
    assert all(each.startswith(begins) for each in marks)
    await press(lee, marks[0])
    assert "What A support agent did is marked as reviewed." in lee.says()
    await sam.open("/staff/emergency")
    assert "Reviewed" in sam.says()
    assert "Mark as reviewed" not in sam.says()


async def test_whoever_has_lost_their_role_is_not_named_as_seeing_a_customer(app: App) -> None:
    address = an_address()
    somebody, maria = await known_as(app, address=address)
    (sam, person), lee = await known_as(app, Role.SUPPORT_AGENT), await somebody_as(app, Role.ADMINISTRATOR)
    await sam.open("/staff/emergency")
    await type_into(sam, "Email address of the customer", address)
    await type_into(sam, "Why you must see this customer now", REASON)
    await press(sam, "See this customer for one hour")
    await somebody.open("/account")
    assert "A support agent, in an emergency, until" in somebody.says()
    await lee.open("/staff/roles")
    await press(lee, "End it: A support agent, support agent")
    assert (await sam.http_client.get(f"/staff/customers/{maria.person_id}")).status_code == 403
    await somebody.open("/account")
    assert "Nobody now." in somebody.says()
    async with app.house.transaction(maria) as session:
        with pytest.raises(DBAPIError, match="permission denied"):
            await (await session.connection()).execute(
                text("select app_holds(:id, 'auditor')"), {"id": person.person_id}
            )


async def test_an_administrator_signs_somebody_out_and_reads_that_it_worked(app: App) -> None:
    address = an_address()
    somebody, _ = await known_as(app, address=address)
    lee = await somebody_as(app, Role.ADMINISTRATOR)
    await lee.open("/staff/roles")
    await press(lee, "Sign out everywhere")
    assert told_at_once(lee) == {"Email address of the account to sign out": "Please enter an email address."}
    await type_into(lee, "Email address of the account to sign out", address)
    await press(lee, "Sign out everywhere")
    assert "They are signed out on all devices now." in lee.says()
    assert (await somebody.http_client.get("/account")).status_code == 303


async def test_whoever_is_assigned_reads_how_to_call_a_customer(app: App) -> None:
    (dana, person), (somebody, maria) = await known_as(app, Role.PREPARER), await known_as(app)
    await somebody.send("intake", step="language", language="ase", mode="tactile")
    await somebody.send("intake", step="calls", call_kind="vrs", number="202 555 0123")
    await an_assignment(app.house, person, maria, role=Role.PREPARER)
    await dana.open(f"/staff/customers/{maria.person_id}")
    for said in (
        "American Sign Language (ASL). By touch",
        "(202) 555-0123, video relay (VRS)",
        "Speak to the customer",
    ):
        assert said in dana.says()


async def test_pages_of_a_customer_say_in_heading_and_title_who_it_is_as_far_as_one_may_know(app: App) -> None:
    (dana, preparer), (ines, interpreter) = await known_as(app, Role.PREPARER), await known_as(app, Role.INTERPRETER)
    _, maria = await known_as(app)
    return_id = await an_estimate(app.house, maria)
    async with app.house.transaction(maria) as session:
        await profile.save(session, maria, profile.Profile("Maria Lopez", "NY"))
    await an_assignment(app.house, preparer, maria, role=Role.PREPARER)
    await an_assignment(app.house, interpreter, maria, role=Role.INTERPRETER)
    path = f"/staff/customers/{maria.person_id}"
    who = "Maria Lopez, New York: talks by text"
    for address, title in ((path, who), (f"{path}/estimates/{return_id}", f"Estimate for 2025. {who}")):
        await dana.open(address)
        assert [text_of(each) for each in elements(dana) if each.tag == "h1"] == [title]
    await ines.open(path)
    reference = maria.person_id.hex[-6:].upper()
    assert [text_of(each) for each in elements(ines) if each.tag == "h1"] == [f"Customer {reference}: talks by text"]
    assert "Lopez" not in ines.says()


async def test_an_open_list_of_interpreters_and_of_messages_says_what_is_new(app: App) -> None:
    cora, sam, (somebody, _) = (
        await somebody_as(app, Role.COORDINATOR),
        await somebody_as(app, Role.SUPPORT_AGENT),
        await known_as(app),
    )
    await cora.open("/staff/interpreters")
    await sam.open("/staff/feedback")
    await somebody.send("intake", step="interpreter", status="Pending")
    async with app.house.transaction(DESK) as session:
        await receive(session, Sent("other", "A word is wrong.", "", ""), talk=CommunicationPreference.TEXT_ONLY)
    for one in (cora, sam):
        await _hears(one, "1 new in this list.")


async def _hears(somebody: Somebody, words: str) -> None:
    """What somebody else did is told on an open page, soon."""
    async with asyncio.timeout(5):
        while words not in somebody.says():  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.02)


async def test_open_lists_of_staff_say_what_others_added_and_not_what_one_added_oneself(app: App) -> None:
    (lee, lees), (ann, _), (cora, coras), (cleo, _), (_, sams) = [
        await known_as(app, role) for role in (*[Role.ADMINISTRATOR] * 2, *[Role.COORDINATOR] * 2, Role.SUPPORT_AGENT)
    ]
    address = an_address()
    maria = await a_person(app.house, address=address)
    ada = await somebody_as(app, Role.AUDITOR)
    await lee.open("/staff/roles")
    await ann.open("/staff/roles")
    await cora.open("/staff/assignments")
    await cleo.open("/staff/assignments")
    await ada.open("/staff/emergency")
    async with app.house.transaction(lees) as session:
        await reviewing.grant(session, lees, address, "Maria", Role.INTERPRETER, "")
    async with app.house.transaction(coras) as session:
        which = {"customer_id": maria.person_id, "staff_id": sams.person_id}
        await assigning.assign(session, coras, **which, role=Role.SUPPORT_AGENT)
    await a_person(app.house, address=(customers := an_address()))
    async with app.house.transaction(sams) as session:
        await emergency.begin(session, sams, customers, REASON)
    for one in (ann, cleo, ada):
        await _hears(one, "1 new in this list.")
    for one in (lee, cora):
        assert "1 new in this list." not in one.says()


async def test_the_page_where_work_begins_says_what_came_and_of_which_kind(app: App) -> None:
    lee, (_, sams) = await somebody_as(app, Role.ADMINISTRATOR), await known_as(app, Role.SUPPORT_AGENT)
    address = an_address()
    await a_person(app.house, address=address)
    await lee.open("/staff")
    async with app.house.transaction(sams) as session:
        await emergency.begin(session, sams, address, REASON)
    await _hears(lee, "1 new: Emergency access to review.")


async def test_a_coordinator_approves_an_interpreter_and_the_customer_reads_it(app: App) -> None:
    (cora, _), (somebody, maria) = await known_as(app, Role.COORDINATOR), await known_as(app)
    await somebody.send("intake", step="interpreter", status="Pending")
    await cora.open("/staff/interpreters")
    reference = maria.person_id.hex[-6:].upper()
    await press(cora, f"Approve the interpreter of customer {reference}")
    assert f"The interpreter of customer {reference} is approved." in cora.says()
    await somebody.open("/intake/result")
    assert "Our coordinator approved your interpreter." in somebody.says()
    await somebody.open("/account/who-looked")
    assert "Approved your interpreter" in somebody.says()


@pytest.mark.parametrize(
    ("role", "path", "button", "labels"),
    [
        (
            *(Role.PREPARER, "/staff/emergency", "See this customer for one hour"),
            ["Email address of the customer"],
        ),
        (Role.COORDINATOR, "/staff/assignments", "Assign", ["Email address of the customer"]),
        (
            *(Role.ADMINISTRATOR, "/staff/roles", "Grant the role"),
            ["Email address of their account", "Their name"],
        ),
        (Role.ADMINISTRATOR, "/staff/roles", "Sign out everywhere", ["Email address of the account to sign out"]),
    ],
)
async def test_enter_in_each_line_of_text_of_a_form_presses_its_one_button(
    app: App, role: Role, path: str, button: str, labels: list[str]
) -> None:
    await known_as(app, Role.PREPARER)  # somebody who can be assigned
    somebody = await somebody_as(app, role)
    await somebody.open(path)
    buttons = [each for each in elements(somebody) if each.tag == "button"]
    [pressed] = [each for each in buttons if button in [text_of(inside) for inside in each]]
    reached = pressed.props.get("data-enter-in", "").split()
    assert [label for label in labels if field(somebody, label).html_id not in reached] == []
