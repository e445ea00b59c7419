"""Who may begin what, as a table that a lawyer can read."""

import pytest

from db.types import new_id
from db.values import Role
from services import policy
from services.errors import NotAllowed
from services.policy import Policy, Standing, standing_of
from services.visitor import Guest, Partner, Person, System, Visitor

NOBODY, A_GUEST, A_PARTNER, THE_HOUSE = Guest(), Guest(new_id()), Partner(new_id()), System("mail")
CUSTOMER, PREPARER, ADMINISTRATOR = (Person(new_id(), new_id(), role) for role in Role)

TABLE: list[tuple[Policy, set[Visitor]]] = [
    (policy.READ_PUBLIC_PAGES, {NOBODY, A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.BEGIN_ESTIMATE, {NOBODY, A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.SEE_ESTIMATE, {A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.CHANGE_ESTIMATE, {A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.CHANGE_DISPLAY, {NOBODY, A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.SIGN_UP, {NOBODY, A_GUEST}),
    (policy.SIGN_IN, {NOBODY, A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.SEE_ACCOUNT, {CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.PROVE, {CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.CHANGE_SIGN_IN, {CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.SIGN_OUT, {A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.MANAGE_DEVICES, {CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.ANSWER_LETTER, {NOBODY, A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.MANAGE_ORGANISATIONS, {CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.MANAGE_PASSKEYS, {CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.STAY_SIGNED_IN, {CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.SEND_FEEDBACK, {NOBODY, A_GUEST, CUSTOMER, PREPARER, ADMINISTRATOR}),
    (policy.SEE_FEEDBACK, {PREPARER, ADMINISTRATOR}),
    (policy.ANSWER_FEEDBACK, {PREPARER, ADMINISTRATOR}),
    (policy.MANAGE_KEYS, {THE_HOUSE}),
    (policy.SEE_SYSTEM_HEALTH, {ADMINISTRATOR}),
    (policy.ESTIMATE_FOR_PARTNER, {A_PARTNER}),
]
EVERYBODY = (NOBODY, A_GUEST, A_PARTNER, THE_HOUSE, CUSTOMER, PREPARER, ADMINISTRATOR)


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
    assert {standing_of(visitor) for visitor in EVERYBODY} == set(Standing)
