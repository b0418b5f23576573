"""What can go wrong while a letter is composed, and which letter and field is it about?"""

from putright.domain.response import MissingPart


class LetterError(ValueError):
    """A letter could not be composed."""


class UnknownLetter(LetterError):
    """There is no letter of this name, or the facts given are another letter's."""


class UnsoundText(LetterError):
    """The file of a letter's text has a fault: names file, fault and cure."""


class UnfilledField(LetterError):
    """A fact that the letter must state is missing or blank."""

    def __init__(self, letter: str, field: str) -> None:
        super().__init__(f"The letter {letter!r} needs {field!r}, which is missing or blank.")
        self.letter = letter
        self.field = field


class IncompleteResponse(LetterError):
    """A final response lacks something that regulation 14(2) asks for; `missing` says what."""

    def __init__(self, missing: tuple[MissingPart, ...]) -> None:
        super().__init__("The final response is not complete. " + " ".join(part.message for part in missing))
        self.missing = missing
