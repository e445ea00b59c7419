"""Every action that pages register has a policy, and the policy decides for each standing."""

import pytest

from db.values.people import ASSIGNED_ROLES, STAFF_ROLES, Role
from services import policy
from services.policy.rule import Holder, Standing
from tests.app import App

_OF_A_RETURN = (
    *("estimate.save_answer", "estimate.add_dependent", "estimate.remove_dependent", "estimate.look_again"),
    "estimate.put_dependent_back",
    *("estimate.add_form", "estimate.remove_form", "estimate.put_form_back", "estimate.confirm_box"),
    *("estimate.settle_twice", "interview.settle_twice"),
    "what_if.one_more_cost",
    *("interview.save_answer", "interview.look_again"),
    *("interview.add_dependent", "interview.remove_dependent", "interview.put_dependent_back"),
    *("interview.add_form", "interview.remove_form", "interview.put_form_back", "interview.confirm_box"),
    *("interview.add_cost", "interview.remove_cost", "interview.put_cost_back"),
    *("costs.save_answer", "costs.add_cost", "costs.remove_cost", "costs.look_again", "costs.put_cost_back"),
)
_OF_AN_ACCOUNT = (
    *("account.sign_out_device", "account.sign_out_others", "account.stay_signed_in"),
    *("account.unlink_organisation", "account.rename_passkey", "account.remove_passkey"),
    *("account.make_recovery_codes", "trust.change_rights", "trust.end", "account.stop_recovery"),
    *("consent.withdraw", "genuine.check"),
    *("review.ask", "review.answer", "review.withdraw", "review.point", "review.look"),
    "review.look_at_lines",
    *("document.place", "document.remove", "document.take_back", "document.take_off_the_list"),
    "document.give_up",
)
_OF_THOSE_WHO_ANSWER = (
    "emergency.begin",
    "emergency.end",
    "feedback.write_version",
    "feedback.answer",
    "recovery.decide",
)
_OF_ADMINISTRATORS = ("roles.grant", "roles.confirm", "roles.end", "emergency.review", "sessions.end_others")
_OF_COORDINATORS = ("assignments.begin", "assignments.begin_for", "assignments.end", "interpreters.decide")
_OF_PREPARERS = (
    *("reviews.take", "reviews.hand_back", "reviews.note", "reviews.ask_for", "reviews.approve", "reviews.close"),
    *("reviews.point", "reviews.look", "reviews.look_at_lines", "reviews.look_over"),
)
OPEN_TO = {
    "genuine.show_code": frozenset(ASSIGNED_ROLES) | {Role.ADMINISTRATOR},
    **dict.fromkeys(_OF_PREPARERS, frozenset({Role.PREPARER})),
    **dict.fromkeys(("staff.choose_name", "queue.look", "list.look"), frozenset(STAFF_ROLES)),
    "customers.search": frozenset(STAFF_ROLES) - {Role.CONTENT_EDITOR, Role.AUDITOR},
    **dict.fromkeys(_OF_ADMINISTRATORS, frozenset({Role.ADMINISTRATOR})),
    **dict.fromkeys(_OF_COORDINATORS, frozenset({Role.COORDINATOR})),
    **dict.fromkeys(_OF_A_RETURN, frozenset({Standing.GUEST, Role.CUSTOMER})),
    **dict.fromkeys(_OF_AN_ACCOUNT, frozenset({Role.CUSTOMER})),
    **dict.fromkeys(_OF_THOSE_WHO_ANSWER, frozenset({Role.SUPPORT_AGENT, Role.PREPARER, Role.ADMINISTRATOR})),
}
"""Who may begin each. Everybody with an account is a customer, whatever else they are."""


@pytest.mark.parametrize("standing", [*Standing, *Role])
async def test_an_action_is_open_to_those_whom_its_policy_names(app: App, standing: Holder) -> None:
    assert {action.name for action in app.actions()} == set(OPEN_TO)
    for action in app.actions():
        assert action.policy in policy.EVERY_POLICY
        assert (standing in action.policy.holders) == (standing in OPEN_TO[action.name]), action.name


GIVES_A_RIGHT = {
    *("reviews.take", "assignments.begin", "assignments.begin_for", "emergency.begin", "trust.change_rights"),
    *("roles.grant", "roles.confirm", "roles.end", "emergency.review", "sessions.end_others"),
}
"""What opens somebody's data, gives or keeps a right to do so, or ends what is somebody else's."""
IS_A_WAY_IN = {
    *("account.make_recovery_codes", "account.remove_passkey", "account.unlink_organisation", "recovery.decide"),
}
"""What changes how an account is opened."""
IS_RELIED_ON = {"reviews.approve", "reviews.close", "interpreters.decide"}
"""What we decide in our name, and a customer goes by."""
NEEDS_PROOF = GIVES_A_RIGHT | IS_A_WAY_IN | IS_RELIED_ON
TAKES_A_RIGHT_BACK = {
    *("account.sign_out_device", "account.sign_out_others", "account.stop_recovery"),
    *("trust.end", "consent.withdraw", "assignments.end", "emergency.end"),
}
"""What somebody must be able to do at once, because it protects them or a customer."""
DECIDES_NOTHING = {
    *("account.stay_signed_in", "account.rename_passkey", "staff.choose_name", "customers.search"),
    *("feedback.write_version", "feedback.answer", "reviews.note", "reviews.ask_for", "reviews.hand_back"),
    *("reviews.point", "reviews.look", "reviews.look_at_lines", "genuine.check", "genuine.show_code"),
    *("queue.look", "list.look", "reviews.look_over"),
}
"""What looks at something that is open already, asks or answers in words, or gives back what is one's own to do."""
_OF_ONES_OWN = ("document.", "estimate.", "interview.", "costs.", "what_if.", "review.")


async def test_each_action_on_accounts_and_of_staff_needs_a_proof_or_is_known_to_need_none(app: App) -> None:
    assert {action.name for action in app.actions() if action.proof} == NEEDS_PROOF
    rest = {action.name for action in app.actions()} - NEEDS_PROOF
    assert {name for name in rest if not name.startswith(_OF_ONES_OWN)} == TAKES_A_RIGHT_BACK | DECIDES_NOTHING


async def test_no_action_of_staff_alone_is_left_out_of_that(app: App) -> None:
    of_staff = {action.name for action in app.actions() if action.policy.holders <= frozenset(STAFF_ROLES)}
    assert {"reviews.approve", "interpreters.decide", "emergency.begin"} <= of_staff
    assert of_staff <= NEEDS_PROOF | TAKES_A_RIGHT_BACK | DECIDES_NOTHING
