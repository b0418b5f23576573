"""How does the NHS write a date, a time and a list in a sentence?"""

from datetime import date, time

NOON = time(12)
_LAST_MORNING_HOUR = 12


def in_words(day: date) -> str:
    """The day as a letter writes it.

    >>> in_words(date(2026, 4, 2))
    '2 April 2026'
    """
    return f"{day.day} {day:%B %Y}"


def with_weekday(day: date) -> str:
    """The day with the name that people keep in mind.

    >>> with_weekday(date(2026, 4, 2))
    'Thursday 2 April 2026'
    """
    return f"{day:%A} {in_words(day)}"


def o_clock(moment: time) -> str:
    """The time as a letter writes it.

    >>> [o_clock(time(9)), o_clock(time(12)), o_clock(time(14, 30)), o_clock(time(0, 5))]
    ['9am', 'midday', '2:30pm', '12:05am']
    """
    if moment == NOON:
        return "midday"
    minutes = f":{moment:%M}" if moment.minute else ""
    half = "am" if moment.hour < _LAST_MORNING_HOUR else "pm"
    return f"{moment.hour % 12 or 12}{minutes}{half}"


def as_sentence(words: str) -> str:
    """The words with a full stop, unless they end as a sentence ends already.

    >>> as_sentence("We say sorry"), as_sentence("Who will do it?"), as_sentence("")
    ('We say sorry.', 'Who will do it?', '')
    """
    return words if not words or words.endswith((".", "!", "?", "…")) else f"{words}."


def listed(items: tuple[str, ...]) -> str:
    """The items as part of a sentence.

    >>> listed(("bread", "milk", "tea")), listed(("bread",))
    ('bread, milk and tea', 'bread')
    """
    if len(items) < 2:  # noqa: PLR2004 (one item needs no "and")
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
