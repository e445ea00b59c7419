"""Getting back in after every way in was lost: no password, no passkey, no second step.

Somebody asks by a message of services/feedback, in text or in a signed video (`asking`). Two of our team compare what
they say with what we know (`reading`, `facts`, `deciding`). Then whoever can be the owner is told, and has 24 hours to
stop it (`waiting`); after that a letter to the address of the account brings a link (`finishing`).
docs/decisions/0011-account-recovery.md says why it is so.
"""
