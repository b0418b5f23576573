"""Which addresses lead to the staff's office: signing in, the worklist, letters, a new complaint, the people?"""

from __future__ import annotations

from django.urls import path

from putright.web.pages.administration import administration
from putright.web.pages.adopt import adopt
from putright.web.pages.appoint import appoint
from putright.web.pages.end_appointment import end_appointment
from putright.web.pages.give_account import give_account
from putright.web.pages.letter import letter
from putright.web.pages.letters import letters
from putright.web.pages.new_complaint import new_complaint
from putright.web.pages.organisation import organisation
from putright.web.pages.password import password
from putright.web.pages.places import places
from putright.web.pages.set_up import set_up
from putright.web.pages.set_up_check import set_up_check
from putright.web.pages.set_up_question import set_up_question
from putright.web.pages.sign_in import sign_in
from putright.web.pages.sign_out import sign_out
from putright.web.pages.work import work

office_addresses = [
    path("set-up", set_up, name="set-up"),
    path("set-up/check", set_up_check, name="set-up-check"),
    path("set-up/<slug:question>", set_up_question, name="set-up-question"),
    path("sign-in", sign_in, name="sign-in"),
    path("sign-out", sign_out, name="sign-out"),
    path("places", places, name="places"),
    path("work", work, name="work"),
    path("letters", letters, name="letters"),
    path("letters/<str:reference>/<int:number>", letter, name="letter"),
    path("complaints/new", new_complaint, name="new-complaint"),
    path("password", password, name="password"),
    path("administration", administration, name="administration"),
    path("administration/appoint", appoint, name="appoint"),
    path("administration/appointments/<int:number>/end", end_appointment, name="end-appointment"),
    path("administration/people/<int:person>/account", give_account, name="give-account"),
    path("administration/procedure", adopt, name="adopt"),
    path("administration/organisation", organisation, name="organisation"),
]
