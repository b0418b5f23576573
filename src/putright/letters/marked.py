"""Which words of a letter may be edited outside, and where do they begin and end in it?

The marks are characters that no letter can hold otherwise: what people type is cleaned of them.
"""

from typing import Final

from putright.letters.fields import Fields

BEGIN, NAMED, END = "\ue000", "\ue001", "\ue002"
# The parts of a response that a person writes, and what stands in a box that is still empty.
PARTS: Final = {
    "apology": "[Write an apology here, or take this out]",
    "how_considered": "[Write here how the complaint was considered]",
    "answer_to_wanted": "[Write here what the person gets of what they asked for, or take this out]",
    "staff_response": "[Write here what the staff say, or take this out]",
    "action_details": "[Write here what has been done or will be, or take this out]",
}
TITLES: Final = {
    "apology": "Apology",
    "how_considered": "How the complaint was considered",
    "answer_to_wanted": "What the person gets of what they asked for",
    "staff_response": "What the staff say",
    "action_details": "What has been done, or will be",
}


def marked(fields: Fields) -> Fields:
    """The fields of a letter with each part that may be edited between marks, its empty box too."""
    boxes = {
        name: f"{BEGIN}{name}{NAMED}{fields[name] or empty}{END}" for name, empty in PARTS.items() if name in fields
    }
    return {**fields, **boxes}
