"""Who may do what to which row, in sentences. Every action, page and endpoint asks here.

Each subject is a module of its own: `policy.returns.SEE.require(visitor)`. A policy says which kinds of visitor may
begin an act at all. Which rows they reach is decided twice more: by the query, which goes through the visitor's own
memberships, and by row-level security (db/security).
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
