"""What pages cost: how many are held, when one is let go, and what NiceGUI need not do for each of their elements."""
