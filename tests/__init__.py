"""Which `tests` is meant? This one: an installed package may bring a folder of that name, which would be found first."""
