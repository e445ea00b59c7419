"""Links in letters: to confirm an address, to sign in, and to replace a forgotten password.

`asking` takes down who wants a letter, `writing` writes it in a job, `opening` looks a link up, `pressing` uses it.
Whoever asks learns nothing about an address: only the job looks whether it has an account (OWASP ASVS 5.0, 6.3.8).
"""
