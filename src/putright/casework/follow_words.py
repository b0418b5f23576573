"""In which words is a person told what has happened to their complaint, and what the law promises them?"""

from collections.abc import Mapping, Sequence
from typing import Final

from putright.domain.allocation import appeal_of
from putright.domain.chronology import Event
from putright.domain.vocabulary import CaseStatus

# What the person has lived through themselves, or been told of. What is not here is the body's own business.
TOLD: Final = {
    "received": "We received your complaint.",
    "written_record_sent": "We sent you a copy of what we wrote down.",
    "written_record_agreed": "You told us that what we wrote down is right.",
    "written_record_corrected": "You put right what we wrote down.",
    "registered": "We entered your complaint in our register.",
    "next_steps_told": "We told you what happens next.",
    "acknowledged": "We told you that we have your complaint.",
    "discussion_offered": "We offered to talk with you about how we will look into it.",
    "discussion_requested": "You asked to talk with us about it.",
    "discussion_declined": "You told us that you do not need to talk about it first.",
    "discussion_held": "We talked with you about how we will look into it.",
    "response_period_agreed": "We agreed with you when our answer should come.",
    "response_period_set": "We told you when our answer should come.",
    "handling_plan_sent": "We wrote to you what we agreed about how we deal with it.",
    "details_requested": "We asked you to tell us more.",
    "details_received": "You told us more.",
    "details_acknowledged": "We thanked you for telling us more.",
    "consent_requested": "We asked the patient for permission.",
    "consent_given": "The patient gave permission.",
    "consent_refused": "The patient did not give permission.",
    "consent_withdrawn": "The patient took the permission back.",
    "consent_answer_told": "We wrote to you what that changes.",
    "authority_asked": "We asked you what shows that you may speak for the patient.",
    "authority_seen": "We looked at what shows that you may speak for the patient.",
    "sharing_asked": "We asked you whether we may tell another organisation.",
    "sharing_agreed": "You told us that we may tell another organisation.",
    "sharing_refused": "You told us not to tell another organisation.",
    "transferred": "We sent your complaint to the organisation that must answer it.",
    "passed_on": "We passed your complaint to the organisation that gave you the care.",
    "transfer_told": "We told you which organisation has your complaint now.",
    "joint_asked": "You asked that another organisation looks into it with us.",
    "joined": "We decided with another organisation who answers you.",
    "contribution_requested": "One organisation asked the other what happened.",
    "contribution_received": "The other organisation told us what happened on their side.",
    "contribution_sent": "We told the organisation that answers you what happened on our side.",
    "kept": "We decided to look into your complaint ourselves.",
    "path_told": "We told you how we deal with your complaint.",
    "investigation_started": "We began to look into your complaint.",
    "statement_requested": "We asked a member of staff what happened.",
    "statement_received": "A member of staff told us what happened.",
    "examined": "We looked at what you told us and what our staff told us.",
    "meeting_requested": "You asked for a meeting.",
    "meeting_offered": "We offered you a meeting.",
    "meeting_accepted": "You said that you would like to meet.",
    "meeting_declined": "You said that you would rather not meet.",
    "meeting_time_asked": "You asked for another time to meet.",
    "meeting_needs_told": "You told us what you need at the meeting.",
    "meeting_held": "We met you.",
    "meeting_letter_sent": "We wrote to you about our meeting.",
    "investigation_completed": "We finished looking into your complaint.",
    "contact_talked": "We talked with you about how you contact us.",
    "contact_warned": "We wrote to you about how you contact us.",
    "contact_limited": "We wrote to you that we limit for a time how you can contact us.",
    "contact_ended": "We wrote to you that the limit on how you contact us is over.",
    "contact_appealed": "You asked us to look again at the limit on how you contact us.",
    "contact_appeal_answered": "We wrote to you what we think of the limit now.",
    "advocate_named": "You named somebody to help you.",
    "advocate_ended": "Somebody who helped you stopped.",
    "advocate_comes": "Your advocate told us whether they come to our meeting.",
    "page_message_received": "You sent us a message.",
    "page_message_sent": "We sent you a message.",
    "reach_changed": "You told us how to reach you now.",
    "update_asked": "You asked how it is going.",
    "update_sent": "We told you how it is going.",
    "timescale_changed": "We wrote to you that a date had to change.",
    "extension_agreed": "You agreed to a later date.",
    "extension_confirmed": "We wrote to you about the later date that you agreed to.",
    "paused": "We stopped counting the time for something.",
    "resumed": "We count the time again.",
    "delay_explained": "We wrote to you why our answer is late.",
    "lateness_decided": "We decided whether we can look into something so long ago.",
    "lateness_explained": "We wrote to you why we cannot look into something so long ago.",
    "excluded": "We decided that there is something we cannot deal with.",
    "exclusion_explained": "We wrote to you what we cannot deal with, and why.",
    "representative_refused": "We decided that we cannot deal with this complaint from you.",
    "representative_refusal_explained": "We wrote to you why we cannot deal with this complaint from you.",
    "hold_told": "We wrote to you that part of your complaint has to wait, and when we look at that again.",
    "going_on_told": "We wrote to you that we go on with what had to wait.",
    "easy_read_sent": "We sent you our answer in easy read.",
    "response_sent": "We sent you our answer.",
    "answer_accepted": "You told us that our answer is enough for you.",
    "questions_asked": "You asked us something about our answer.",
    "improvement_told": "We told you what has changed because of your complaint.",
    "questions_answered": "We answered what you asked.",
    "round_opened": "You told us that you are not happy with our answer, and we took it up once more.",
    "round_told": "We wrote to you what we look at once more.",
    "review_requested": "You asked us to look again.",
    "review_refused": "We wrote to you why we do not look again.",
    "late_request_accepted": "We decided to look again, though you asked after the last day for it.",
    "review_completed": "We finished looking again.",
    "review_response_sent": "We sent you our final position.",
    "settled": "We settled it with you.",
    "merged": "We put this together with your other complaint about the same thing.",
    "split_from": "We decided to deal with this part of your complaint in a case of its own.",
    "split_taken_back": "We decided to deal with all of your complaint in one case again.",
    "taken_in": "We put your other complaint about the same thing together with this one.",
    "ombudsman_asked": "The Ombudsman asked us about your complaint.",
    "ombudsman_answered": "We answered the Ombudsman.",
    "ombudsman_decided": "The Ombudsman decided about your complaint.",
    "ombudsman_recommended": "The Ombudsman told us what to do.",
    "recommendation_done": "We did what the Ombudsman told us to do.",
    "allocation_appeal_found": "We saw that this is an appeal, not a complaint.",
    "allocation_appeal_told": "We wrote to you who decides your appeal.",
    "allocation_appeal_decided": "It was decided whether you stay on the Special Allocation Scheme.",
    "allocation_decision_told": "We wrote to you what was decided.",
    "choice_team_asked": "NHS England’s choice team was asked whether you were offered what there is to choose.",
    "choice_team_acknowledged": "NHS England’s choice team said that it has this.",
    "choice_team_contacted": "NHS England’s choice team spoke with you.",
    "choice_advised": "NHS England’s choice team gave advice.",
    "choice_directed": "NHS England’s choice team told you where to turn.",
    "choice_engaged": "NHS England’s choice team took it up with us.",
    "choice_team_told": "We told NHS England’s choice team what it asked.",
    "choice_team_finished": "NHS England’s choice team finished.",
    "choice_offered": "We offered you what there is to choose.",
    "issue_withdrawn": "You told us that you do not want an answer to a part of your complaint.",
    "issue_withdrawal_confirmed": "We wrote to you which part that is, and what goes on.",
    "issue_resumed": "You told us that you want an answer to it after all.",
    "issue_resumption_told": "We wrote to you that we look into it again.",
    "withdrawal_asked": "You told us that you want to stop. We ask the patient.",
    "withdrawn": "You withdrew your complaint.",
    "withdrawal_confirmed": "We confirmed that in writing.",
    "take_up_asked": "You told us that you want to go on with your complaint.",
    "take_up_told": "We wrote to you what happens with your complaint.",
    "looked_into_further": "We look into something all the same, to keep people safe and to learn.",
    "closed": "We closed your case.",
    "reopened": "We opened your case again.",
}

# What the same entries mean for the person where the case is an appeal against being on the scheme.
TOLD_OF_AN_APPEAL: Final = {
    "transferred": "We sent your appeal to the organisation that decides it.",
    "transfer_told": "We told you which organisation has your appeal now.",
}


def told_of(events: Sequence[Event]) -> Mapping[str, str]:
    """Return what each entry of a case means to the person, by its kind."""
    return TOLD | TOLD_OF_AN_APPEAL if appeal_of(events) is not None else TOLD


STATUS_WORDS: Final = {
    CaseStatus.OPEN: "We are looking into your complaint.",
    CaseStatus.RESPONDED: "We have answered your complaint.",
    CaseStatus.CLOSED: "Your case is closed.",
    CaseStatus.WITHDRAWN: "You withdrew your complaint.",
    CaseStatus.TRANSFERRED: "Your complaint went to another organisation.",
}

# After these an open case is one that is looked at once more.
ASKED_AGAIN: Final = frozenset({"review_requested", "reopened", "round_opened"})
AN_APPEAL: Final = (
    "This is an appeal against being on the Special Allocation Scheme. A panel decides it; it is not answered as a"
    " complaint."
)
APPEAL_SENT_ON: Final = (
    "We sent your appeal against being on the Special Allocation Scheme to the organisation that decides it."
)
APPEAL_DECIDED: Final = "It was decided whether you stay on the Special Allocation Scheme."
WITH_THE_OMBUDSMAN: Final = "The Ombudsman is looking at your complaint."
DECIDED_BY_THE_OMBUDSMAN: Final = "The Ombudsman has decided about your complaint."
LOOKING_AGAIN: Final = "We are looking at your complaint again."

# The law speaks to the organisation; here it speaks to the person. Steps of procedures/england-2009.yaml.
LAW_WORDS: Final = {
    "written-record": "If you told us by word of mouth, we write down what you said and give you a copy.",
    "acknowledge": "We tell you that we have your complaint, and offer to talk with you about it.",
    "tell-period": "We tell you in writing how long our answer will take.",
    "keep-informed": "We tell you how it is going while we look into it.",
    "respond": "We send you our signed answer in writing.",
    "respond-as-told": "We send you our answer by the day we agreed with you or told you.",
    "explain-delay": "If our answer is late, we write to you and explain why.",
    "co-operate": "We give the organisation that answers you what it needs from us.",
    "ask-to-share": "We ask you whether we may tell the organisation that gave you the care.",
    "share-details": "If you agree, we tell them what you told us.",
    "keep-or-pass": "We decide which of us answers you, and tell you.",
    "tell-provider": "We tell the organisation that gave you the care that we look into it.",
    "tell-passed-on": "If they are to answer you, we tell you so.",
    "explain-exclusion": "If there is a part we cannot deal with, we tell you which and why, in writing.",
    "explain-refusal": "If we cannot accept who is complaining, we tell them why, in writing.",
}
