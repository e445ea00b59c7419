"""Jobs that nobody asks for: each says in its `cron` when it is done."""
