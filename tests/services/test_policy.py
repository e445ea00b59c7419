"""Who may begin what, as a table that a lawyer can read."""

import pytest

from db.types import new_id
from db.values.people import STAFF_ROLES, Role
from services import policy
from services.errors import NotAllowed
from services.policy.rule import Policy, Standing, standing_of, standings_of
from services.visitor import Guest, Partner, Person, System, Visitor

NOBODY, A_GUEST, A_PARTNER, THE_HOUSE = Guest(), Guest(new_id()), Partner(new_id()), System("mail")
CUSTOMER = Person(new_id(), new_id())
STAFF = {role: Person(new_id(), new_id(), frozenset({role})) for role in STAFF_ROLES}
WITH_ACCOUNT: set[Visitor] = {CUSTOMER, *STAFF.values()}
WITH_SESSION = WITH_ACCOUNT | {A_GUEST}
ANYBODY = WITH_SESSION | {NOBODY}


def _staff(*roles: Role) -> set[Visitor]:
    return {STAFF[role] for role in roles}


ANSWERING = _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR)
TABLE: list[tuple[Policy, set[Visitor]]] = [
    (policy.house.READ_PUBLIC_PAGES, ANYBODY),
    (policy.returns.BEGIN, ANYBODY),
    (policy.returns.SEE, WITH_SESSION),
    (policy.returns.CHANGE, WITH_SESSION),
    (policy.house.CHANGE_DISPLAY, ANYBODY),
    (policy.intake.ANSWER, ANYBODY),
    (policy.accounts.SIGN_UP, {NOBODY, A_GUEST}),
    (policy.accounts.SIGN_IN, ANYBODY),
    (policy.accounts.SEE, WITH_ACCOUNT),
    (policy.privacy.SEE_WHO_LOOKED, WITH_ACCOUNT),
    (policy.privacy.TAKE_DATA, WITH_ACCOUNT),
    (policy.privacy.GIVE_CONSENT, WITH_ACCOUNT),
    (policy.accounts.CHANGE_PROFILE, WITH_ACCOUNT),
    (policy.privacy.DELETE_ACCOUNT, WITH_ACCOUNT),
    (policy.privacy.HOLD_ACCOUNTS, {THE_HOUSE}),
    (policy.accounts.PROVE, WITH_ACCOUNT),
    (policy.accounts.CHANGE_SIGN_IN, WITH_ACCOUNT),
    (policy.accounts.SIGN_OUT, WITH_SESSION),
    (policy.accounts.MANAGE_DEVICES, WITH_ACCOUNT),
    (policy.accounts.ANSWER_LETTER, ANYBODY),
    (policy.accounts.MANAGE_ORGANISATIONS, WITH_ACCOUNT),
    (policy.accounts.MANAGE_PASSKEYS, WITH_ACCOUNT),
    (policy.accounts.STAY_SIGNED_IN, WITH_ACCOUNT),
    (policy.trust.GIVE, WITH_ACCOUNT),
    (policy.trust.HAVE, WITH_ACCOUNT),
    (policy.returns.SHARE, WITH_ACCOUNT),
    (policy.returns.MARK_FILED, WITH_ACCOUNT),
    (policy.genuine.CHECK, WITH_ACCOUNT),
    (
        policy.genuine.SHOW_CODE,
        _staff(Role.INTERPRETER, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT, Role.ADMINISTRATOR),
    ),
    (policy.reviews.ASK, WITH_ACCOUNT),
    (policy.reviews.PREPARE, _staff(Role.PREPARER)),
    (policy.roles.CHOOSE_OWN_NAME, {*STAFF.values()}),
    (policy.feedback.SEND, ANYBODY),
    (policy.feedback.SEE, ANSWERING),
    (policy.feedback.ANSWER, ANSWERING),
    (policy.documents.SEE, WITH_ACCOUNT),
    (policy.documents.CHANGE, WITH_ACCOUNT),
    (policy.partners.MANAGE_KEYS, {THE_HOUSE}),
    (policy.accounts.RECOVER, ANSWERING),
    (policy.intake.DECIDE_INTERPRETERS, _staff(Role.COORDINATOR)),
    (policy.house.SEE_HEALTH, _staff(Role.ADMINISTRATOR)),
    (policy.partners.ESTIMATE, {A_PARTNER}),
    (policy.partners.REGISTER_CLIENTS, {A_PARTNER}),
    (
        policy.customers.SEE,
        _staff(Role.INTERPRETER, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT, Role.ADMINISTRATOR),
    ),
    (policy.customers.LIST, _staff(*({*STAFF} - {Role.CONTENT_EDITOR, Role.AUDITOR}))),
    (policy.customers.EXPORT, _staff(Role.COORDINATOR, Role.ADMINISTRATOR)),
    (
        policy.customers.SEE_SEASON,
        _staff(Role.COORDINATOR, Role.ADMINISTRATOR, Role.PREPARER, Role.SUPPORT_AGENT, Role.AUDITOR),
    ),
    (
        policy.customers.SEARCH_BY_NAME,
        _staff(Role.COORDINATOR, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT),
    ),
    (
        policy.customers.SEARCH_BY_ADDRESS,
        _staff(Role.COORDINATOR, Role.ADMINISTRATOR, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT),
    ),
    (policy.returns.READ_CUSTOMERS, _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR)),
    (policy.customers.USE_EMERGENCY_ACCESS, _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR)),
    (policy.customers.END_EMERGENCY_ACCESS, _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR)),
    (
        policy.customers.SEE_EMERGENCY_ACCESS,
        _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR, Role.AUDITOR),
    ),
    (policy.customers.REVIEW_EMERGENCY_ACCESS, _staff(Role.ADMINISTRATOR)),
    (policy.customers.SEE_ASSIGNMENTS, _staff(Role.COORDINATOR, Role.AUDITOR)),
    (policy.customers.ASSIGN, _staff(Role.COORDINATOR)),
    (policy.privacy.READ_AUDIT, _staff(Role.AUDITOR)),
    (policy.roles.SEE, _staff(Role.ADMINISTRATOR, Role.AUDITOR)),
    (policy.roles.GRANT, _staff(Role.ADMINISTRATOR)),
    (policy.accounts.SIGN_OUT_OTHERS, _staff(Role.ADMINISTRATOR)),
    (policy.roles.WORK_HERE, {*STAFF.values()}),
    (policy.roles.GRANT_BY_COMMAND, {THE_HOUSE}),
]
EVERYBODY = (*ANYBODY, A_PARTNER, THE_HOUSE)


@pytest.mark.parametrize(("rule", "holders"), TABLE, ids=[rule.name for rule, _ in TABLE])
def test_a_policy_lets_in_whom_it_names_and_nobody_else(rule: Policy, holders: set[Visitor]) -> None:
    assert {visitor for visitor in EVERYBODY if rule.allows(visitor)} == holders


def test_whoever_is_not_let_in_is_told_so() -> None:
    with pytest.raises(NotAllowed):
        policy.accounts.SEE.require(A_GUEST)


def test_every_policy_stands_in_the_table_under_a_name_of_its_own() -> None:
    assert {rule.name for rule, _ in TABLE} == {rule.name for rule in policy.EVERY_POLICY}
    assert len(policy.EVERY_POLICY) == len(TABLE)


def test_every_kind_of_visitor_has_a_standing() -> None:
    assert {standing_of(visitor) for visitor in EVERYBODY} == {*Standing, *Role}


def test_whoever_has_two_roles_has_the_rights_of_both_and_of_a_customer() -> None:
    both = Person(new_id(), new_id(), frozenset({Role.PREPARER, Role.COORDINATOR}))
    assert set(standings_of(both)) == {Role.PREPARER, Role.COORDINATOR, Role.CUSTOMER}
    assert policy.customers.ASSIGN.allows(both)
    assert policy.returns.READ_CUSTOMERS.allows(both)
