"""Vietnamese text, and the lexicons that several rooms need.

Normal form, folding, syllables, sentences, dates, names; offices and their holders, countries, agencies, section names,
wording of blocks. Imports ``news`` and ``errors`` only. A change owes ``tests/language``.

Data files (``data/``) are plain TOML that a person can check and mend; each file says what it holds and from where.
"""
