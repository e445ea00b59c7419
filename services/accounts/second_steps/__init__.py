"""The second step: what somebody shows after a password, an e-mail link or their organisation.

It is on for an account once an authenticator app is. A recovery code, and a passkey, are taken in place of its code.
Somebody who came in by a passkey has shown two factors already: the device, and its lock.
"""
