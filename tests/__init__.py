"""Which `tests` is meant? This one: an installed package may bring a folder of that name, and be found before ours."""
