"""Does every letter say what it must, with every field filled, whatever people typed?"""

import re
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, time
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from putright.domain.response import ActionConfirmation, IssueAnswer, Ombudsman, SigningRole
from putright.letters.blocks import Lines, Paragraph, Quotation, Run, SignOff, words_in
from putright.letters.composition import DRAFT, compose
from putright.letters.errors import IncompleteResponse, LetterError, UnfilledField, UnknownLetter
from putright.letters.every_letter import FACTS_OF
from putright.letters.facts import Contact, FinalResponse, FurtherWay, Improvement
from putright.letters.fields import COMMON
from putright.letters.markdown import as_markdown, blocks_in
from putright.letters.plain_text import cleaned
from putright.letters.texts import letter_names, letter_text
from tests.letters.after_builders import questions_answered
from tests.letters.builders import (
    LOCAL_OMBUDSMAN,
    a_correspondence,
    a_final_response,
    a_meeting_note,
    a_response_content,
    a_review_outcome,
    a_signature,
    a_timescale_change,
    a_written_record,
    an_acknowledgement,
)
from tests.letters.every_letter import FACTS

LETTERS = letter_names()
WHILE_LIMITED = ("contact-limited", "contact-appeal-answered")
OUTWARD = [name for name in LETTERS if letter_text(name).to.is_person]
REQUIRED = [(name, field) for name in LETTERS for field in letter_text(name).requires]

# What a reader would look for in each letter.
SAYS = {
    "contact-warning": [
        "We spoke with you about this on 1 May 2026.",
        "On 6 May you shouted at the person who answered.",
        "Please ring no more than once a week.",
        "We will ring you each Friday at ten",
        "Your complaint goes on just as before. So does your care.",
    ],
    "contact-limited": [
        "It ends after **1 September 2026**.",
        "- Please write to us. We will not take your calls for now.",
        "We wrote to you about this on 18 May 2026.",
        "You can send us a voice message.",
        "If you complain about something new, we will look into that too.",
    ],
    "contact-ended": [
        "The limit ended on **6 July 2026**. You can contact us as before.",
        "You have kept to it. Thank you.",
    ],
    "contact-appeal-answered": [
        "On 5 June 2026 you asked us to look again",
        "It ends by itself after **1 September 2026**.",
        "The calls went on after we had warned you.",
    ],
    "acknowledgement": [
        "We received your complaint by phone on 2 April 2026.",
        "Sam Patel will look after your complaint.",
        "We would like to talk with you about your complaint.",
        "- how we will look into your complaint",
        "- how long this may take, and when you should get our answer",
        "If you would rather not, we will decide how long we need. Then we will write and tell you.",
        "- the day and the time when this happened",
        "- **By 16 April 2026:** We will phone you to agree how we look into your complaint.",
        "- We will ask the people who looked after you what happened.",
        "The law gives us until 1 October 2026 to answer you.",
        "We will send our letters by post.",
        "Making a complaint will not change the care you get.",
        "- We will tell you how things stand at least once a month.",
    ],
    "details-acknowledgement": [
        "We received the details of your complaint on 14 April 2026.",
        "- Nobody told you why.",
    ],
    "written-record": [
        "You told us about your complaint on 2 April 2026. You spoke to Lee Example, receptionist.",
        "> I came in at nine and I was not seen until one.",
        "> I want someone to say sorry, and I want to know why it took so long.",
        "If something is wrong or missing, tell Sam Patel and we will put it right.",
    ],
    "sharing-request": [
        "We would like to ask if we may share it with Exampleton General Hospital.",
        "If you say no, we will not tell them.",
        "- [ ] **Yes.** You may send my complaint to Exampleton General Hospital.",
        "It would help us to have your answer by 21 April 2026.",
    ],
    "complaint-sent-on": [
        "Dear complaints team,",
        "It is about your ward. It is not about us.",
        "The person told us by phone on 7 April 2026 that we may send it to you.",
        "You have three working days to tell the person that you have it.",
        "To be safe, count them from the day we first had it.",
        "### 2. Communication",
        "I waited four hours to be seen.",
        "Another body had received it before us, on 30 March 2026.",
    ],
    "complaint-passed-on": [
        "We pay for your services.",
        "You must deal with this complaint.",
        "The patient has the NHS number 999 012 3456.",
    ],
    "transfer-notice": [
        "Your complaint has gone to Exampleton General Hospital.",
        "You told us that we may send it.",
        "You do not have to send your complaint again.",
        "Phone: 01632 960009",
    ],
    "appeal-sent-on": [
        "They told us. You decide such appeals",
        "It is not a complaint, and the days that the law gives for a complaint do not count for it.",
        "Please count it as made on 2 April 2026",
        "Another body had received it before us, on 30 March 2026. Please count from that day.",
        "I waited four hours to be seen.",
    ],
    "appeal-transfer-notice": [
        "We have sent your appeal to Exampleton General Hospital. They decide it.",
        "You told us that we may send it.",
        "You do not have to send your appeal again.",
        "You stay on the scheme until the panel has decided.",
        "Phone: 01632 960009",
    ],
    "kept-notice": [
        "We have decided to look into your complaint ourselves.",
        "We have not told them who made it, or what you told us.",
    ],
    "provider-notice": [
        "On 2 April 2026 we received a complaint about you.",
        "The complaint was made by Ms Grace Okafor.",
        "- How long was the wait that day?",
        "Please send us your answer by **30 April 2026**.",
    ],
    "joint-notice": [
        "We will answer you for both of us. You will get one answer.",
        "You can have an answer from each of us instead.",
    ],
    "joint-ended": ["We will now answer you ourselves, about our part.", "until 1 October 2026"],
    "contribution-request": [
        "It is about us and about you.",
        "- How long was the wait that day?",
        "Please send us your answer by **30 April 2026**.",
    ],
    "contribution": [
        "Nobody rang the ward.",
        "- We ring the ward each time.",
        "Please show us the answer before it goes",
    ],
    "path-told": ["We will take a closer look", "You do not have to complain again", "until 1 October 2026"],
    "put-together": [
        "We will use the reference **7K2M-9QXR** from now on. You can forget the reference 3ABC-4DEF.",
        "We count our time from 2 April 2026.",
    ],
    "split-notice": [
        "We still use the reference **7K2M-9QXR** for this:",
        "We use the reference **3ABC-4DEF** for this:",
        "The law gives us until 1 October 2026 for both answers.",
    ],
    "issue-withdrawn": [
        "On 9 April 2026 you told us that you do not want an answer to this any more:",
        "- Communication",
        "The law gives us until 1 October 2026 to answer you. This has not changed.",
    ],
    "issue-resumed": ["We will look into it together with the rest:", "- Waiting times"],
    "appeal-told-apart": [
        "That is an appeal. It is not decided as a complaint.",
        "Example Integrated Care Board decides this. We do not.",
        "We use the reference **3ABC-4DEF** for it:",
        "You stay on the scheme until the panel has decided.",
    ],
    "appeal-decided": ["The panel looked at it on 12 May 2026.", "You do not have to be on the scheme any more."],
    "split-taken-back": ["You can forget the reference 3ABC-4DEF.", "- Waiting times"],
    "hold-notice": ["It has to wait for the coroner’s inquest.", "We will look at this again by 6 May 2026."],
    "hold-lifted": ["It need not wait any more. We have started again to look into this:", "- Communication"],
    "exclusion-notice": [
        "We cannot deal with it because the same thing has been looked into already.",
        "We answered this on 4 March 2025.",
        "This does not change the rest of your complaint.",
        "- Communication",
        "You have the right to ask the Parliamentary and Health Service Ombudsman",
    ],
    "exclusion-taken-back": [
        "We were wrong, and we are sorry.",
        "The law gives us until 1 October 2026 to answer you.",
    ],
    "representative-refused": [
        "You made a complaint to us for Mr Daniel Okafor.",
        "We have decided that the patient has not asked for the complaint to be made.",
        "Mr Daniel Okafor can make this complaint, or ask someone else to make it.",
        "If you were affected by this yourself, you can complain about that.",
    ],
    "consent-answer": [
        "On 14 April 2026 they took that back.",
        "We will not tell you anything private about Mr Daniel Okafor.",
        "What we told you before cannot be taken back.",
        "Please do not press them. It is theirs to decide.",
    ],
    "consent-ended": [
        "On 14 April 2026 Mr Daniel Okafor told us how far they agree.",
        "- what the notes say about 16 March",
        "- tell Ms Grace Okafor nothing private about Mr Daniel Okafor",
        "Please write to us that you have done this, and what you keep and why.",
    ],
    "authority-request": [
        "You complained to us for Mr Daniel Okafor.",
        "Please send us a copy of the lasting power of attorney for health and welfare, or show it to us.",
        "It is not enough yet, because:",
        "Please send it by 28 April 2026.",
        "Anything private about Mr Daniel Okafor has to wait until then.",
    ],
    "late-complaint": [
        "For your complaint that year ended on 1 April 2025.",
        "Both answers must be yes.",
        "We do not think that we can still look into it well and fairly.",
    ],
    "statement-request": [
        "This letter does not mean that you did something wrong.",
        "- What happened that morning?",
        "Please send your answer to Sam Patel by **21 April 2026**.",
        "- your trade union",
    ],
    "consent-request": [
        "Ms Grace Okafor has made a complaint to us for you.",
        "You can say yes or no, or yes to some of it. You can change your mind at any time.",
        "we still need to ask you again",
        "The web page: https://complaints.example.nhs.uk/consent",
        "Your code: **K7QM-2X4P-9TBD-H3VN**",
        "[[https://complaints.example.nhs.uk/consent/code/K7QM-2X4P-9TBD-H3VN]]",
        "- [ ] **Yes, to all of it.** Ms Grace Okafor may make this complaint for me.",
        "The code of this form: **ZX00-20GD-C1EZ**",
        "- [ ] what our staff tell us about that day",
        "Your signature: ____",
    ],
    "meeting-offer": [
        "- Tuesday 5 May 2026 at 2:30pm",
        "- Thursday 7 May 2026 at 9am",
        "We would meet at Willow Lane Surgery, in the quiet room.",
        "we make sure that everybody is safe and happy to do so",
        "If you would rather not, we will send you a full answer in writing.",
        "Please tell Sam Patel by 30 April 2026 what you would like to do.",
    ],
    "meeting-note": [
        "Thank you for meeting us on 5 May 2026.",
        "Robin said sorry.",
        "- People can bear a wait better when they know why.",
        "how long the wait is. The practice manager did this on 27 April 2026.",
        "why they wait. The reception lead will do this by 30 June 2026.",
        "every month. The partners will see to this.",
        "You will also get our full answer to your complaint",
        "Then our Medical Director will look at our decision again.",
        "This will take up to 10 working days from the day we get your letter.",
    ],
    "timescale-change": [
        "We told you that by 29 May 2026 we would keep this promise: “We send you a detailed answer.”",
        "We now expect to do it by **12 June 2026**.",
        "One of the doctors we need to speak to is ill.",
        "This does not change what the law says. The law gives us until 1 October 2026",
    ],
    "level-told": [
        "how much there is to find out.",
        "You will have our answer by **29 April 2026**.",
        "Three services were part of your care.",
    ],
    "extension-agreed": [
        "We told you that by 29 April 2026 we would keep this promise: “We answer you in writing.”",
        "On 20 April 2026 you agreed to another day. It is now **15 May 2026**.",
        "A consultant is away until 4 May.",
        "The law gives us until 1 September 2026",
    ],
    "handling-agreed": ["What has changed, and why", "How you were spoken to at the desk.", "30 June 2026"],
    "response-period": [
        "We offered to talk with you about how we will look into your complaint.",
        "You should get our answer by **29 May 2026**.",
        "We will read the notes of that day.",
    ],
    "progress-update": [
        "We have read the notes.",
        "We need to speak to the other person.",
        "We are sorry that you have had to wait. The person we need to speak to has been ill.",
        "We now expect to answer you by **31 July 2026**.",
    ],
    "six-month-notice": [
        "We received your complaint on 2 April 2026. We should have answered you by 1 October 2026.",
        "The hospital that we need to hear from has not yet answered us.",
        "We expect this to be by **30 October 2026**.",
        "You can also ask the Parliamentary and Health Service Ombudsman what you can do now.",
    ],
    "final-response": [
        "We received your complaint on 2 April 2026. We have now finished looking into it.",
        "You complained for Mr Daniel Okafor.",
        "## How we looked into your complaint",
        "Sam compared what we did with our own rule for busy days.",
        "### 2. Nobody told you why",
        "You were told to wait, but not why.",
        "**What needs to be put right:** We need a plan for days when doctors are ill.",
        "We do not think that anything needs to be put right about this.",
        "We are satisfied that the rest will be done.",
        "This is our final answer to your complaint.",
        "You have the right to ask the Parliamentary and Health Service Ombudsman to look at your complaint.",
        "Please go to the Ombudsman by 31 March 2027.",
        "Dr Ann Example\\\nSenior Partner and responsible person\\\nSigned electronically on 28 May 2026",
    ],
    "questions-answered": [
        "We sent you our answer on 28 May 2026. On 8 June 2026 you asked us this about it:",
        "- Who was the second nurse?",
        "The second nurse was from an agency.",
        "you do not have to ask us first",
    ],
    "review-refused": [
        "For you that time ended on 30 November 2026.",
        "You told us that you were well and had our answer in June.",
        "- The independent adjudication service. Please go there by 8 January 2027.",
        "You have the right to ask the Parliamentary and Health Service Ombudsman to look at your complaint.",
    ],
    "copy-enclosed": [
        "The number of papers in it is 7.",
        "You asked us for everything that we keep about you.",
        "What we left out: 1 whole paper and words. This is about somebody else.",
        "What we left out: 2 whole pages. This is advice from a lawyer.",
        "You can also complain to the Information Commissioner.",
    ],
    "copy-for-somebody": [
        "The coroner asked for it.",
        "What we left out: 2 whole pages. This is advice from a lawyer.",
        "If you need something that we left out, tell us why.",
    ],
    "response-easy-read": [
        "The longer letter says the same.",
        "> Picture: Two people talking",
        "## What we found\n\nYou are right.",
        "## What happens now",
        "You can go to the Ombudsman.",
        "Please go to the Ombudsman by 16 March 2027.",
    ],
    "improvements-made": [
        "## Done on 1 June 2026",
        "A bell at the desk.",
        "**How you can see it:** It stands on the left.",
        "Please come in and try it.",
    ],
    "withdrawal-confirmed": [
        "On 14 April 2026 you told us that you withdraw it.",
        "Please tell us by 16 March 2027.",
        "We will still look into something that you told us about.",
        "You told us that a door did not shut.",
    ],
    "taken-up-again": [
        "On 20 April 2026 you told us that you want to go on.",
        "You do not have to send anything again.",
        "You should get our answer by **1 October 2026**.",
        "Dr Example will ring you about the meeting.",
    ],
    "stays-withdrawn": [
        "On 8 November 2027 you told us that you want to go on with it.",
        "The ward was closed in 2026",
        "You have the right to ask the Parliamentary and Health Service Ombudsman to look at your complaint.",
    ],
    "second-look": [
        "On 8 June 2026 you told us that you are not happy with it.",
        "- Waiting times",
        "You should get our second answer by **13 July 2026**.",
        "Our first answer stays on the file",
        "## Would you like to meet us?",
        "You can go to the Ombudsman now, or after our second answer.",
    ],
    "review-outcome": [
        "You wrote to us on 4 June 2026 and asked us to look again at our decision.",
        "Dr Mo Example, our Medical Director, has done this, and finished on 18 June 2026.",
        "## Our final position",
        "We did not lose any notes.",
        "## Our reasons",
        "You have the right to ask the Parliamentary and Health Service Ombudsman to look at your complaint.",
        "Your local Healthwatch cannot decide complaints.",
    ],
}


class TestEveryLetter:
    @pytest.mark.parametrize("name", LETTERS)
    def test_says_what_it_must(self, name):
        markdown = compose(name, FACTS[name]).markdown

        assert [said for said in SAYS[name] if said not in markdown] == []

    @pytest.mark.parametrize("name", LETTERS)
    def test_has_its_head_its_title_and_its_signature(self, name):
        letter = compose(name, FACTS[name])

        assert letter.markdown.startswith("Willow Lane Surgery\\\n1 Willow Lane\\\nExampleton\\\nEX1 1AA\\\nPhone: ")
        assert f"\\\nOur reference: 7K2M-9QXR\n\n{letter.greeting}\n\n# {letter.title}\n\n" in letter.markdown
        assert sum(isinstance(block, SignOff) for block in letter.blocks) == 1

    @pytest.mark.parametrize("name", OUTWARD)
    def test_outward_names_advocate_handler_and_other_forms(self, name):
        markdown = compose(name, FACTS[name]).markdown

        assert "Exampleshire Complaints Advocacy\\\nPhone: 01632 960100" in markdown
        # While contact is limited, the letter says how somebody may get in touch, and nobody's telephone number.
        names_handler = (
            "Sam Patel, Complaints Officer\\\nPhone: 01632 960002\\\nEmail: complaints@willowlane" in markdown
        )
        assert names_handler is (name not in WHILE_LIMITED)
        assert "large print, Easy Read, Braille" in markdown

    @pytest.mark.parametrize("name", LETTERS)
    def test_can_be_written_from_what_is_required_alone(self, name):
        letter = compose(name, with_nothing_optional(FACTS[name]))

        assert not re.search(r"[{}]", letter.markdown)

    @pytest.mark.parametrize(("name", "field"), REQUIRED)
    def test_names_the_field_that_is_blank(self, name, field):
        facts = with_blank(FACTS[name], field)

        with pytest.raises((UnfilledField, IncompleteResponse)) as refusal:
            compose(name, facts)

        if isinstance(refusal.value, UnfilledField):
            assert (refusal.value.letter, refusal.value.field) == (name, field)
            assert f"The letter '{name}' needs '{field}'" in str(refusal.value)

    @pytest.mark.parametrize("name", LETTERS)
    def test_is_the_same_letter_each_time(self, name):
        assert compose(name, FACTS[name]) == compose(name, FACTS[name])

    @pytest.mark.parametrize("name", LETTERS)
    def test_reads_back_from_its_markdown(self, name):
        assert_reads_back(compose(name, FACTS[name]))

    def test_records_its_events(self):
        assert compose("acknowledgement", an_acknowledgement()).events == (
            "acknowledged",
            "discussion_offered",
            "next_steps_told",
            "details_requested",
        )
        assert "details_requested" not in compose("acknowledgement", an_acknowledgement(details_wanted=())).events

    def test_is_refused_under_another_name(self):
        with pytest.raises(UnknownLetter, match="WrittenRecord do not make the letter 'acknowledgement'"):
            compose("acknowledgement", a_written_record())
        with pytest.raises(UnknownLetter, match="no letter 'invoice'"):
            compose("invoice", a_written_record())

    @pytest.mark.parametrize("field", ["reference", "sender", "recipient_name", "greeting", "writer"])
    def test_needs_what_stands_around_it(self, field):
        usual = a_correspondence()
        changes: dict[str, dict[str, Any]] = {
            "reference": {"reference": " "},
            "sender": {"sender": replace(usual.sender, name="")},
            "recipient_name": {"recipient": replace(usual.recipient, name="\u200b")},
            "greeting": {"recipient": replace(usual.recipient, greeting="")},
            "writer": {"writer": replace(usual.writer, name=" ")},
        }

        with pytest.raises(UnfilledField, match=field):
            compose("written-record", a_written_record(correspondence=replace(usual, **changes[field])))


class TestWhatIsSaidOnlySometimes:
    def test_a_review_outcome_names_the_ways_on_that_its_procedure_gives(self):
        way = FurtherWay(words="The independent adjudication service.", by=date(2026, 7, 16))
        markdown = compose("review-outcome", a_review_outcome(further=(way,), to_ombudsman=False)).markdown

        assert "- The independent adjudication service. Please go there by 16 July 2026." in markdown
        assert "Parliamentary and Health Service" not in markdown

    def test_a_second_answer_says_when_the_first_was_sent(self):
        second = compose("final-response", a_final_response(first_answered_on=date(2026, 5, 8))).markdown

        assert "We sent you our first answer on 8 May 2026." in second
        assert "This letter is our second answer." in second
        assert "We have now finished looking into it." not in second

    def test_questions_that_the_answer_answers_are_shown_their_place(self):
        markdown = compose("questions-answered", questions_answered(said_already=True, answer="On page 2.")).markdown

        assert "## Where you can find this" in markdown
        assert "On page 2." in markdown
        assert "What we can tell you" not in markdown

    def test_a_review_is_offered_only_where_there_is_one(self):
        reviewed = compose("final-response", a_final_response(review_by="our Medical Director")).markdown

        assert "Then our Medical Director will look at our decision again." in reviewed
        assert "This is our final answer" not in reviewed
        assert "look at our decision again" not in compose("final-response", a_final_response()).markdown

    def test_the_year_is_told_even_where_the_day_is_not_known(self):
        markdown = compose("review-outcome", a_review_outcome(ombudsman_by=None)).markdown

        assert "within one year of the day you first knew about the problem" in markdown

    def test_email_is_used_only_where_it_was_agreed(self):
        agreed = compose("acknowledgement", an_acknowledgement(email_agreed=True)).markdown

        assert "You have agreed that we may email you" in agreed
        assert "We will send our letters by post" not in agreed

    def test_who_knows_the_advocate_is_said_where_we_know_only_that_there_is_one(self):
        nowhere = a_correspondence(advocacy=Contact(name="The NHS complaints advocacy service of your home council"))
        ask = "Your council can tell you how to reach it."

        assert ask in compose("acknowledgement", an_acknowledgement(correspondence=nowhere)).markdown
        assert ask not in compose("acknowledgement", an_acknowledgement()).markdown

    def test_a_meeting_note_without_review_offers_none(self):
        assert "write to us again" not in compose("meeting-note", a_meeting_note(review_by=None)).markdown

    @pytest.mark.parametrize(
        ("confirmation", "said"),
        [
            (ActionConfirmation.TAKEN, "everything that was needed because of your complaint has been done"),
            (ActionConfirmation.PROPOSED, "everything that is needed because of your complaint will be done"),
            (ActionConfirmation.TAKEN_AND_PROPOSED, "satisfied that the rest will be done"),
            (ActionConfirmation.NONE_NEEDED, "satisfied that nothing more is needed"),
            (ActionConfirmation.NOT_SATISFIED, "not yet satisfied"),
        ],
    )
    def test_the_confirmation_is_given_in_words(self, confirmation, said):
        answers = (IssueAnswer(issue="The wait", conclusion="You were seen in time.", remedial_action_needed=False),)
        content = a_response_content(action_confirmation=confirmation, answers=answers)

        markdown = compose("final-response", a_final_response(content=content)).markdown

        assert said in markdown


class TestAFinalResponse:
    def test_is_refused_with_the_part_that_is_missing(self):
        content = a_response_content(how_considered="", signature=None)

        with pytest.raises(IncompleteResponse) as refusal:
            compose("final-response", a_final_response(content=content))

        assert [part.code for part in refusal.value.missing] == ["how-considered", "signature"]
        assert "Explain how the complaint was considered" in str(refusal.value)

    def test_about_a_council_too_names_both_ombudsmen(self):
        content = a_response_content(ombudsmen=frozenset(Ombudsman))
        facts = a_final_response(
            content=content, local_authority_functions=True, local_ombudsman=LOCAL_OMBUDSMAN, nhs_functions=True
        )

        markdown = compose("final-response", facts).markdown

        assert "Parliamentary and Health Service Ombudsman\\\nCitygate" in markdown
        assert "Local Government and Social Care Ombudsman\\\nPhone: 01632 960200" in markdown

    def test_about_a_council_alone_does_not_send_the_person_to_the_wrong_one(self):
        content = a_response_content(ombudsmen=frozenset({Ombudsman.LOCAL}))
        facts = a_final_response(
            content=content, local_authority_functions=True, nhs_functions=False, local_ombudsman=LOCAL_OMBUDSMAN
        )

        assert "Parliamentary and Health Service Ombudsman" not in compose("final-response", facts).markdown

    def test_cannot_name_an_ombudsman_without_saying_where(self):
        content = a_response_content(ombudsmen=frozenset(Ombudsman))

        with pytest.raises(UnfilledField, match="local_ombudsman"):
            compose("final-response", a_final_response(content=content, local_authority_functions=True))

    def test_signed_by_a_delegate_says_for_whom(self):
        usual = a_signature()
        delegate = replace(usual.signatory, post="Deputy", role=SigningRole.DELEGATE, authorised_by="the partners")
        content = a_response_content(signature=replace(usual, signatory=delegate))

        markdown = compose("final-response", a_final_response(content=content)).markdown

        assert "Dr Ann Example\\\nDeputy, for the responsible person\\\nSigned electronically on" in markdown

    def test_may_be_read_as_a_draft_before_it_is_signed(self):
        content = a_response_content(how_considered="", signature=None, action_confirmation=None)

        letter = compose("final-response", a_final_response(content=content), draft=True)

        assert letter.markdown.startswith(f"**{DRAFT}**\n\n")
        assert "\\[Still to be written: how considered\\]" in letter.markdown
        assert "Signed electronically" not in letter.markdown


class TestWhatPeopleType:
    """Nothing that a person typed is read as markup, and no placeholder is left, or filled, that should not be."""

    def test_is_never_taken_for_a_placeholder(self):
        markdown = compose("written-record", a_written_record(record="{reference} {if} {end}\n\n{each}")).markdown

        assert "> {reference} {if} {end}\n>\n> {each}" in markdown

    def test_keeps_its_paragraphs_and_its_lines(self):
        letter = compose("written-record", a_written_record(record="one\ntwo\r\n\r\n\r\nthree"))

        quoted = next(block for block in letter.blocks if isinstance(block, Quotation))
        assert quoted == Quotation(((Run("one\ntwo"),), (Run("three"),)))

    def test_goes_on_in_the_line_where_it_stands_in_a_sentence(self):
        markdown = compose("timescale-change", a_timescale_change(promise="write\n\nto you")).markdown

        assert "keep this promise: “write to you”" in markdown

    def test_ends_before_the_sentence_that_says_who_sees_to_it(self):
        mended = Improvement(what="Show delays on the screen", who="The reception manager", done_on=date(2026, 4, 27))
        markdown = compose("meeting-note", a_meeting_note(improvements=(mended,))).markdown

        assert "- Show delays on the screen. The reception manager did this on 27 April 2026." in markdown

    @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(data=st.data(), name=st.sampled_from(LETTERS))
    def test_leaves_no_placeholder_in_any_letter(self, data, name):
        facts = data.draw(any_facts(name, st.text(alphabet="ab é\n", min_size=1).filter(cleaned)))

        letter = compose(name, facts, draft=True)

        assert not re.search(r"[{}]", letter.markdown)

    @settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(data=st.data(), name=st.sampled_from(LETTERS))
    def test_reads_back_from_the_markdown_of_any_letter(self, data, name):
        facts = data.draw(any_facts(name, HOSTILE))

        assert_reads_back(compose(name, facts, draft=True))

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(typed=st.text())
    def test_is_all_there(self, typed):
        said = cleaned(typed)
        if not said:
            with pytest.raises(LetterError):
                compose("written-record", a_written_record(record=typed))
            return

        letter = compose("written-record", a_written_record(record=typed))

        quoted = next(block for block in letter.blocks if isinstance(block, Quotation))
        assert "\n\n".join(run.text for words in quoted.paragraphs for run in words) == said


HOSTILE = (
    st.lists(
        st.sampled_from(
            ["#read(\"x\")", "# ", "- ", "1. ", "> ", "**", "`", "<b>", "&amp;", "\\", "{reference}", "{end}",
             "[ ] ", "____", "---", "===", "$x$", "@a", "//", "\n", "\n\n", "word ", "é"]
        ),
        min_size=1,
    ).map("".join)
    | st.text(min_size=1)
).filter(cleaned)  # fmt: skip


def any_facts(name: str, words: st.SearchStrategy[str]):
    """Any facts of a letter, with these words wherever a person may type."""
    return st.deferred(lambda: _any(FACTS_OF[name], words))


def _any(kind, words):
    if kind is str:
        return words
    if kind in (date, time, bool):
        return st.from_type(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{name: _any(hint, words) for name, hint in hints.items()})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return st.lists(_any(inner[0], words), min_size=1, max_size=2).map(tuple)
    if origin is frozenset:
        return st.frozensets(_any(inner[0], words))
    if inner:
        return st.one_of(*(_any(part, words) for part in inner))
    return st.none() if kind is type(None) else st.from_type(kind)


def with_nothing_optional(facts):
    """The facts without all that has a default, and with a response that is still complete."""
    bare = {field.name: field.default for field in fields(facts) if field.default is not MISSING}
    return replace(facts, **bare)


def with_blank(facts, field: str):
    if field in COMMON:
        raise AssertionError(f"{field} is in every letter: it need not be required")
    if isinstance(facts, FinalResponse) and field in {"how_considered", "answers"}:
        blank: dict[str, Any] = {field: "" if field == "how_considered" else ()}
        return replace(facts, content=replace(facts.content, **blank))
    value = getattr(facts, field)
    return replace(facts, **{field: () if isinstance(value, tuple) else None if isinstance(value, date) else " "})


def assert_reads_back(letter) -> None:
    """The Markdown of a letter gives its blocks again: so no character of what was typed was taken for markup."""
    expected = tuple(plain for block in letter.document for plain in as_paragraphs(block))

    assert blocks_in(letter.markdown) == expected
    assert as_markdown(expected) == letter.markdown


def as_paragraphs(block):
    """The block as Markdown has it: it knows no addresses and no signatures, only lines."""
    match block:
        case Lines(lines):
            return (Paragraph((Run("\n".join(lines)),)),)
        case SignOff():
            closing = Paragraph((Run("Yours sincerely,"),))
            signed = [run.text for words in words_in(block) for run in words]
            if block.signed_on:
                signed[-1] = f"Signed electronically on {block.signed_on}"
            return (closing, Paragraph((Run("\n".join(signed)),)))
    return (block,)
