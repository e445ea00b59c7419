"""Organisations that use the API."""

from services.policy.rule import Policy, Standing

MANAGE_KEYS = Policy(
    "partner.keys",
    "The house itself, told by a command, may make, list and revoke the keys of partners.",
    frozenset({Standing.SYSTEM}),
)
ESTIMATE = Policy(
    "partner.estimate",
    "A partner with a key may ask for the refund estimate of a return that they send.",
    frozenset({Standing.PARTNER}),
)
REGISTER_CLIENTS = Policy(
    "partner.clients",
    "A partner with a key may register clients, see no other partner's, and ask what follows from what they need.",
    frozenset({Standing.PARTNER}),
)
