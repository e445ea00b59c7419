"""What waits for somebody who works here: how much of each kind, and since when. No row of anybody is told."""
