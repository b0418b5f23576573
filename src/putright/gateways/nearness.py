"""How near are two names, or two tellings of something, to each other, from 0 to 100?"""

from rapidfuzz import fuzz, utils

LONGEST = 4_000  # characters: what is told first tells two matters apart


def nearness_of_names(one: str, other: str) -> int:
    """Return 100 for the same words in any order; a slip of the pen or another spelling takes a little away."""
    return round(fuzz.token_sort_ratio(one, other, processor=utils.default_process))


def nearness_of_words(one: str, other: str) -> int:
    """Return 100 where one says all that the other says, in any order; what stands in one alone takes nothing away."""
    return round(fuzz.token_set_ratio(one[:LONGEST], other[:LONGEST], processor=utils.default_process))
