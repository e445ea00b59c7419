"""Trusted persons from outside: whom a customer lets see or do something, and who is let."""

from services.policy.rule import WITH_ACCOUNT, Policy

GIVE = Policy(
    "trust.give",
    "A person with an account may let somebody from outside see or do named things for them for at most 90 days, "
    "and may change that or end it at once.",
    WITH_ACCOUNT,
)
HAVE = Policy(
    "trust.have",
    "A person with an account may accept what their address was invited to, see who trusts them, and give it up.",
    WITH_ACCOUNT,
)
