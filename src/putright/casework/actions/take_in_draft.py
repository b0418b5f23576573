"""A draft of the response comes back that somebody edited outside."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from putright.casework.draft_versions import versions_of
from putright.casework.errors import refused
from putright.casework.means import Means
from putright.casework.perform import Done, performing
from putright.casework.response_draft import KIND, Draft, as_text, from_text
from putright.casework.response_in_word import draft_as_docx
from putright.casework.said import FileSaid
from putright.domain.access import Actor, Deed
from putright.gateways.word_file import CameBack, UnreadableDocument, came_back
from putright.letters.marked import PARTS, TITLES


def take_in_draft(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    file: FileSaid,
) -> Done:
    """Take in what stands in the boxes of an edited document as a new version of the draft.

    Of the boxes those that were changed, so that nothing is lost that somebody else wrote meanwhile; nothing else of
    the document, for what stands around the boxes comes from the case. The document itself is kept. Refused for a
    document of another case, one without its boxes, or one in which nothing was changed.
    """
    with performing(Deed.ANSWER, actor=actor, case=case, on=on, now=now, version=version, means=means) as hand:
        hand.permit("response_prepared")
        versions = versions_of(hand.case, hand.events)
        read = _read(file)
        reference, _, number = read.version.partition(" ")
        if reference != hand.case.reference:
            raise refused(
                "another-case", "This document was not made from the draft of this case. Choose the right one."
            )
        if missing := [TITLES[name] for name in PARTS if name not in read.boxes]:
            message = (
                f"The box “{missing[0]}” is gone from the document. Download the draft again and write in its boxes."
            )
            raise refused("no-box", message)
        base = next((one for one in versions if str(one.paper.number) == number), None)
        stands = from_text(versions[-1].paper.text or "") if versions else Draft()
        began = from_text(base.paper.text or "") if base else stands
        given = came_back(draft_as_docx(hand, began, int(base.paper.number) if base else 0))
        changed = {name: _said(read, name) for name in PARTS if read.boxes[name] != given.boxes[name]}
        if not changed:
            raise refused("nothing-changed", "Nothing in the boxes was changed. Choose the document that was edited.")
        edited = _with(stands, changed)
        came = hand.keep_what_came("response-draft-file", file)
        hand.record("response_prepared", papers=[hand.keep_text(KIND, "Draft of the response", as_text(edited)), came])
    is_newer = base is not None and base is not versions[-1]
    return replace(hand.done(), then=_then(is_newer=is_newer, around_differs=given.around != read.around))


def _read(file: FileSaid) -> CameBack:
    try:
        return came_back(file.content)
    except UnreadableDocument as unreadable:
        message = f"The document cannot be read: {unreadable}. Save it as a Word document (.docx) and choose it again."
        raise refused("not-a-document", message) from unreadable


def _said(read: CameBack, name: str) -> str:
    """What stands in a box; one that still holds what it was given is empty."""
    return "" if read.boxes[name] == PARTS[name] else read.boxes[name]


def _with(draft: Draft, changed: Mapping[str, str]) -> Draft:
    """The draft that stands with the boxes that were changed; what somebody else wrote meanwhile in others stays."""
    return replace(
        draft,
        apology=changed.get("apology", draft.apology),
        how_considered=changed.get("how_considered", draft.how_considered),
        answer_to_wanted=changed.get("answer_to_wanted", draft.answer_to_wanted),
        staff_response=changed.get("staff_response", draft.staff_response),
        action_details=changed.get("action_details", draft.action_details),
    )


def _then(*, is_newer: bool, around_differs: bool) -> str:
    sentences = ["Compare it with the version before under Drafts."]
    if is_newer:
        sentences.append("It was made from an earlier version; only the boxes that were changed in it were taken in.")
    if around_differs:
        sentences.append("Words around the boxes differ too; they come from the case and were not taken in.")
    return " ".join(sentences)
