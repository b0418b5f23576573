"""Which kinds of findings are there, and what does each say of a document? docs/rules/check.md prints them all."""

from collections.abc import Mapping
from typing import Final

ERRORS: Final[Mapping[str, str]] = {
    # less than the law
    "later-than-law": "Something is promised for a later day than the law's.",
    "waits-for-others": "A clock that the law starts at once waits for something that is not in the body's hands.",
    "weaker-than-law": "What the law requires is only aimed at, only possible, or only a target.",
    "not-in-every-case": "A promise that fulfils the law leaves out a case in which the law holds.",
    "time-limit-shortened": "People have less time to complain than the law gives them.",
    "ombudsman-on-condition": "The way to the Ombudsman is said to depend on something that the law does not ask.",
    # what cannot be done as it is written
    "law-unknown": "It stands under a law that is not there.",
    "fulfils-unknown": "It is said to fulfil something that is no step of its law.",
    "calendar-unknown": "It counts working days by a calendar that is not there.",
    "never-starts": "A step can never be owed.",
    "due-before-allowed": "A step is due on a day before it may be done.",
}

WARNINGS: Final[Mapping[str, str]] = {
    # silent where the law speaks
    "no-acknowledgement": "Nothing is said of acknowledging a complaint.",
    "no-discussion-offer": "Nothing is said of offering to discuss the handling and the time it takes.",
    "no-response-period": "Nothing is said of agreeing the time for the response, or deciding and telling it.",
    "no-progress-reports": "Nothing is said of telling the person how things stand.",
    "not-kept-informed": "The person is told how things stand once, not throughout.",
    "no-response": "No written response is promised.",
    "no-response-content": "It is not said that the response contains all that the law requires.",
    "no-overall-limit": "The answer is timed from something that has no time, so the whole has no limit but the law's.",
    "no-six-month-notice": "Nothing is said of explaining why the response is later than the law's six months.",
    "no-written-record": "Nothing is said of writing down a spoken complaint and giving the person a copy.",
    "no-copy-of-record": "A spoken complaint is written down, and nothing is said of giving the person a copy.",
    "silent-on-law": "Nothing is said of something else that the law requires.",
    "no-time-limit-rule": "The time within which to complain is not said.",
    "no-responsible-person": "The responsible person is not named.",
    "no-complaints-manager": "The complaints manager is not named.",
    "no-advocacy": "No help with complaining is named.",
    "no-commissioner": "It is not said that one can complain to the commissioner instead.",
    "no-representatives": "Nothing is said of complaining for somebody else.",
    "representatives-left-out": "Some people for whom the law lets another complain are left out.",
    "no-ombudsman": "The Ombudsman is not named.",
    "ombudsman-limit-unsaid": "It is not said by when one must go to the Ombudsman.",
    "ombudsman-after-review": "The Ombudsman is named only after a second look by the body.",
    # silent where a reader needs to know
    "no-limit": "It is not said by when something is done.",
    "no-limit-to-ask": "It is not said by when a person must ask for the next stage.",
    "no-limit-to-reply": "It is not said how long the body waits for a person's reply.",
    "no-way-on": "Nothing is said of where to go at the end.",
    "empty-stage": "A stage is named in which nothing is promised.",
    "empty-contact": "A way of reaching somebody is announced and not given.",
    "move-without-reasons": "A date may be changed without saying why.",
    "no-appeal-route": "A decision that has an appeal of its own is not told apart from a complaint.",
    "no-formal-route": "For some service nobody is named who answers complaints.",
    "service-left-out": "A service of the same kind as those named is left out.",
    "no-mp-filter": "It is not said that a complaint about a department goes by way of a Member of Parliament.",
    "no-safety-check": "People are brought together, and nothing is said of whether that is safe.",
    "conditions-left-out": "Something is offered to everyone, and the conditions that the law makes are left out.",
    # out of date
    "undated": "The document carries no date.",
    "unversioned": "The document carries no version.",
    "no-review-date": "It is not said when the document will be reviewed.",
    "review-overdue": "The review of the document is overdue.",
    "never-reviewed": "No review is recorded since the document was made, and one was due.",
    "body-gone": "A body is named that is no more.",
    "body-renamed": "A body is named by a name that it had.",
    "channel-out-of-date": "A way of reaching somebody is out of date.",
    "commissioner-changed": "The commissioner named does not take complaints about this service any more.",
    "superseded": "What is said was true once; other rules are in force now.",
    # at odds with itself, or with what is so
    "review-dates-disagree": "The dates given for reviews do not agree.",
    "basis-unknown": "A ground on which nobody is asked for consent is none that a complaint can have.",
    "dates-out-of-order": "A date of the document comes before one that it must follow.",
    "promised-twice": "The same thing is promised twice, with different times.",
    "does-not-decide": "A body that decides no complaints is named as the next to decide.",
    "another-bodys-pals": "The PALS named is another body's, and takes no concerns about this one.",
    "consent-age-gap": "Of people of some age it is not said whether their consent is asked.",
    "decided-by-the-same": "What was decided is looked at again by who decided it, or by their stand-in.",
    "decided-by-lower-rank": "What was decided is looked at again by somebody of lower rank.",
    "may-be-impossible": "Something is promised for a time in which it may not be possible.",
}

NOTES: Final[Mapping[str, str]] = {
    "unclear": "A wording can be read in more than one way.",
    "unstated-days": "It is not said which kind of days is meant.",
    "start-unstated": "It is not said from when a time runs.",
    "range": "A range is promised instead of a time.",
    "garbled": "A wording is garbled.",
    "misnumbered": "Clauses are numbered wrongly.",
    "out-of-order": "What is due first stands after what is due later.",
    "either-or": "Complaining to one body is set against complaining to another; how the two go together is not said.",
    "option-not-gate": "Something that a person may do first reads as if they had to.",
    "independence-overstated": "More independence is promised than there need be.",
    "feedback-mixed": "Feedback and complaints are not told apart.",
    "body-misnamed": "A body is given a name that it does not have.",
    "not-in-force-yet": "The document is not in force yet.",
    "pause-beside-law": "The document pauses a clock beside which the law's runs on.",
    "unknown-code": "A file uses the code of a finding that there is not.",
}

# On what authority a finding stands that a file notes of its own wording, where the file does not say.
NOTED_ON: Final[Mapping[str, str]] = {
    "no-copy-of-record": "SI 2009/309 reg 13(2)",
    "consent-age-gap": "SI 2009/309 reg 2 and 5(2)(b)",
    "representatives-left-out": "SI 2009/309 reg 5(2)",
    "service-left-out": "SI 2009/309 reg 2",
    "no-formal-route": "SI 2009/309 reg 6(1)",
    "option-not-gate": "SI 2009/309 reg 6(1)",
    "independence-overstated": "SI 2009/309 reg 7",
    "either-or": "SI 2009/309 reg 8(1)(e)",
    "ombudsman-on-condition": "SI 2009/309 reg 14(2)(d)",
    "ombudsman-limit-unsaid": "Health Service Commissioners Act 1993 s. 9(4)",
    "conditions-left-out": "Health Service Commissioners Act 1993 ss. 4 and 9",
    "no-mp-filter": "Parliamentary Commissioner Act 1967 s. 5(1)",
}
