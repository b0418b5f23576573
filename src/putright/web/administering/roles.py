"""What is each role for, in a line that tells an administrator whom to appoint?"""

from __future__ import annotations

from typing import Final

from putright.domain.access import ROLE_WORDS, Role

# The table of docs/rules/access.md, said in a line for each role.
ROLE_HINTS: Final = {
    Role.COMPLAINTS_OFFICER: "Enters and handles every case.",
    Role.COMPLAINTS_MANAGER: "Handles every case, and decides whether a late complaint is taken up.",
    Role.SERVICE_MANAGER: "The same, where a service has a manager of its own.",
    Role.INVESTIGATOR: "Sees and looks into the cases they are given, and no others.",
    Role.MEDICAL_DIRECTOR: "Sees and decides the cases for which a review was asked.",
    Role.RESPONSIBLE_PERSON: "Answers for keeping to the law, and signs responses. SI 2009/309 reg 4(1)(a)",
    Role.DELEGATE: "Signs responses for the responsible person, who must have authorised it. SI 2009/309 reg 4(2)",
    Role.ADMINISTRATOR: "Appoints people and adopts procedures, and sees no complaint.",
}


def role_name(role: Role) -> str:
    """Return the role as it stands at the beginning of a line."""
    words = ROLE_WORDS[role]
    return words[:1].upper() + words[1:]
