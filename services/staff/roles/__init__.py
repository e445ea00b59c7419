"""Roles: granted, used, looked at every ninety days and ended, with a letter to whoever holds one."""
