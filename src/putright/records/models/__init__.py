"""What is remembered? One concept a file; constraints are named as sentences; no rules."""

from putright.records.models.absence import Absence
from putright.records.models.access_entry import AccessEntry
from putright.records.models.account import Account
from putright.records.models.advocate_draft import AdvocateDraft
from putright.records.models.appointment import Appointment
from putright.records.models.asked_consent import AskedConsent
from putright.records.models.asked_statement import AskedStatement
from putright.records.models.body import Body
from putright.records.models.case import Case
from putright.records.models.case_key import CaseKey
from putright.records.models.case_part import CasePart
from putright.records.models.case_procedure import CaseProcedure
from putright.records.models.complaint import Complaint
from putright.records.models.contact import ContactPerson, ContactRecord, ContactStep
from putright.records.models.delivery import Delivery
from putright.records.models.document import Document
from putright.records.models.duty import Duty
from putright.records.models.equality_count import EqualityCount
from putright.records.models.event import Event
from putright.records.models.experience import ExperienceAnswer
from putright.records.models.feedback import Feedback, FeedbackEntry, FeedbackKey, FeedbackLook, FeedbackNote
from putright.records.models.file_print import FilePrint
from putright.records.models.follow_code import FollowCode
from putright.records.models.follow_link import FollowLink
from putright.records.models.form_file import FormFile
from putright.records.models.further_procedure import FurtherProcedure
from putright.records.models.identity import Identity
from putright.records.models.improvement import Improvement, ImprovementChange
from putright.records.models.incoming_message import CallTried, IncomingFile, IncomingMessage, MailboxPlace, Suggestion
from putright.records.models.issue import Issue
from putright.records.models.issue_finding import IssueFinding
from putright.records.models.meeting import AgreedMeeting, OfferedMeeting
from putright.records.models.named_advocate import NamedAdvocate
from putright.records.models.named_person import NamedPerson
from putright.records.models.organisation import OrganisationSuccession, PublishedList, PublishedOrganisation
from putright.records.models.outbox_letter import OutboxLetter
from putright.records.models.page_notice import PageNotice
from putright.records.models.person import Person
from putright.records.models.procedure_version import ProcedureVersion
from putright.records.models.read_log import ReadLog
from putright.records.models.restriction import Restriction
from putright.records.models.safety import SafetyFlag
from putright.records.models.saved_complaint import SavedComplaint, SavedMail
from putright.records.models.scheduled_job import ScheduledJob
from putright.records.models.second_factor import Authenticator, Passkey, RecoveryCode
from putright.records.models.sign_in_attempt import SignInAttempt
from putright.records.models.sign_in_link import SignInLink
from putright.records.models.signed_in import KnownBrowser, SignedIn
from putright.records.models.stored_file import StoredFile
from putright.records.models.task import Task
from putright.records.models.virus_scanner import VirusScanner
from putright.records.models.wait import Wait
from putright.records.models.worker import Worker
from putright.records.models.wrong_link import WrongLink

__all__ = [
    "Absence",
    "AccessEntry",
    "Account",
    "AdvocateDraft",
    "AgreedMeeting",
    "Appointment",
    "AskedConsent",
    "AskedStatement",
    "Authenticator",
    "Body",
    "CallTried",
    "Case",
    "CaseKey",
    "CasePart",
    "CaseProcedure",
    "Complaint",
    "ContactPerson",
    "ContactRecord",
    "ContactStep",
    "Delivery",
    "Document",
    "Duty",
    "EqualityCount",
    "Event",
    "ExperienceAnswer",
    "Feedback",
    "FeedbackEntry",
    "FeedbackKey",
    "FeedbackLook",
    "FeedbackNote",
    "FilePrint",
    "FollowCode",
    "FollowLink",
    "FormFile",
    "FurtherProcedure",
    "Identity",
    "Improvement",
    "ImprovementChange",
    "IncomingFile",
    "IncomingMessage",
    "Issue",
    "IssueFinding",
    "KnownBrowser",
    "MailboxPlace",
    "NamedAdvocate",
    "NamedPerson",
    "OfferedMeeting",
    "OrganisationSuccession",
    "OutboxLetter",
    "PageNotice",
    "Passkey",
    "Person",
    "ProcedureVersion",
    "PublishedList",
    "PublishedOrganisation",
    "ReadLog",
    "RecoveryCode",
    "Restriction",
    "SafetyFlag",
    "SavedComplaint",
    "SavedMail",
    "ScheduledJob",
    "SignInAttempt",
    "SignInLink",
    "SignedIn",
    "StoredFile",
    "Suggestion",
    "Task",
    "VirusScanner",
    "Wait",
    "Worker",
    "WrongLink",
]
