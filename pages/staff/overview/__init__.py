"""What those who oversee the work see of it: the season in numbers, lists as files, the audit trail, system health."""
