"""How a customer checks that somebody is one of us, and who shows a code for that."""

from services.policy.rule import ASSIGNED, IN_AN_EMERGENCY, WITH_ACCOUNT, Policy

SHOW_CODE = Policy(
    "genuine.show_code",
    "Whoever is assigned to a customer, or sees them in an emergency, may show a code by which that customer knows "
    "them. It lasts ten minutes, opens nothing, and is written down.",
    ASSIGNED | IN_AN_EMERGENCY,
)
CHECK = Policy(
    "genuine.check",
    "A person with an account may type such a code, and reads whose it is if that person sees them now. After five "
    "wrong ones they wait.",
    WITH_ACCOUNT,
)
