"""What does each action on a case do, in a few words that stand beside its link and help to find it?"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# By the name of the action in casework. The words add to those of the link: what is sent, what changes, what follows.
IN_FEW_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # First contact
        "register": "The complaint is in the register of complaints.",
        "send_written_record": "A copy of what was said aloud goes to the person, to put right.",
        "answer_written_record": "They agree with the copy, or change it.",
        "acknowledge": "The first letter: we have it, and we offer to talk about it.",
        "tell_next_steps": "By telephone or letter: who deals with it and what comes when.",
        "request_discussion": "They would like to talk about how it is handled.",
        "hold_discussion": "What was said and agreed about how it is handled.",
        "decline_discussion": "They do not want to talk about it.",
        "agree_response_period": "The day for the answer that they agreed with us.",
        "set_response_period": "The day for the answer where none was agreed, with its letter.",
        # How it is handled
        "plan_handling": "Issues, what they want, the steps and the dates, in versions.",
        "set_severity": "Low, moderate or high, and why.",
        "choose_path": "The way it is dealt with, with the letter or call that tells.",
        # Details and consent
        "request_details": "A letter that asks for what we need to know.",
        "record_details": "What they told us, or sent.",
        "acknowledge_details": "A letter that says we have them.",
        "request_consent": "A letter and form to the patient, where somebody else complains.",
        "record_consent": "Given, refused or withdrawn, and how; box by box from the form that came back.",
        "tell_consent_answer": "A letter to whoever complains: what stops, and what goes on.",
        "tell_body_to_stop": "A letter to whoever was told of it: the patient agrees no more, or to less.",
        "ask_for_authority": "A letter that asks an attorney, executor or other speaker for proof.",
        "record_authority": "A power of attorney, a court order, a grant, or their word: enough or not.",
        "record_patient_talk": "The patient did not know of the complaint, and has been spoken with alone.",
        # Who deals with it
        "ask_to_share": "A letter, before the complaint goes to somebody else.",
        "record_sharing": "They agree that it may be passed on, or not.",
        "transfer_complaint": "It is not about us: it goes there, and the person is told.",
        "name_provider": "For a commissioner: whose service it is about.",
        "keep_complaint": "For a commissioner: keep it, and tell person and provider.",
        "pass_on_complaint": "For a commissioner: the provider answers it.",
        "join_complaint": "One answer from several organisations, with one that leads.",
        "request_contribution": "A letter to the other organisation, with a day.",
        "record_contribution": "What the other organisation found.",
        "record_lead_request": "The organisation that leads asks for our part, by a day.",
        "send_contribution": "What we found, for the joint answer.",
        "leave_joint": "The joint handling ends.",
        # Whether it is taken up
        "decide_lateness": "More than twelve months on: take it up or not, on both limbs.",
        "exclude_issues": "A part that the law leaves out, with written reasons.",
        "take_back_exclusion": "What was left out is taken up.",
        "refuse_representative": "With written reasons to whoever asked.",
        # Other cases
        "link_case": "They belong together and each goes on.",
        "merge_case": "The same complaint twice: one of the two goes on.",
        "unlink_case": "They do not belong together after all.",
        "split_case": "Some issues go on in a case of their own, with a letter.",
        "take_back_split": "While nothing was done on the new case.",
        # Something else that goes on
        "link_process": "An incident, claim, inquest, safeguarding, police or staff matter.",
        "follow_up_process": "A referral made, or what the duty of candour asks.",
        "hold_issues": "Only what would do harm, until a day of review.",
        "review_hold": "It still waits, with a new day, or not.",
        "lift_hold": "The issue goes on from today.",
        "end_process": "With what it came to.",
        # Investigation
        "start_investigation": "From which day it is looked into.",
        "request_statement": "To a member of staff, on a page of their own, chased for you.",
        "record_statement": "One that came on paper or by email.",
        "put_off_statement": "A later day for whoever was asked.",
        "take_back_request": "It is not needed any more.",
        "name_staff": "They then cannot see, handle or sign the case.",
        "examine": "The patient was examined, by whom and when.",
        "complete_investigation": "All is looked into; the answer comes next.",
        "plan_investigation": "Which questions, and what would answer them.",
        "request_records": "From whom, which, and by when.",
        "record_records": "They came, or there are none.",
        "place_evidence": "What happened when, from a paper of the case.",
        "set_task": "For you or a colleague, with a day; it stands on their list.",
        "end_task": "Done, or no longer needed.",
        "record_finding": "What should have happened, what did, and what it did to them.",
        "record_interview": "With whom, what was asked and said.",
        "agree_interview_note": "They agree with the note, or change it.",
        "tell_staff": "That there is a complaint, what we say of them, how it ended.",
        # Meeting
        "request_meeting": "They would like to meet.",
        "offer_meeting": "An invitation with day and place, and an entry for calendars.",
        "accept_meeting": "They come, and who comes with them.",
        "decline_meeting": "They do not want to meet, or not then.",
        "hold_meeting": "Who was there, what was said and agreed.",
        "send_meeting_letter": "A letter with what was said and agreed.",
        # Keeping the person informed
        "send_update": "News by letter, email or telephone.",
        "change_timescale": "A promised day moves, with a letter that says why.",
        "explain_delay": "The letter that is owed after six months, with the reason.",
        "read_from_page": "A message or new contact details, sent from the page of the complaint.",
        "write_to_person": "A short message on the page of the complaint, read by the person alone.",
        # Levels, agreed dates and clocks
        "set_tier": "The level by our procedure, the day that it brings, and its letter.",
        "agree_extension": "Agreed before the day has passed.",
        "pause_clocks": "Where our procedure lets a clock stand still.",
        "resume_clocks": "From the day on which the reason ended.",
        # A choice that was not offered
        "describe_choice": "Referral, weeks waited, and which choice it was.",
        "offer_choice": "What was offered, and when.",
        "withdraw_issue": "The rest goes on, and the answer says that it was withdrawn.",
        "resume_issue": "What was withdrawn is looked into again.",
        "tell_appeal_apart": "A panel of the commissioner decides it; the rest is answered here.",
        "record_appeal_decision": "Whether the person stays on the scheme, and why.",
        "take_up_as_complaint": "As if it had been a complaint all along.",
        "ask_choice_team": "NHS England's team advises, or sees to it that a choice is given.",
        "answer_choice_team": "What it asked of us, and what we sent.",
        "record_choice_team_step": "What the team decided, and what follows.",
        # Response
        "record_outcome": "Upheld, partly or not, with the reasons.",
        "prepare_response": "Draft the answer from what was found.",
        "write_easy_read": "Short sentences and pictures, signed with the response.",
        "take_in_draft": "The draft that was edited in Word comes back.",
        "comment_on_draft": "A remark for whoever writes it.",
        "check_response": "Somebody else reads it before it is signed.",
        "sign_response": "By the responsible person or who signs for them; it then goes.",
        "answer_at_once": "Outcome, answer and signature on one page.",
        # Putting it right
        "decide_remedy": "An apology, something done, or money.",
        "record_remedy_answer": "They accept it, or not.",
        "give_remedy": "Given, done or paid, and when.",
        "plan_improvement": "What changes, whose it is, by when. It outlives the case.",
        "tell_improvements": "A letter with what was done because they spoke.",
        # After the answer
        "record_questions": "They ask what the answer means.",
        "answer_questions": "A letter that answers them.",
        "open_round": "A second round, with a date of its own.",
        "request_review": "They ask that the decision is looked at again.",
        "decide_late_request": "It came after the time for it.",
        "complete_review": "By somebody who had no part in the decision.",
        "send_review_outcome": "The letter with the final position.",
        # The Ombudsman
        "record_ombudsman_request": "The file, an answer or comments, by a day.",
        "answer_ombudsman": "What went, and when.",
        "record_ombudsman_decision": "And what was recommended.",
        "comply_with_ombudsman": "With how, and when.",
        # Withdrawal
        "withdraw": "They do not want to go on.",
        "confirm_withdrawal": "A letter, with the way back if they change their mind.",
        "answer_take_up": "They withdrew, and want to go on: it is taken up again, or not, with a letter.",
        "record_learning": "From a complaint that was withdrawn.",
        # Every day
        "record_adjustments": "Large print, an interpreter, a way to be reached.",
        "add_file_note": "A call, a talk, an email, and what was promised in it.",
        "keep_promise": "Something promised in passing is done.",
        "let_promise_go": "It is not wanted any more, or cannot be done.",
        # When something goes wrong
        "record_breach": "A letter or email to the wrong person, a loss.",
        "judge_breach": "Whether the ICO and the person are told.",
        "follow_up_breach": "Who was told, and what was put right.",
        "record_death": "Letters to them stop.",
        "let_speak": "After a death: who goes on with it.",
        "correct_person": "A name, a date of birth or an NHS number was wrong.",
        "move_entry": "A note or message that was on the wrong case.",
        # How the person contacts us
        "talk_about_contact": "What happens, and what would help.",
        "warn_about_contact": "A letter: what happened, what we ask, what may follow.",
        "limit_contact": "Until a day, with a letter, and never on what they are owed.",
        "review_contact_limit": "It ends or goes on, before its last day.",
        "record_contact_appeal": "They say that the limit is wrong.",
        "answer_contact_appeal": "By somebody who did not decide it.",
        "match_person": "What was arranged with them counts on this case too.",
        # Safety
        "flag_safety": "What to know before anybody meets or rings them.",
        "review_safety_flag": "It is still needed, until another day.",
        "lift_safety_flag": "It is not needed any more.",
        # Who can see the case
        "give_case": "To a colleague, an advocate or a reviewer, for a time.",
        "take_back_case": "They see it no longer.",
        "restrict_case": "Only its handler, who was given it, and who must.",
        "lift_restriction": "Everybody in the office sees it again.",
        # Who helps the person
        "record_advocate": "Who may read, write for them, come to meetings.",
        "record_advocate_end": "The person said so. It ends at once.",
        # A copy of the file for somebody
        "begin_copy": "For the person, another organisation, the Ombudsman or a court.",
        "mark_copy": "Whole papers, or words wherever they stand, and on which ground.",
        "unmark_copy": "What was taken out by mistake, with the log kept.",
        "check_copy": "Somebody else reads it before it goes.",
        "give_copy": "With a letter that says what was left out, and why.",
        "end_copy": "It is not sent after all.",
        # The file
        "describe_for_return": "What KO41a or KO41b asks, once.",
        "keep_file_longer": "Beyond its time, with the reason.",
        "keep_file_no_longer": "It is kept for its time alone again.",
        "propose_destruction": "Its time is over; a second person decides.",
        "destroy_file": "By a second person. It cannot be undone.",
        # The case
        "assign_handler": "Whose case it is from now on.",
        "settle": "The person is content, and nothing more is owed.",
        "close_case": "All is done; the file is kept for its time.",
        "reopen_case": "Its dates go on as they were.",
        "correct_entry": "A wrong day or kind; what stood before stays readable.",
        "issue_follow_link": "For the person to see how it stands; the old one ends.",
        "revoke_follow_link": "Nobody can follow by it any more.",
        "put_under_procedure": "It is also of another kind.",
        "end_procedure": "The others go on.",
        "record_named_event": "A step that stands in our procedure alone.",
    }
)


def in_few_words(action: str) -> str:
    """What an action does, by its name in casework; nothing where nobody has said it."""
    return IN_FEW_WORDS.get(action, "")
