"""How a customer checks that somebody is one of us: who it can be, the field for a code, and the code on our side."""
