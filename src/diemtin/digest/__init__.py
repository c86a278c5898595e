"""chosen stories -> a press review with citations."""
