"""The documents of a customer: taken in, checked before anybody opens them, kept by tax year, and removed."""
