"""Asking the web: safely (no address but public ones), politely (robots.txt, TDMRep, pace) and within limits.

``client.Fetcher`` is the door. ``addresses`` says which addresses may be asked, ``network`` is the only place that
opens a socket and asks it first, ``bodies`` unpacks within bounds, ``robots`` and ``pace`` are the manners.
"""
