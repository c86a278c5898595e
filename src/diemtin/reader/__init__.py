"""a capture -> a reading: articles, figures, blocks of teasers, dates with grounds."""
