"""Form 1040, lines 19, 20 and 27 to 29: the credits."""
