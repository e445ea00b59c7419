"""What a person sees of their own passkeys."""
