"""Whether outside services answer: what each is asked, how that is kept for all processes, and what is known of it."""
