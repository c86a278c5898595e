"""Who said what: verbs of speech, quotations, "theo …", and whose words they are."""
