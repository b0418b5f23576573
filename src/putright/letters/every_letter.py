"""Which facts make which letter?"""

from putright.letters.after_facts import (
    QuestionsAnswered,
    ReviewRefused,
    SecondLook,
    StaysWithdrawn,
    TakenUpAgain,
    WithdrawalConfirmed,
)
from putright.letters.allocation_facts import AppealDecided, AppealToldApart
from putright.letters.consent_facts import AuthorityRequest, ConsentAnswered, ConsentEnded
from putright.letters.contact_facts import ContactAppealAnswered, ContactEnded, ContactLimited, ContactWarning
from putright.letters.copy_facts import CopyEnclosed
from putright.letters.easy_facts import EasyReadResponse
from putright.letters.facts import (
    Acknowledgement,
    ConsentRequest,
    DetailsAcknowledgement,
    FinalResponse,
    MeetingNote,
    MeetingOffer,
    ProgressUpdate,
    ResponsePeriod,
    ReviewOutcome,
    SixMonthNotice,
    StatementRequest,
    TimescaleChange,
    WrittenRecord,
)
from putright.letters.improvement_facts import ImprovementsMade
from putright.letters.intake_facts import (
    ComplaintSentOn,
    ContributionRequest,
    ContributionSent,
    ExclusionNotice,
    ExclusionTakenBack,
    JointEnded,
    JointNotice,
    KeptNotice,
    LateComplaintNotice,
    ProviderNotice,
    PutTogether,
    RepresentativeRefused,
    SharingRequest,
    TransferNotice,
)
from putright.letters.issue_facts import IssueResumed, IssueWithdrawn
from putright.letters.linked_facts import HoldLifted, HoldNotice, SplitNotice, SplitTakenBack
from putright.letters.plan_facts import HandlingAgreed
from putright.letters.timing_facts import ExtensionAgreed, LevelTold
from putright.letters.triage_facts import PathTold

LetterFacts = (
    Acknowledgement
    | DetailsAcknowledgement
    | WrittenRecord
    | StatementRequest
    | ConsentRequest
    | ConsentAnswered
    | AuthorityRequest
    | ConsentEnded
    | MeetingOffer
    | MeetingNote
    | TimescaleChange
    | ExtensionAgreed
    | LevelTold
    | ResponsePeriod
    | HandlingAgreed
    | ProgressUpdate
    | SixMonthNotice
    | FinalResponse
    | ReviewOutcome
    | SharingRequest
    | ComplaintSentOn
    | TransferNotice
    | KeptNotice
    | ProviderNotice
    | ExclusionNotice
    | ExclusionTakenBack
    | RepresentativeRefused
    | LateComplaintNotice
    | JointNotice
    | JointEnded
    | ContributionRequest
    | ContributionSent
    | PathTold
    | PutTogether
    | ContactWarning
    | ContactLimited
    | ContactEnded
    | ContactAppealAnswered
    | HoldNotice
    | HoldLifted
    | AppealToldApart
    | AppealDecided
    | IssueWithdrawn
    | IssueResumed
    | SplitNotice
    | SplitTakenBack
    | QuestionsAnswered
    | SecondLook
    | ReviewRefused
    | WithdrawalConfirmed
    | TakenUpAgain
    | StaysWithdrawn
    | ImprovementsMade
    | CopyEnclosed
    | EasyReadResponse
)

FACTS_OF: dict[str, type[LetterFacts]] = {
    "acknowledgement": Acknowledgement,
    "details-acknowledgement": DetailsAcknowledgement,
    "written-record": WrittenRecord,
    "sharing-request": SharingRequest,
    "complaint-sent-on": ComplaintSentOn,
    "complaint-passed-on": ComplaintSentOn,
    "transfer-notice": TransferNotice,
    "kept-notice": KeptNotice,
    "provider-notice": ProviderNotice,
    "joint-notice": JointNotice,
    "joint-ended": JointEnded,
    "contribution-request": ContributionRequest,
    "contribution": ContributionSent,
    "path-told": PathTold,
    "put-together": PutTogether,
    "hold-notice": HoldNotice,
    "hold-lifted": HoldLifted,
    "appeal-told-apart": AppealToldApart,
    "appeal-decided": AppealDecided,
    "appeal-sent-on": ComplaintSentOn,
    "appeal-transfer-notice": TransferNotice,
    "issue-withdrawn": IssueWithdrawn,
    "issue-resumed": IssueResumed,
    "split-notice": SplitNotice,
    "split-taken-back": SplitTakenBack,
    "contact-warning": ContactWarning,
    "contact-limited": ContactLimited,
    "contact-ended": ContactEnded,
    "contact-appeal-answered": ContactAppealAnswered,
    "exclusion-notice": ExclusionNotice,
    "exclusion-taken-back": ExclusionTakenBack,
    "representative-refused": RepresentativeRefused,
    "late-complaint": LateComplaintNotice,
    "statement-request": StatementRequest,
    "consent-answer": ConsentAnswered,
    "authority-request": AuthorityRequest,
    "consent-ended": ConsentEnded,
    "consent-request": ConsentRequest,
    "meeting-offer": MeetingOffer,
    "meeting-note": MeetingNote,
    "timescale-change": TimescaleChange,
    "extension-agreed": ExtensionAgreed,
    "level-told": LevelTold,
    "response-period": ResponsePeriod,
    "handling-agreed": HandlingAgreed,
    "progress-update": ProgressUpdate,
    "six-month-notice": SixMonthNotice,
    "final-response": FinalResponse,
    "response-easy-read": EasyReadResponse,
    "questions-answered": QuestionsAnswered,
    "second-look": SecondLook,
    "review-outcome": ReviewOutcome,
    "review-refused": ReviewRefused,
    "withdrawal-confirmed": WithdrawalConfirmed,
    "taken-up-again": TakenUpAgain,
    "stays-withdrawn": StaysWithdrawn,
    "improvements-made": ImprovementsMade,
    "copy-enclosed": CopyEnclosed,
    "copy-for-somebody": CopyEnclosed,
}
