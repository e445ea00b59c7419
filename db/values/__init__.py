"""The plain enumerations that every floor of the house may speak, a file a capability. Standard library only."""
