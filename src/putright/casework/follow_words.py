"""In which words is a person told what has happened to their complaint, and what the law promises them?"""

from typing import Final

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
    "details_requested": "We asked you to tell us more.",
    "details_received": "You told us more.",
    "details_acknowledged": "We thanked you for telling us more.",
    "consent_requested": "We asked the patient for permission.",
    "consent_given": "The patient gave permission.",
    "consent_refused": "The patient did not give permission.",
    "consent_withdrawn": "The patient took the permission back.",
    "sharing_asked": "We asked you whether we may tell another organisation.",
    "sharing_agreed": "You told us that we may tell another organisation.",
    "sharing_refused": "You told us not to tell another organisation.",
    "transferred": "We sent your complaint to the organisation that must answer it.",
    "passed_on": "We passed your complaint to the organisation that gave you the care.",
    "transfer_told": "We told you which organisation has your complaint now.",
    "joined": "We decided with another organisation who answers you.",
    "contribution_requested": "One organisation asked the other what happened.",
    "contribution_received": "The other organisation told us what happened on their side.",
    "contribution_sent": "We told the organisation that answers you what happened on our side.",
    "kept": "We decided to look into your complaint ourselves.",
    "investigation_started": "We began to look into your complaint.",
    "statement_requested": "We asked a member of staff what happened.",
    "statement_received": "A member of staff told us what happened.",
    "examined": "We looked at what you told us and what our staff told us.",
    "meeting_offered": "We offered you a meeting.",
    "meeting_accepted": "You said that you would like to meet.",
    "meeting_declined": "You said that you would rather not meet.",
    "meeting_held": "We met you.",
    "meeting_letter_sent": "We wrote to you about our meeting.",
    "investigation_completed": "We finished looking into your complaint.",
    "update_sent": "We told you how it is going.",
    "timescale_changed": "We wrote to you that a date had to change.",
    "delay_explained": "We wrote to you why our answer is late.",
    "lateness_decided": "We decided whether we can look into something so long ago.",
    "lateness_explained": "We wrote to you why we cannot look into something so long ago.",
    "excluded": "We decided that there is something we cannot deal with.",
    "exclusion_explained": "We wrote to you what we cannot deal with, and why.",
    "representative_refused": "We decided that we cannot deal with this complaint from you.",
    "representative_refusal_explained": "We wrote to you why we cannot deal with this complaint from you.",
    "response_sent": "We sent you our answer.",
    "questions_asked": "You asked us something about our answer.",
    "questions_answered": "We answered what you asked.",
    "round_opened": "You told us that you are not happy with our answer, and we took it up once more.",
    "round_told": "We wrote to you what we look at once more.",
    "review_requested": "You asked us to look again.",
    "review_completed": "We finished looking again.",
    "review_response_sent": "We sent you our final position.",
    "settled": "We settled it with you.",
    "merged": "We put this together with your other complaint about the same thing.",
    "taken_in": "We put your other complaint about the same thing together with this one.",
    "withdrawn": "You withdrew your complaint.",
    "closed": "We closed your case.",
    "reopened": "We opened your case again.",
}

STATUS_WORDS: Final = {
    CaseStatus.OPEN: "We are looking into your complaint.",
    CaseStatus.RESPONDED: "We have answered your complaint.",
    CaseStatus.CLOSED: "Your case is closed.",
    CaseStatus.WITHDRAWN: "You withdrew your complaint.",
    CaseStatus.TRANSFERRED: "Your complaint went to another organisation.",
}

# After these an open case is one that is looked at once more.
ASKED_AGAIN: Final = frozenset({"review_requested", "reopened", "round_opened"})
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
