"""Every action that pages register has a policy, and the policy decides for each standing."""

import pytest

from services import policy
from services.policy import Standing
from tests.app import App

OUTSIDE = (
    {
        name: {Standing.NOBODY, Standing.PARTNER, Standing.SYSTEM}
        for name in (
            *("estimate.save_answer", "estimate.add_dependent", "estimate.remove_dependent", "estimate.look_again"),
            "estimate.put_dependent_back",
            *("costs.save_answer", "costs.add", "costs.remove", "costs.look_again", "costs.put_back"),
        )
    }
    | {
        name: {Standing.NOBODY, Standing.GUEST, Standing.PARTNER, Standing.SYSTEM}
        for name in (
            "account.sign_out_device",
            "account.sign_out_others",
            "account.stay_signed_in",
            "account.unlink_organisation",
            "account.rename_passkey",
            "account.remove_passkey",
            "account.make_recovery_codes",
        )
    }
    | {
        name: set(Standing) - {Standing.PREPARER, Standing.ADMINISTRATOR}
        for name in ("feedback.write_version", "feedback.answer")
    }
)


@pytest.mark.parametrize("standing", list(Standing))
async def test_an_action_is_open_to_those_whom_its_policy_names(app: App, standing: Standing) -> None:
    assert {action.name for action in app.actions()} == set(OUTSIDE)
    for action in app.actions():
        assert action.policy in policy.EVERY_POLICY
        assert (standing in action.policy.holders) == (standing not in OUTSIDE[action.name]), action.name
