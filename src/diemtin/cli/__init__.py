"""commands, ten lines each."""
