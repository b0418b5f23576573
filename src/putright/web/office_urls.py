"""Which addresses lead to the staff's office: signing in, the worklist, letters, a new complaint, the people?"""

from __future__ import annotations

from django.urls import path

from putright.web.pages.administration import administration
from putright.web.pages.adopt import adopt
from putright.web.pages.advocate import advocate, advocate_case, advocate_meeting, advocate_stop
from putright.web.pages.advocate_draft import advocate_draft
from putright.web.pages.advocate_help import advocate_help, advocate_prepare
from putright.web.pages.advocate_papers import advocate_file, advocate_letter
from putright.web.pages.appoint import appoint
from putright.web.pages.authenticator import authenticator
from putright.web.pages.away import away, away_end
from putright.web.pages.background_work import background_work
from putright.web.pages.breaches import breaches
from putright.web.pages.choose_password import choose_password
from putright.web.pages.contact_limits import contact_limits
from putright.web.pages.devices import device_end, devices_end
from putright.web.pages.end_appointment import end_appointment
from putright.web.pages.equalities import equalities
from putright.web.pages.feedback import feedback
from putright.web.pages.feedback_new import feedback_new
from putright.web.pages.feedback_one import feedback_one
from putright.web.pages.feedback_step import feedback_step
from putright.web.pages.figures import figures, figures_cases, figures_download
from putright.web.pages.find import find
from putright.web.pages.forgotten_password import forgotten_password
from putright.web.pages.identity_end import identity_end, password_end
from putright.web.pages.improvement import improvement_page
from putright.web.pages.improvement_change import improvement_change
from putright.web.pages.improvements import improvements_list
from putright.web.pages.incoming import incoming
from putright.web.pages.incoming_aside import incoming_aside
from putright.web.pages.incoming_call import incoming_call
from putright.web.pages.incoming_file import incoming_file
from putright.web.pages.incoming_message import incoming_message
from putright.web.pages.incoming_seen import incoming_seen
from putright.web.pages.incoming_tried import incoming_tried
from putright.web.pages.invite import invite
from putright.web.pages.keeping import keeping
from putright.web.pages.leaving import leaving
from putright.web.pages.letter import letter
from putright.web.pages.letters import letters
from putright.web.pages.looks import looks, looks_of_person
from putright.web.pages.new_complaint import new_complaint
from putright.web.pages.organisation import organisation
from putright.web.pages.passkey_add import passkey_add
from putright.web.pages.passkey_remove import passkey_remove
from putright.web.pages.password import password
from putright.web.pages.password_link import password_link
from putright.web.pages.person import person
from putright.web.pages.places import places
from putright.web.pages.print_letters import print_letters
from putright.web.pages.recovery_codes import recovery_codes
from putright.web.pages.reset_second_factor import reset_second_factor
from putright.web.pages.returns import returns
from putright.web.pages.returns_cases import returns_cases
from putright.web.pages.returns_download import returns_download
from putright.web.pages.revoke_invitation import revoke_invitation
from putright.web.pages.security import security
from putright.web.pages.set_up import set_up
from putright.web.pages.set_up_check import set_up_check
from putright.web.pages.set_up_question import set_up_question
from putright.web.pages.sign_in import sign_in
from putright.web.pages.sign_in_again import sign_in_again
from putright.web.pages.sign_in_code import sign_in_code
from putright.web.pages.sign_in_identity import (
    link_identity_begin,
    sign_in_identity,
    sign_in_identity_back,
    sign_out_identity,
)
from putright.web.pages.sign_in_link import sign_in_link
from putright.web.pages.sign_in_passkey import sign_in_passkey
from putright.web.pages.sign_in_recovery import sign_in_recovery
from putright.web.pages.sign_out import sign_out
from putright.web.pages.stand_in import stand_in
from putright.web.pages.statement import statement
from putright.web.pages.statement_add import statement_add
from putright.web.pages.statement_decline import statement_decline
from putright.web.pages.statements import statements
from putright.web.pages.take_back_letters import take_back_letters
from putright.web.pages.team import team
from putright.web.pages.to_take import to_take
from putright.web.pages.waiting import waiting
from putright.web.pages.work import work
from putright.web.pages.work_download import work_download

office_addresses = [
    path("set-up", set_up, name="set-up"),
    path("set-up/check", set_up_check, name="set-up-check"),
    path("set-up/<slug:question>", set_up_question, name="set-up-question"),
    path("sign-in", sign_in, name="sign-in"),
    path("sign-in/code", sign_in_code, name="sign-in-code"),
    path("sign-in/passkey", sign_in_passkey, name="sign-in-passkey"),
    path("sign-in/recovery", sign_in_recovery, name="sign-in-recovery"),
    path("sign-in/again", sign_in_again, name="sign-in-again"),
    path("sign-in/identity", sign_in_identity, name="sign-in-identity"),
    path("sign-in/identity/back", sign_in_identity_back, name="sign-in-identity-back"),
    path("sign-in/forgotten", forgotten_password, name="forgotten-password"),
    path("sign-in/link/<str:secret>", sign_in_link, name="sign-in-link"),
    path("sign-in/choose-password", choose_password, name="choose-password"),
    path("sign-out", sign_out, name="sign-out"),
    path("sign-out/identity", sign_out_identity, name="sign-out-identity"),
    path("places", places, name="places"),
    path("work", work, name="work"),
    path("advocate", advocate, name="advocate"),
    path("advocate/help-to-complain", advocate_help, name="advocate-help"),
    path("advocate/<str:reference>", advocate_case, name="advocate-case"),
    path("advocate/<str:reference>/write/<slug:kind>", advocate_draft, name="advocate-draft"),
    path("advocate/<str:reference>/meeting", advocate_meeting, name="advocate-meeting"),
    path("advocate/<str:reference>/prepare", advocate_prepare, name="advocate-prepare"),
    path("advocate/<str:reference>/letters/<int:number>", advocate_letter, name="advocate-letter"),
    path("advocate/<str:reference>/file", advocate_file, name="advocate-file"),
    path("advocate/<str:reference>/stop", advocate_stop, name="advocate-stop"),
    path("equalities", equalities, name="equalities"),
    path("figures", figures, name="figures"),
    path("contact-limits", contact_limits, name="contact-limits"),
    path("figures/cases", figures_cases, name="figures-cases"),
    path("figures/download", figures_download, name="figures-download"),
    path("find", find, name="find"),
    path("statements", statements, name="statements"),
    path("statements/<int:number>", statement, name="statement"),
    path("statements/<int:number>/add", statement_add, name="statement-add"),
    path("statements/<int:number>/decline", statement_decline, name="statement-decline"),
    path("work/waiting", waiting, name="waiting"),
    path("away", away, name="away"),
    path("away/<int:number>/end", away_end, name="away-end"),
    path("work/download", work_download, name="work-download"),
    path("letters", letters, name="letters"),
    path("letters/print/<str:day>", print_letters, name="print-letters"),
    path("letters/take-back", take_back_letters, name="take-back-letters"),
    path("letters/<str:reference>/<int:number>", letter, name="letter"),
    path("incoming", incoming, name="incoming"),
    path("incoming/call", incoming_call, name="incoming-call"),
    path("incoming/<int:number>", incoming_message, name="incoming-message"),
    path("incoming/<int:number>/aside", incoming_aside, name="incoming-aside"),
    path("incoming/<int:number>/tried", incoming_tried, name="incoming-tried"),
    path("incoming/<int:number>/seen", incoming_seen, name="incoming-seen"),
    path("incoming/<int:number>/files/<int:file>", incoming_file, name="incoming-file"),
    path("breaches", breaches, name="breaches"),
    path("keeping", keeping, name="keeping"),
    path("improvements", improvements_list, name="improvements"),
    path("improvements/<int:number>", improvement_page, name="improvement"),
    path("improvements/<int:number>/change", improvement_change, name="improvement-change"),
    path("feedback", feedback, name="feedback"),
    path("feedback/new", feedback_new, name="feedback-new"),
    path("feedback/<int:number>", feedback_one, name="feedback-one"),
    path("feedback/<int:number>/<slug:step>", feedback_step, name="feedback-step"),
    path("returns", returns, name="returns"),
    path("returns/cases", returns_cases, name="returns-cases"),
    path("returns/download", returns_download, name="returns-download"),
    path("complaints/new", new_complaint, name="new-complaint"),
    path("looks", looks, name="looks"),
    path("looks/people/<int:number>", looks_of_person, name="looks-of-person"),
    path("security", security, name="security"),
    path("security/authenticator", authenticator, name="authenticator"),
    path("security/passkeys/add", passkey_add, name="passkey-add"),
    path("security/passkeys/<int:number>/remove", passkey_remove, name="passkey-remove"),
    path("security/identity/link", link_identity_begin, name="link-identity"),
    path("security/identity/end", identity_end, name="identity-end"),
    path("security/password/end", password_end, name="password-end"),
    path("security/recovery-codes", recovery_codes, name="recovery-codes"),
    path("security/devices/<int:number>/end", device_end, name="device-end"),
    path("security/devices/end", devices_end, name="devices-end"),
    path("password", password, name="password"),
    path("administration", administration, name="administration"),
    path("administration/appoint", appoint, name="appoint"),
    path("administration/appointments/<int:number>/end", end_appointment, name="end-appointment"),
    path("administration/people/<int:number>", person, name="person"),
    path("administration/people/<int:number>/team", team, name="team"),
    path("administration/people/<int:number>/leaving", leaving, name="leaving"),
    path("administration/people/<int:number>/invite", invite, name="invite"),
    path("administration/people/<int:number>/revoke-invitation", revoke_invitation, name="revoke-invitation"),
    path("administration/people/<int:number>/password-link", password_link, name="password-link"),
    path("administration/people/<int:number>/reset-second-step", reset_second_factor, name="reset-second-factor"),
    path("administration/procedure", adopt, name="adopt"),
    path("administration/background-work", background_work, name="background-work"),
    path("administration/stand-in/<str:reference>", stand_in, name="stand-in"),
    path("cases-to-take", to_take, name="to-take"),
    path("administration/organisation", organisation, name="organisation"),
]
