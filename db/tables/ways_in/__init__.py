"""How somebody comes in to an account: links, passkeys, second steps, organisations, help after all were lost."""
