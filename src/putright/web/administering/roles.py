"""What is each role for, in a line that tells an administrator whom to appoint?"""

from __future__ import annotations

from typing import Final

from putright.domain.access import ROLE_WORDS, Role

# The table of docs/rules/access.md, said in a line for each role.
ROLE_HINTS: Final = {
    Role.COMPLAINTS_OFFICER: "Enters and handles every case.",
    Role.COMPLAINTS_MANAGER: "Handles every case, and decides whether a late complaint is taken up.",
    Role.SERVICE_MANAGER: "The same, where a service has a manager of its own.",
    Role.PALS_OFFICER: "Enters complaints, and sees those they entered or were given.",
    Role.INVESTIGATOR: "Sees and looks into the cases they are given, and no others.",
    Role.STAFF: "Is asked for a statement, and gives it. Sees no complaint.",
    Role.MEDICAL_DIRECTOR: "Sees and decides the cases for which a review was asked.",
    Role.CLINICAL_REVIEWER: "Sees and reviews the cases they are given, and no others.",
    Role.RESPONSIBLE_PERSON: "Answers for keeping to the law, and signs responses. SI 2009/309 reg 4(1)(a)",
    Role.DELEGATE: "Signs responses for the responsible person, who must have authorised it. SI 2009/309 reg 4(2)",
    Role.STAND_IN: "Comes from outside to handle and sign what nobody here may, case by case. SI 2009/309 reg 4(2)",
    Role.ADVOCATE: "Sees what the person they help is shown, on the cases they are given.",
    Role.COMMISSIONERS_OFFICER: "Reads the cases they are given, for the commissioner.",
    Role.OMBUDSMAN_CASEWORKER: "Reads the cases they are given, for the Ombudsman.",
    Role.AUDITOR: "Sees every case, restricted ones too, and who looked at it. Does nothing on any.",
    Role.DIRECTORY_EDITOR: "Keeps the organisation's name, address and channels right. Sees no complaint.",
    Role.ADMINISTRATOR: "Appoints people and adopts procedures, and sees no complaint.",
}


def role_name(role: Role) -> str:
    """Return the role as it stands at the beginning of a line."""
    words = ROLE_WORDS[role]
    return words[:1].upper() + words[1:]
