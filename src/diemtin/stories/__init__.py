"""articles -> copies of one wire text, stories, threads, sections."""
