"""Who may do what to which row, in sentences. Every action, page and endpoint asks here.

A policy says which kinds of visitor may begin an act at all. Which rows they reach is decided twice more: by the
query, which goes through the visitor's own memberships, and by row-level security (db/security).
"""

from db.values.people import Role
from services.policy.rule import Holder, Policy, Standing, standing_of, standings_of
from services.policy.staff import (
    ANSWER_FEEDBACK,
    ASSIGN,
    CHOOSE_OWN_NAME,
    DECIDE_INTERPRETERS,
    EXPORT,
    GRANT_BY_COMMAND,
    GRANT_ROLES,
    LIST_CUSTOMERS,
    READ_AUDIT,
    READ_CUSTOMERS_RETURN,
    RECOVER_ACCOUNTS,
    REVIEW_EMERGENCY_ACCESS,
    REVIEW_RETURNS,
    SEARCH_BY_ADDRESS,
    SEARCH_BY_NAME,
    SEE_ASSIGNMENTS,
    SEE_CUSTOMERS,
    SEE_EMERGENCY_ACCESS,
    SEE_FEEDBACK,
    SEE_ROLES,
    SEE_SEASON,
    SEE_SYSTEM_HEALTH,
    SIGN_OUT_OTHERS,
    USE_EMERGENCY_ACCESS,
    WORK_HERE,
)

__all__ = [  # what other modules of this package bring; the rest stands below
    "ANSWER_FEEDBACK",
    "ASSIGN",
    "CHOOSE_OWN_NAME",
    "DECIDE_INTERPRETERS",
    "EXPORT",
    "GRANT_BY_COMMAND",
    "GRANT_ROLES",
    "LIST_CUSTOMERS",
    "READ_AUDIT",
    "READ_CUSTOMERS_RETURN",
    "RECOVER_ACCOUNTS",
    "REVIEW_EMERGENCY_ACCESS",
    "REVIEW_RETURNS",
    "SEARCH_BY_ADDRESS",
    "SEARCH_BY_NAME",
    "SEE_ASSIGNMENTS",
    "SEE_CUSTOMERS",
    "SEE_EMERGENCY_ACCESS",
    "SEE_FEEDBACK",
    "SEE_ROLES",
    "SEE_SEASON",
    "SEE_SYSTEM_HEALTH",
    "SIGN_OUT_OTHERS",
    "USE_EMERGENCY_ACCESS",
    "WORK_HERE",
    "Holder",
    "Policy",
    "Standing",
    "standing_of",
    "standings_of",
]
_WITH_ACCOUNT = frozenset({Role.CUSTOMER})
_WITH_SESSION = _WITH_ACCOUNT | {Standing.GUEST}
_EVERYBODY = _WITH_SESSION | {Standing.NOBODY}

READ_PUBLIC_PAGES = Policy("public.read", "Everybody may read the public pages.", _EVERYBODY)
BEGIN_ESTIMATE = Policy("estimate.begin", "Everybody may begin a refund estimate of their own.", _EVERYBODY)
SEE_ESTIMATE = Policy(
    "estimate.see",
    "A guest or a person with an account may see an estimate that they are a member of, or that a customer trusts "
    "them to see.",
    _WITH_SESSION,
)
CHANGE_ESTIMATE = Policy(
    "estimate.change",
    "A guest or a person with an account may change an estimate that they are a member of, or that a customer trusts "
    "them to change.",
    _WITH_SESSION,
)
ANSWER_INTAKE = Policy(
    "intake.answer", "Everybody may answer the first questions for themselves, and change their answers.", _EVERYBODY
)
CHANGE_DISPLAY = Policy(
    "display.change",
    "Everybody may choose how they talk with us and how the screen looks, for themselves.",
    _EVERYBODY,
)
SIGN_UP = Policy(
    "account.make", "Somebody who is not signed in may make an account.", frozenset({Standing.NOBODY, Standing.GUEST})
)
SIGN_IN = Policy("account.sign_in", "Everybody may sign in to an account of their own.", _EVERYBODY)
SEE_ACCOUNT = Policy("account.see", "A person with an account may see their own account.", _WITH_ACCOUNT)
SEE_WHO_LOOKED = Policy(
    "account.who_looked", "A person with an account may see who looked at their data or changed it.", _WITH_ACCOUNT
)
TAKE_DATA = Policy(
    "account.take_data", "A person with an account may take a copy of everything about themselves.", _WITH_ACCOUNT
)
GIVE_CONSENT = Policy(
    "consent.give",
    "A person with an account may allow one other use of what they tell for a return, and end that at any time.",
    _WITH_ACCOUNT,
)
CHANGE_PROFILE = Policy(
    "account.profile",
    "A person with an account may tell us their name and their state, and change or remove both.",
    _WITH_ACCOUNT,
)
DELETE_ACCOUNT = Policy(
    "account.delete", "A person with an account may have it deleted with everything in it.", _WITH_ACCOUNT
)
HOLD_ACCOUNTS = Policy(
    "account.hold",
    "The house itself, told by a command, may keep an account from being deleted for as long as the law demands.",
    frozenset({Standing.SYSTEM}),
)
PROVE = Policy("account.prove", "A person with an account may show again that it is theirs.", _WITH_ACCOUNT)
CHANGE_SIGN_IN = Policy(
    "account.change_sign_in",
    "A person with an account may change how they sign in to it: their own password, address and second step.",
    _WITH_ACCOUNT,
)
ANSWER_LETTER = Policy(
    "letter.answer", "Whoever holds a link of a letter may do what that letter says, and nothing else.", _EVERYBODY
)
SIGN_OUT = Policy(
    "account.sign_out", "A guest or a person with an account may end one or all of their own sessions.", _WITH_SESSION
)
MANAGE_DEVICES = Policy(
    "account.devices",
    "A person with an account may see on which devices they are signed in, and sign any of them out.",
    _WITH_ACCOUNT,
)
MANAGE_ORGANISATIONS = Policy(
    "account.organisations",
    "A person with an account may see at which organisations they can sign in, and link and remove them.",
    _WITH_ACCOUNT,
)
MANAGE_PASSKEYS = Policy(
    "account.passkeys", "A person with an account may add, name and remove passkeys of their own.", _WITH_ACCOUNT
)
STAY_SIGNED_IN = Policy(
    "account.stay", "A person who is signed in may put off the end of their session for want of use.", _WITH_ACCOUNT
)
TRUST_OTHERS = Policy(
    "trust.give",
    "A person with an account may let somebody from outside see or do named things for them for at most 90 days, "
    "and may change that or end it at once.",
    _WITH_ACCOUNT,
)
MARK_FILED = Policy(
    "return.mark_filed",
    "A person with an account may mark an estimate of their own as filed, and see what they filed.",
    _WITH_ACCOUNT,
)
SHARE_RETURN = Policy(
    "return.share",
    "A person with an account may hold a joint return with one other person who accepts it, and leave it at once.",
    _WITH_ACCOUNT,
)
BE_TRUSTED = Policy(
    "trust.have",
    "A person with an account may accept what their address was invited to, see who trusts them, and give it up.",
    _WITH_ACCOUNT,
)
ASK_FOR_REVIEW = Policy(
    "review.ask",
    "A person with an account may ask a tax preparer to review a return that they are a member of, answer, see every "
    "step, and take it back if they asked.",
    _WITH_ACCOUNT,
)
SEND_FEEDBACK = Policy("feedback.send", "Everybody may tell us something, in text or in a signed video.", _EVERYBODY)
SEE_DOCUMENTS = Policy(
    "document.see",
    "A person with an account may see their own documents, and those of a customer who trusts them with that.",
    _WITH_ACCOUNT,
)
CHANGE_DOCUMENTS = Policy(
    "document.change",
    "A person with an account may add documents of their own, name and move them, remove them and take them back; "
    "for a customer who trusts them with that, they may add some.",
    _WITH_ACCOUNT,
)
MANAGE_KEYS = Policy(
    "partner.keys",
    "The house itself, told by a command, may make, list and revoke the keys of partners.",
    frozenset({Standing.SYSTEM}),
)
ESTIMATE_FOR_PARTNER = Policy(
    "partner.estimate",
    "A partner with a key may ask for the refund estimate of a return that they send.",
    frozenset({Standing.PARTNER}),
)
REGISTER_CLIENTS = Policy(
    "partner.clients",
    "A partner with a key may register clients, see no other partner's, and ask what follows from what they need.",
    frozenset({Standing.PARTNER}),
)
EVERY_POLICY = tuple(value for value in dict(globals()).values() if isinstance(value, Policy))
