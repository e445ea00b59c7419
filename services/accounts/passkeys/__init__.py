"""Passkeys: a key that stays on the person's device, and that only their fingerprint, face or screen lock opens.

`adding`, `signing_in` and `keeping` are what people do; `checking` is what holds a signature true. Each answer of a
device is to a question of ours that is asked once (`challenges`). NIST SP 800-63B-4, 3.1.7: with user verification a
passkey is two factors in one. OWASP ASVS 5.0, 6.3.3.
"""
