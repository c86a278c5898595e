"""Who is named in a sentence: pieces joined to persons, offices, states and bodies, and who of the article they are."""
