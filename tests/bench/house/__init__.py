"""The house as a whole process, measured from outside: what it answers, how fast, with how many people, how big."""
