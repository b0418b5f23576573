"""Which addresses are for everybody: finding out whom to complain to, complaining, following, procedures?"""

from __future__ import annotations

from django.urls import path

from putright.web.pages.call_me import call_me, call_me_asked
from putright.web.pages.complain import complain
from putright.web.pages.complain_about_you import complain_about_you
from putright.web.pages.complain_back import complain_back, complain_back_link
from putright.web.pages.complain_check import complain_check
from putright.web.pages.complain_done import complain_done
from putright.web.pages.complain_on_paper import complain_on_paper
from putright.web.pages.complain_question import complain_question
from putright.web.pages.complain_remove import complain_remove
from putright.web.pages.complain_saved import complain_saved
from putright.web.pages.consent import consent, consent_answer, consent_end, consent_link, consent_take_back
from putright.web.pages.follow import follow
from putright.web.pages.follow_code import follow_code, follow_code_enter
from putright.web.pages.follow_link import follow_link
from putright.web.pages.following import following, following_end
from putright.web.pages.following_advocates import following_end_advocate, following_name_advocate
from putright.web.pages.following_answer import (
    following_accept_answer,
    following_ask_about_answer,
    following_ask_for_review,
)
from putright.web.pages.following_ask import following_ask
from putright.web.pages.following_contact import following_contact, following_email
from putright.web.pages.following_draft import following_draft, following_draft_file
from putright.web.pages.following_go_on import following_go_on
from putright.web.pages.following_how_it_went import following_how_it_went
from putright.web.pages.following_letter import following_letter
from putright.web.pages.following_meeting import following_calendar, following_meeting
from putright.web.pages.following_message import following_message
from putright.web.pages.following_ombudsman import following_file, following_ombudsman
from putright.web.pages.following_prepare import following_prepare
from putright.web.pages.following_stop_email import following_stop_email
from putright.web.pages.following_withdraw import following_withdraw
from putright.web.pages.language import language
from putright.web.pages.procedure import procedure
from putright.web.pages.procedure_form import procedure_form, procedure_schema_file
from putright.web.pages.procedures import procedures
from putright.web.pages.signpost import signpost, signpost_question
from putright.web.pages.signpost_answer import signpost_answer
from putright.web.pages.tell_us import tell_us, tell_us_what, told_us

public_addresses = [
    path("find-out", signpost, name="signpost"),
    path("find-out/answer", signpost_answer, name="signpost-answer"),
    path("find-out/<slug:question>", signpost_question, name="signpost-question"),
    path("call-me", call_me, name="call-me"),
    path("call-me/<slug:body>", call_me_asked, name="call-me-asked"),
    path("tell-us", tell_us, name="tell-us"),
    path("tell-us/sent/<slug:kind>/<slug:body>", told_us, name="told-us"),
    path("tell-us/<slug:kind>", tell_us_what, name="tell-us-what"),
    path("complain", complain, name="complain"),
    path("complain/about-you", complain_about_you, name="complain-about-you"),
    path("complain/check", complain_check, name="complain-check"),
    path("complain/on-paper", complain_on_paper, name="complain-on-paper"),
    path("complain/remove/<int:number>", complain_remove, name="complain-remove"),
    path("complain/saved", complain_saved, name="complain-saved"),
    path("complain/back", complain_back, name="complain-back"),
    path("complain/back/<str:secret>", complain_back_link, name="complain-back-link"),
    path("complain/back/<str:secret>/", complain_back_link),  # as some mail programs write it
    path("complain/sent", complain_done, name="complain-done"),
    path("complain/<slug:question>", complain_question, name="complain-question"),
    path("consent", consent, name="consent"),
    path("consent/answer", consent_answer, name="consent-answer"),
    path("consent/take-back", consent_take_back, name="consent-take-back"),
    path("consent/end", consent_end, name="consent-end"),
    path("consent/code/<str:secret>", consent_link, name="consent-link"),
    path("follow", follow, name="follow"),
    path("follow-code", follow_code, name="follow-code"),
    path("follow-code/enter", follow_code_enter, name="follow-code-enter"),
    path("follow/<str:secret>", follow_link, name="follow-link"),
    path("follow/<str:secret>/", follow_link),  # as some mail programs write it
    path("following", following, name="following"),
    path("following/meeting", following_meeting, name="following-meeting"),
    path("following/meeting/calendar", following_calendar, name="following-calendar"),
    path("following/letter/<int:number>", following_letter, name="following-letter"),
    path("following/our-answer/enough", following_accept_answer, name="following-accept-answer"),
    path("following/our-answer/questions", following_ask_about_answer, name="following-ask-about-answer"),
    path("following/our-answer/look-again", following_ask_for_review, name="following-ask-for-review"),
    path("following/ombudsman", following_ombudsman, name="following-ombudsman"),
    path("following/ombudsman/file", following_file, name="following-file"),
    path("following/message", following_message, name="following-message"),
    path("following/ask", following_ask, name="following-ask"),
    path("following/contact", following_contact, name="following-contact"),
    path("following/contact/email", following_email, name="following-email"),
    path("following/withdraw", following_withdraw, name="following-withdraw"),
    path("following/how-it-went", following_how_it_went, name="following-how-it-went"),
    path("following/stop-email", following_stop_email, name="following-stop-email"),
    path("following/go-on", following_go_on, name="following-go-on"),
    path("following/name-advocate", following_name_advocate, name="following-name-advocate"),
    path("following/end-advocate", following_end_advocate, name="following-end-advocate"),
    path("following/prepare", following_prepare, name="following-prepare"),
    path("following/draft/<int:number>", following_draft, name="following-draft"),
    path("following/draft/<int:number>/files/<int:file>", following_draft_file, name="following-draft-file"),
    path("following/end", following_end, name="following-end"),
    path("language/<slug:code>", language, name="language"),
    path("procedures", procedures, name="procedures"),
    path("procedures/schema.json", procedure_schema_file, name="procedure-schema"),
    path("procedures/<slug:body>", procedure, name="procedure"),
    path("procedures/<slug:body>/<slug:version>", procedure, name="procedure-version"),
    path("procedures/<slug:body>/<slug:version>/<str:form>", procedure_form, name="procedure-form"),
]
