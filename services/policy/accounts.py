"""What people do with their own account and their ways into it, and who helps them."""

from services.policy.rule import ADMINISTRATOR, ANSWERING, EVERYBODY, WITH_ACCOUNT, WITH_SESSION, Policy, Standing

SIGN_UP = Policy(
    "account.make", "Somebody who is not signed in may make an account.", frozenset({Standing.NOBODY, Standing.GUEST})
)
SIGN_IN = Policy("account.sign_in", "Everybody may sign in to an account of their own.", EVERYBODY)
SEE = Policy("account.see", "A person with an account may see their own account.", WITH_ACCOUNT)
CHANGE_PROFILE = Policy(
    "account.profile",
    "A person with an account may tell us their name and their state, and change or remove both.",
    WITH_ACCOUNT,
)
PROVE = Policy("account.prove", "A person with an account may show again that it is theirs.", WITH_ACCOUNT)
CHANGE_SIGN_IN = Policy(
    "account.change_sign_in",
    "A person with an account may change how they sign in to it: their own password, address and second step.",
    WITH_ACCOUNT,
)
ANSWER_LETTER = Policy(
    "letter.answer", "Whoever holds a link of a letter may do what that letter says, and nothing else.", EVERYBODY
)
SIGN_OUT = Policy(
    "account.sign_out", "A guest or a person with an account may end one or all of their own sessions.", WITH_SESSION
)
MANAGE_DEVICES = Policy(
    "account.devices",
    "A person with an account may see on which devices they are signed in, and sign any of them out.",
    WITH_ACCOUNT,
)
MANAGE_ORGANISATIONS = Policy(
    "account.organisations",
    "A person with an account may see at which organisations they can sign in, and link and remove them.",
    WITH_ACCOUNT,
)
MANAGE_PASSKEYS = Policy(
    "account.passkeys", "A person with an account may add, name and remove passkeys of their own.", WITH_ACCOUNT
)
STAY_SIGNED_IN = Policy(
    "account.stay", "A person who is signed in may put off the end of their session for want of use.", WITH_ACCOUNT
)
SIGN_OUT_OTHERS = Policy(
    "sessions.end_others",
    "An administrator may sign somebody out on all their devices, and sees nothing of them by it.",
    ADMINISTRATOR,
)
RECOVER = Policy(
    "recovery.decide",
    "A support agent, a tax preparer or an administrator may see who lost every way in, and say whose account it is: "
    "two must agree.",
    ANSWERING,
)
