"""articles -> meetings, statements, persons; dating by who held which office."""
