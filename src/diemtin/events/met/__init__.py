"""Who met whom: sentences condensed, frames over them, days, places, and one meeting told twice."""
