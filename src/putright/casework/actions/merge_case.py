"""A case is put together with another one of the same complaint, which goes on."""

from datetime import date, datetime

from putright.casework.correspondence import correspondence
from putright.casework.errors import refuse, refused
from putright.casework.issue_words import issues_of
from putright.casework.letter_queue import WAITING, send_letter
from putright.casework.means import Means
from putright.casework.perform import CaseInHand, Done
from putright.casework.two_cases import performing_on_both
from putright.domain.access import Actor, Deed
from putright.domain.channels import Channel
from putright.domain.issues import SUBJECT_WORDS, Subject
from putright.domain.likeness import links_of, why_not_put_together
from putright.domain.references import reference_shown
from putright.domain.splitting import SPLIT
from putright.letters.intake_facts import PutTogether
from putright.records.models import NamedPerson, OutboxLetter


def merge_case(
    *,
    actor: Actor,
    case: str,
    on: date,
    now: datetime,
    version: int | None = None,
    means: Means | None = None,
    other: str,
    why: str,
    tells: bool = True,
    channel: Channel = Channel.LETTER,
) -> Done:
    """End this case in favour of the other, which was received first: its dates, the law's among them, are the ones.

    What was said here is put on the other's file. `tells` writes to the person, who may know this reference. It can be
    taken back with `unlink_case`.
    """
    with performing_on_both(
        Deed.HANDLE, actor=actor, case=case, other=other, on=on, now=now, version=version, means=means
    ) as both:
        this, that = both.this, both.other
        refuse(
            why_not_put_together(
                received_on=this.case.received_on,
                status=this.position.status,
                other_received_on=that.case.received_on,
                other_status=that.position.status,
            )
        )
        if links_of(this.events).get(that.case.reference) in SPLIT:
            message = "One of these cases was split off from the other: what each is about is not the same."
            raise refused("split-off", message)
        if OutboxLetter.objects.filter(case=this.case, state__in=WAITING).exists():
            raise refused("letter-waiting", "A letter of this case waits to be posted. Post it, or put it aside first.")
        _keep_away_whom_it_names(this, that)
        said = that.keep_text("taken-in", f"What was said in {reference_shown(this.case.reference)}", _said(this))
        that.note("taken_in", facts={"case": this.case.reference}, papers=[said])
        reason = this.keep_text("file-note", "Why it is put together with another case", why)
        this.record("merged", facts={"case": that.case.reference}, papers=[reason])
        if tells:
            letter = PutTogether(
                correspondence=correspondence(that, to=that.case.complainant),
                other_reference=reference_shown(this.case.reference),
                received_on=that.case.received_on,
            )
            send_letter(that, "put-together", letter, channel=channel)
            this.letter = that.letter
    return this.done()


def _keep_away_whom_it_names(this: CaseInHand, that: CaseInHand) -> None:
    """Whoever is named in the one may not come near the other either."""
    named = NamedPerson.objects.filter(case=this.case).values_list("person", flat=True)
    for person in named:
        if person == that.case.handler_id:
            raise refused(
                "handles-the-case",
                "Who has the other case is named in this one. Give that case to somebody else first.",
            )
        NamedPerson.objects.get_or_create(case=that.case, person_id=person, defaults={"made_at": that.now})


def _said(hand: CaseInHand) -> str:
    parts = (
        f"{issue.number}. {SUBJECT_WORDS[Subject(issue.subject)]}\n\n{issue.narrative.text or ''}"
        for issue in issues_of(hand.case)
    )
    return "\n\n".join(parts)
