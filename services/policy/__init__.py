"""Who may do what to which row, in sentences. Every action, page and endpoint asks here.

Each subject is a module of its own: `policy.returns.SEE.require(visitor)`. A policy says which kinds of visitor may
begin an act at all. Which rows they reach is decided twice more: by the query, which goes through the visitor's own
memberships, and by row-level security (db/security).

One rule says which acts need a proof of the last minutes (`@action(proof=True)`, `ProvedLately`). It is needed by what
opens somebody's data, gives or keeps a right, or ends what is somebody else's; by what changes how an account is
opened; and by what we decide in our name and a customer goes by, as an approval. It is not needed to take a right back
from whom one trusted or assigned, to look at what is open already, or to ask and answer in words.
tests/ui/test_registered_actions.py says it of each act.
"""

from services.policy import (
    accounts,
    customers,
    documents,
    feedback,
    genuine,
    house,
    intake,
    partners,
    privacy,
    returns,
    reviews,
    roles,
    trust,
)
from services.policy.rule import Policy

_SUBJECTS = (
    *(accounts, customers, documents, feedback, genuine, house),
    *(intake, partners, privacy, returns, reviews, roles, trust),
)
EVERY_POLICY = tuple(found for subject in _SUBJECTS for found in vars(subject).values() if isinstance(found, Policy))
