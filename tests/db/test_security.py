"""Row-level security, asked by careless queries: no `where`, no service, as the app's own role."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.tables.people import Account, BrowserSession
from db.types import new_id
from db.values.accounts import LinkPurpose
from db.values.people import Role
from services import audit
from services.accounts import sessions
from services.accounts.enrolment import DOOR
from services.accounts.links import asking
from services.accounts.links.writing import WRITER
from services.accounts.organisations import links
from services.accounts.passkeys import signing_in
from services.accounts.signing_in import sign_out
from services.house import House
from services.partners import keys
from services.providers.answering.watching import WATCH
from services.providers.organisations import Identity
from services.visitor import Guest, Partner, System, Visitor
from tests.db.asking import ask, everything
from tests.factories import a_guest, a_person, an_address, an_estimate
from tests.services.accounts.passkeys.having import with_passkey

OWNED = (
    *("account", "browser_session", "preference", "known_device", "mail_link", "address_change"),
    *("authenticator", "recovery_code", "owed_step"),
    *("organisation_link", "organisation_step", "tax_return", "return_member", "return_change", "trusted_access"),
    *("joint_invitation", "filed_return"),
    *("role_grant", "staff_member", "assignment", "emergency_access"),
    *("communication_profile", "interpreter_step", "needs_assessment", "partner_client"),
    *("review", "review_event", "genuine_code"),
    *("document", "document_page", "document_upload", "account_deletion", "legal_hold", "consent"),
    *("customer_profile", "name_word"),
)
WITH_THE_OWNERS_EYES = {
    *("app_is_member", "app_return_exists", "app_may_read_return"),
    *("app_return_is_removed", "app_is_offered", "app_has_other_member"),
    *("app_holds", "app_who_sees_me", "app_is_there_for_me"),
    *("app_has_role", "app_is_assigned", "app_has_emergency_access", "app_reaches_customer", "app_reaches_returns_of"),
    *(
        "app_contact_of",
        "app_address_of_colleague",
        "app_account_with",
        "app_is_trusted",
        "app_uses_trust",
        "app_recovers",
    ),
    *("app_is_due", "app_is_due_with_its_members", "app_is_address_of_due", "app_is_held", "app_end_sessions_of"),
    *(
        "app_is_trusted_with_return",
        "app_was_trusted_with_return",
        "app_withdraw_consent",
        "app_is_leaving",
        "app_is_last_administrator",
    ),
    *("app_review_is_held", "app_is_in_review", "app_prepares_review", "app_took_review_of"),
    *("app_contacts_in_review", "app_was_begun_by_review"),
    *("app_waits_for_review", "app_talk_in_queue", "app_interpreter_in_queue"),
    *("app_asks_for_interpreter", "app_contact_about_interpreter", "app_partner", "app_is_linked", "app_reach"),
    *("app_told_number", "app_season", "app_ended_reviews", "app_review_times"),
    *("app_members_of_return", "app_who_reads_my_joint_returns", "app_days_filed", "app_take_off_the_list"),
    *("app_name_of_fellow", "app_works_here", "app_end_emergency"),
}


async def test_a_careless_query_finds_only_the_askers_own_returns(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    marias = await an_estimate(house, maria)
    await an_estimate(house, james)
    assert [row["id"] for row in await everything(house, maria, "tax_return")] == [marias]


async def test_a_person_sees_and_adds_links_of_their_own_account_alone(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    for person in (maria, james):
        identity = Identity("https://login.example.org", new_id().hex)
        async with house.transaction(person) as session:
            await links.add(session, person, identity, account_id=person.person_id)
    assert [row["account_id"] for row in await everything(house, maria, "organisation_link")] == [maria.person_id]
    await ask(house, maria, "delete from organisation_link")
    assert len(await everything(house, james, "organisation_link")) == 1
    with pytest.raises(DBAPIError, match="row-level security"):
        async with house.transaction(maria) as session:
            await links.add(session, maria, Identity(identity.issuer, new_id().hex), account_id=james.person_id)


async def test_a_guest_sees_their_own_return_and_no_persons(house: House) -> None:
    guest = await a_guest(house)
    own = await an_estimate(house, guest)
    await an_estimate(house, await a_person(house))
    assert [row["id"] for row in await everything(house, guest, "tax_return")] == [own]


@pytest.mark.parametrize("table", OWNED)
async def test_somebody_who_began_nothing_sees_nothing(house: House, table: str) -> None:
    await an_estimate(house, await a_person(house))
    assert await everything(house, Guest(), table) == []


async def test_a_person_sees_one_account_their_own(house: House) -> None:
    maria, _ = await a_person(house), await a_person(house)
    assert [row["id"] for row in await everything(house, maria, "account")] == [maria.person_id]


async def test_a_careless_update_leaves_a_strangers_return_alone(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    await an_estimate(house, james)
    await ask(house, maria, "update tax_return set revision = 99")
    assert [row["revision"] for row in await everything(house, james, "tax_return")] == [1]


async def test_nobody_can_add_themselves_to_a_return_that_is_there(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    marias = await an_estimate(house, maria)
    joining = "insert into return_member (id, return_id, account_id) values (:id, :return_id, :account_id)"
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, james, joining, id=new_id(), return_id=marias, account_id=james.person_id)


async def test_who_works_for_us_has_the_rights_of_that_in_a_session_of_two_factors_only(house: House) -> None:
    dana = await a_person(house, role=Role.PREPARER)
    async with house.transaction(DOOR) as session:
        by_password = (await sessions.open_for(session, await session.get_one(Account, dana.person_id))).visitor
    ended = await a_person(house, role=Role.PREPARER)
    await sign_out(house, ended, everywhere=True)
    assert [await _is_preparer(house, each) for each in (dana, by_password, ended)] == [True, False, False]


async def _is_preparer(house: House, visitor: Visitor) -> object:
    [row] = await ask(house, visitor, "select app_has_role('preparer') as answer")
    return row["answer"]


async def test_another_task_of_the_house_does_not_see_accounts(house: House) -> None:
    await a_person(house)
    assert await everything(house, System("mail"), "account") == []


async def test_a_link_in_a_letter_is_seen_by_no_person_and_by_no_other_task(house: House) -> None:
    address = an_address()
    maria = await a_person(house, address=address)
    await asking.ask(house, LinkPurpose.SIGN_IN, address=address, place="here", browser="x", next_path="/")
    assert await everything(house, WRITER, "mail_link") != []
    for visitor in (maria, await a_guest(house), Partner(new_id()), System("mail"), System("forms")):
        assert await everything(house, visitor, "mail_link") == []


async def test_the_task_that_writes_links_changes_no_account(house: House) -> None:
    maria = await a_person(house)
    await ask(house, WRITER, "update account set role = 'administrator'")
    assert [row["role"] for row in await everything(house, maria, "account")] == ["customer"]


@pytest.mark.parametrize("verb", ["delete from", "update audit_record set act = 'x' --"])
async def test_the_audit_trail_can_only_be_added_to(house: House, verb: str) -> None:
    maria = await a_person(house)
    with pytest.raises(DBAPIError, match="permission denied"):
        await ask(house, maria, f"{verb} audit_record")


async def test_of_the_audit_trail_a_person_sees_what_was_done_with_their_own_data_alone(house: House) -> None:
    maria, _ = await a_person(house), await a_person(house)
    seen = {row["about_account_id"] for row in await everything(house, maria, "audit_record")}
    assert seen == {maria.person_id}
    for visitor in (Guest(), await a_guest(house), Partner(new_id()), System("keeper"), System("accounts")):
        for table in ("audit_record", "audit_seal", "audit_sealed", "audit_check"):
            assert await everything(house, visitor, table) == []


async def test_how_outside_services_answered_is_written_by_one_task_and_read_by_another(house: House) -> None:
    await ask(house, WATCH, "delete from provider_answer")
    await ask(house, WATCH, "insert into provider_answer (name, asked_at) values ('mail', now())")
    assert [row["name"] for row in await everything(house, System("health"), "provider_answer")] == ["mail"]
    await ask(house, System("health"), "delete from provider_answer")
    for visitor in (Guest(), await a_guest(house), await a_person(house), Partner(new_id()), System("keeper")):
        assert await everything(house, visitor, "provider_answer") == []
    assert len(await everything(house, WATCH, "provider_answer")) == 1


async def test_nobody_can_sign_an_audit_record_with_another_name(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    with pytest.raises(DBAPIError, match="row-level security"):
        async with house.transaction(maria) as session:
            audit.record(session, james, "estimate.see", subject_table="tax_return")


async def test_whoever_is_not_of_the_house_sees_no_partner_s_key(house: House) -> None:
    async with house.transaction(keys.DESK) as session:
        await keys.make_key(session, keys.DESK, partner="Example Bank")
    for visitor in (Guest(), await a_guest(house), await a_person(house), Partner(new_id()), System("mail")):
        assert await everything(house, visitor, "partner_key") == []


async def test_the_task_that_looks_keys_up_can_neither_make_nor_revoke_one(house: House) -> None:
    async with house.transaction(keys.DESK) as session:
        made = await keys.make_key(session, keys.DESK, partner="Example Bank")
    await ask(house, keys.DOOR, "update partner_key set revoked_at = now()")
    assert await keys.good_key(house, made.key)
    async with house.transaction(keys.DOOR) as session:
        with pytest.raises(DBAPIError, match="row-level security"):
            await keys.make_key(session, keys.DESK, partner="A friend")


@pytest.mark.parametrize("careless", ["delete from partner_key", "update partner_key set partner = 'Another Bank'"])
async def test_a_key_once_made_stays_and_keeps_its_partner(house: House, careless: str) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        await ask(house, keys.DESK, careless)


async def test_a_careless_query_finds_only_the_askers_own_passkeys(house: House) -> None:
    (maria, _), (james, _) = await with_passkey(house), await with_passkey(house)
    for person in (maria, james):
        assert [row["account_id"] for row in await everything(house, person, "passkey")] == [person.person_id]
    for visitor in (Guest(), await a_guest(house), System("mail")):
        assert await everything(house, visitor, "passkey") == []


async def test_nobody_can_give_another_person_a_passkey_or_move_one(house: House) -> None:
    maria, _ = await with_passkey(house)
    giving = """insert into passkey (id, account_id, credential_id, public_key, sign_count, transports, aaguid,
                is_backed_up, name_sealed, created_at) values (:id, :account, '1', '', 0, '', :id, false, '', now())"""
    with pytest.raises(DBAPIError, match="row-level security"):
        await ask(house, await a_person(house), giving, id=new_id(), account=maria.person_id)
    for careless in ("update passkey set account_id = :id", "update passkey set public_key = ''"):
        with pytest.raises(DBAPIError, match="permission denied"):
            await ask(house, maria, careless, id=new_id())


async def test_what_devices_are_asked_is_seen_by_the_task_of_accounts_alone(house: House) -> None:
    person, guest = await a_person(house), await a_guest(house)
    for visitor in (person, guest):
        await signing_in.question(house, visitor)
        assert await everything(house, visitor, "passkey_challenge") == []


async def test_every_table_is_bound_by_row_level_security_or_holds_nothing_of_people(house: House) -> None:
    unbound = """select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                 and not relrowsecurity and relname not like 'procrastinate_%' and relname <> 'alembic_version'"""
    assert await ask(house, Guest(), unbound) == []


async def test_views_that_look_with_the_owners_eyes_are_these_and_are_no_way_around_their_conditions(
    house: House,
) -> None:
    views = "select relname, reloptions from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace"
    found = {str(row["relname"]): row["reloptions"] for row in await ask(house, Guest(), views)}
    assert found == {name: ["security_barrier=true"] for name in ("customer_found", "customer_return")}


async def test_a_function_with_the_owners_eyes_looks_at_nothing_that_the_asker_made(house: House) -> None:
    definers = "select proname, proconfig from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
    found = await ask(house, Guest(), definers)
    assert {str(row["proname"]) for row in found} == WITH_THE_OWNERS_EYES
    assert all(row["proconfig"] == ["search_path=pg_catalog, public, pg_temp"] for row in found)


async def test_who_goes_on_in_a_transaction_meets_nothing_that_was_read_or_set_for_the_one_before(house: House) -> None:
    guest, person = await a_guest(house), await a_person(house)
    async with house.transaction(person) as session:
        read = await session.get(BrowserSession, person.session_id)
        assert read is not None
        await session.go_on_as(guest)
        assert await session.get(BrowserSession, read.id) is None
        now = await (await session.connection()).execute(text("select app_guest(), app_account(), app_session()"))
        assert now.one() == (guest.session_id, None, None)
