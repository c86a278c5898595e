"""articles and stories -> ordered blocks, each place with its reasons. Pure: the clock is an argument."""
