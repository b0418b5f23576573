"""How is it shown that other things go on about the same matter: what is linked, what waits, and what goes on?"""

from putright.casework.actions.hold_issues import hold_issues
from putright.casework.actions.link_process import link_process
from putright.demo.stage import Tale
from putright.domain.channels import Channel
from putright.domain.holds import Grounds
from putright.domain.linked import ProcessKind


def other_things_go_on(tale: Tale, officer: str, senior: str) -> None:
    """A solicitor writes, for which nothing waits; and how somebody behaved is a matter of discipline, which waits."""
    tale.then(
        24,
        officer,
        link_process,
        process=ProcessKind.CLAIM,
        words="A letter before action about the lost place on the list. The complaint goes on.",
        reference="MADE-UP/26/118",
        contact="Imaginary and Partners, solicitors, 01632 960118",
        referred="Our medical defence organisation, by email.",
    )
    tale.then(
        20,
        officer,
        link_process,
        process=ProcessKind.DISCIPLINARY,
        words="The practice manager looks into how the person at the desk behaved. A hearing is set.",
        contact="Practice manager",
    )
    tale.posted(
        18,
        senior,
        hold_issues,
        process=tale.entry("process_started", officer),
        issues=(2,),
        grounds=Grounds(prejudice="Whoever is asked for a statement now would speak before the hearing."),
        asked_by="The practice manager",
        asked_how=Channel.IN_PERSON,
        review_on=tale.stage.day(-4),
    )
