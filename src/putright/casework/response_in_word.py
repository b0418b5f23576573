"""How does the draft of a response leave as a document that can be edited outside?"""

from putright.casework.perform import CaseInHand
from putright.casework.response_draft import Draft, letter_of
from putright.letters.composition import compose
from putright.letters.word import as_docx


def draft_as_docx(hand: CaseInHand, draft: Draft, paper: int) -> bytes:
    """The draft as a document with a box for each part; it says from which paper of which case it was made."""
    letter = compose("final-response", letter_of(hand, draft, None), draft=True, with_boxes=True)
    return as_docx(letter, version=f"{hand.case.reference} {paper}")
