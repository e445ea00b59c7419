"""Who may begin what, as a table that a lawyer can read."""

import pytest

from db.types import new_id
from db.values.people import STAFF_ROLES, Role
from services import policy
from services.errors import NotAllowed
from services.policy import Policy, Standing, standing_of, standings_of
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
    (policy.READ_PUBLIC_PAGES, ANYBODY),
    (policy.BEGIN_ESTIMATE, ANYBODY),
    (policy.SEE_ESTIMATE, WITH_SESSION),
    (policy.CHANGE_ESTIMATE, WITH_SESSION),
    (policy.CHANGE_DISPLAY, ANYBODY),
    (policy.ANSWER_INTAKE, ANYBODY),
    (policy.SIGN_UP, {NOBODY, A_GUEST}),
    (policy.SIGN_IN, ANYBODY),
    (policy.SEE_ACCOUNT, WITH_ACCOUNT),
    (policy.SEE_WHO_LOOKED, WITH_ACCOUNT),
    (policy.TAKE_DATA, WITH_ACCOUNT),
    (policy.GIVE_CONSENT, WITH_ACCOUNT),
    (policy.CHANGE_PROFILE, WITH_ACCOUNT),
    (policy.DELETE_ACCOUNT, WITH_ACCOUNT),
    (policy.HOLD_ACCOUNTS, {THE_HOUSE}),
    (policy.PROVE, WITH_ACCOUNT),
    (policy.CHANGE_SIGN_IN, WITH_ACCOUNT),
    (policy.SIGN_OUT, WITH_SESSION),
    (policy.MANAGE_DEVICES, WITH_ACCOUNT),
    (policy.ANSWER_LETTER, ANYBODY),
    (policy.MANAGE_ORGANISATIONS, WITH_ACCOUNT),
    (policy.MANAGE_PASSKEYS, WITH_ACCOUNT),
    (policy.STAY_SIGNED_IN, WITH_ACCOUNT),
    (policy.TRUST_OTHERS, WITH_ACCOUNT),
    (policy.BE_TRUSTED, WITH_ACCOUNT),
    (policy.SHARE_RETURN, WITH_ACCOUNT),
    (policy.MARK_FILED, WITH_ACCOUNT),
    (policy.ASK_FOR_REVIEW, WITH_ACCOUNT),
    (policy.REVIEW_RETURNS, _staff(Role.PREPARER)),
    (policy.CHOOSE_OWN_NAME, {*STAFF.values()}),
    (policy.SEND_FEEDBACK, ANYBODY),
    (policy.SEE_FEEDBACK, ANSWERING),
    (policy.ANSWER_FEEDBACK, ANSWERING),
    (policy.SEE_DOCUMENTS, WITH_ACCOUNT),
    (policy.CHANGE_DOCUMENTS, WITH_ACCOUNT),
    (policy.MANAGE_KEYS, {THE_HOUSE}),
    (policy.RECOVER_ACCOUNTS, ANSWERING),
    (policy.DECIDE_INTERPRETERS, _staff(Role.COORDINATOR)),
    (policy.SEE_SYSTEM_HEALTH, _staff(Role.ADMINISTRATOR)),
    (policy.ESTIMATE_FOR_PARTNER, {A_PARTNER}),
    (policy.REGISTER_CLIENTS, {A_PARTNER}),
    (
        policy.SEE_CUSTOMERS,
        _staff(Role.INTERPRETER, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT, Role.ADMINISTRATOR),
    ),
    (policy.LIST_CUSTOMERS, _staff(*({*STAFF} - {Role.CONTENT_EDITOR, Role.AUDITOR}))),
    (policy.EXPORT, _staff(Role.COORDINATOR, Role.ADMINISTRATOR)),
    (
        policy.SEE_SEASON,
        _staff(Role.COORDINATOR, Role.ADMINISTRATOR, Role.PREPARER, Role.SUPPORT_AGENT, Role.AUDITOR),
    ),
    (
        policy.SEARCH_BY_NAME,
        _staff(Role.COORDINATOR, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT),
    ),
    (
        policy.SEARCH_BY_ADDRESS,
        _staff(Role.COORDINATOR, Role.ADMINISTRATOR, Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT),
    ),
    (policy.READ_CUSTOMERS_RETURN, _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR)),
    (policy.USE_EMERGENCY_ACCESS, _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR)),
    (policy.SEE_EMERGENCY_ACCESS, _staff(Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR, Role.AUDITOR)),
    (policy.REVIEW_EMERGENCY_ACCESS, _staff(Role.ADMINISTRATOR)),
    (policy.SEE_ASSIGNMENTS, _staff(Role.COORDINATOR, Role.AUDITOR)),
    (policy.ASSIGN, _staff(Role.COORDINATOR)),
    (policy.READ_AUDIT, _staff(Role.AUDITOR)),
    (policy.SEE_ROLES, _staff(Role.ADMINISTRATOR, Role.AUDITOR)),
    (policy.GRANT_ROLES, _staff(Role.ADMINISTRATOR)),
    (policy.SIGN_OUT_OTHERS, _staff(Role.ADMINISTRATOR)),
    (policy.WORK_HERE, {*STAFF.values()}),
    (policy.GRANT_BY_COMMAND, {THE_HOUSE}),
]
EVERYBODY = (*ANYBODY, A_PARTNER, THE_HOUSE)


@pytest.mark.parametrize(("rule", "holders"), TABLE, ids=[rule.name for rule, _ in TABLE])
def test_a_policy_lets_in_whom_it_names_and_nobody_else(rule: Policy, holders: set[Visitor]) -> None:
    assert {visitor for visitor in EVERYBODY if rule.allows(visitor)} == holders


def test_whoever_is_not_let_in_is_told_so() -> None:
    with pytest.raises(NotAllowed):
        policy.SEE_ACCOUNT.require(A_GUEST)


def test_every_policy_stands_in_the_table_under_a_name_of_its_own() -> None:
    assert {rule.name for rule, _ in TABLE} == {rule.name for rule in policy.EVERY_POLICY}
    assert len(policy.EVERY_POLICY) == len(TABLE)


def test_every_kind_of_visitor_has_a_standing() -> None:
    assert {standing_of(visitor) for visitor in EVERYBODY} == {*Standing, *Role}


def test_whoever_has_two_roles_has_the_rights_of_both_and_of_a_customer() -> None:
    both = Person(new_id(), new_id(), frozenset({Role.PREPARER, Role.COORDINATOR}))
    assert set(standings_of(both)) == {Role.PREPARER, Role.COORDINATOR, Role.CUSTOMER}
    assert policy.ASSIGN.allows(both)
    assert policy.READ_CUSTOMERS_RETURN.allows(both)
