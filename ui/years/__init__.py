"""The parts of the page with all tax years: how far each has come, the ways into it, and the way back to one."""
