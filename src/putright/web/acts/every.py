"""Which actions have a page, and in which groups does the page of a case show them?"""

from __future__ import annotations

from putright.web.acts import (
    access,
    afterwards,
    allocation,
    answering,
    choice_team,
    choosing,
    details,
    first_contact,
    informing,
    investigation,
    issue_withdrawal,
    joint,
    keeping,
    letters,
    linked,
    meeting,
    named,
    ombudsman,
    other_cases,
    procedures,
    responding,
    returns,
    review,
    right_body,
    scope,
    the_case,
    timing,
    triage,
    withdrawal,
)
from putright.web.acts.act import Act
from putright.web.acts.advocates import ACTS as ADVOCATES
from putright.web.acts.authority import ACTS as AUTHORITY
from putright.web.acts.breaches import ACTS as BREACHES
from putright.web.acts.consent import ACTS as CONSENT
from putright.web.acts.contact import ACTS as CONTACT
from putright.web.acts.copies import ACTS as COPIES
from putright.web.acts.deaths import ACTS as DEATHS
from putright.web.acts.improving import ACTS as IMPROVING
from putright.web.acts.interviews import ACTS as INTERVIEWS
from putright.web.acts.misplaced import ACTS as MISPLACED
from putright.web.acts.needs import ACTS as NEEDS
from putright.web.acts.notes import ACTS as NOTES
from putright.web.acts.page import ACTS as PAGE
from putright.web.acts.planning import ACTS as PLANNING
from putright.web.acts.remedies import ACTS as REMEDIES
from putright.web.acts.safety import ACTS as SAFETY
from putright.web.acts.telling_staff import ACTS as TELLING_STAFF

# By the last part of the address of its page.
_ROOMS = (
    *(first_contact, details, right_body, joint, scope, other_cases, linked, investigation, meeting, informing),
    *(responding, afterwards, review, the_case, access, choosing, choice_team, allocation, procedures, letters),
    *(triage, returns, timing, named),
    *(withdrawal, issue_withdrawal, answering),
    *(keeping, ombudsman),
)
_EVERYDAY = (
    *(*INTERVIEWS, *TELLING_STAFF, *PLANNING, *NEEDS, *NOTES, *BREACHES, *DEATHS, *CONTACT),
    *(*REMEDIES, *IMPROVING, *MISPLACED, *SAFETY, *CONSENT, *AUTHORITY, *ADVOCATES, *PAGE),
)
ACTS: dict[str, Act] = {
    act.address: act for acts in (*(room.ACTS for room in _ROOMS), _EVERYDAY, COPIES) for act in acts
}

# The groups in which a case page shows them; letters that wait are shown with their letter.
GROUPS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    ("First contact", first_contact.ACTS),
    ("How it is handled", PLANNING),
    ("First look", triage.ACTS),
    ("Details and consent", (*details.ACTS, *CONSENT, *AUTHORITY)),
    ("Who deals with it", (*right_body.ACTS, *joint.ACTS)),
    ("Whether it is taken up", scope.ACTS),
    ("Other cases", other_cases.ACTS),
    ("Something else that goes on", linked.ACTS),
    ("Investigation", (*investigation.ACTS, *INTERVIEWS, *TELLING_STAFF)),
    ("Meeting", meeting.ACTS),
    ("Keeping the person informed", (*informing.ACTS, *PAGE)),
    ("Levels, agreed dates and clocks", timing.ACTS),
    ("A choice that was not offered", (*choosing.ACTS, *choice_team.ACTS)),
    ("Special Allocation Scheme", allocation.ACTS),
    ("Response", (*responding.ACTS, *answering.ACTS)),
    ("Putting it right for the person", REMEDIES),
    ("What is changed because of it", IMPROVING),
    ("After the answer", afterwards.ACTS),
    ("Review", review.ACTS),
    ("The Ombudsman", ombudsman.ACTS),
    ("Withdrawal", (*withdrawal.ACTS, *issue_withdrawal.ACTS)),
    ("What people need", NEEDS),
    ("Who helps the person", ADVOCATES),
    ("Notes and promises", NOTES),
    ("Personal details that went astray", BREACHES),
    ("A death", DEATHS),
    ("On the wrong case", MISPLACED),
    ("How the person contacts us", CONTACT),
    ("Safety of whoever meets the person", SAFETY),
    ("Who can see the case", access.ACTS),
    ("The yearly return", returns.ACTS),
    ("A copy of the file for somebody", COPIES),
    ("Keeping the file", keeping.ACTS),
    ("The case", (*the_case.ACTS, *procedures.ACTS, *named.ACTS)),
)
