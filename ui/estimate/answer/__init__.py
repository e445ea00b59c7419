"""What an estimate comes to: the refund so far, the answer in words, what is missing, what we can't compute."""
