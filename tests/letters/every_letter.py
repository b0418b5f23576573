"""The facts of every letter that there is, complete."""

from putright.letters.every_letter import LetterFacts
from tests.letters.after_builders import AFTER_FACTS
from tests.letters.builders import HANDLING_FACTS
from tests.letters.contact_builders import CONTACT_FACTS
from tests.letters.intake_builders import INTAKE_FACTS
from tests.letters.linked_builders import LINKED_FACTS
from tests.letters.plan_builders import PLAN_FACTS
from tests.letters.timing_builders import TIMING_FACTS
from tests.letters.triage_builders import TRIAGE_FACTS

FACTS: dict[str, LetterFacts] = {
    **HANDLING_FACTS,
    **INTAKE_FACTS,
    **AFTER_FACTS,
    **CONTACT_FACTS,
    **LINKED_FACTS,
    **PLAN_FACTS,
    **TIMING_FACTS,
    **TRIAGE_FACTS,
}
