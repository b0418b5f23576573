"""Which addresses are for everybody: finding out whom to complain to, complaining, following, procedures?"""

from __future__ import annotations

from django.urls import path

from putright.web.pages.complain import complain
from putright.web.pages.complain_check import complain_check
from putright.web.pages.complain_done import complain_done
from putright.web.pages.complain_question import complain_question
from putright.web.pages.follow import follow
from putright.web.pages.follow_link import follow_link
from putright.web.pages.following import following, following_end
from putright.web.pages.not_yet import not_yet

public_addresses = [
    path("find-out", not_yet, name="signpost"),
    path("complain", complain, name="complain"),
    path("complain/check", complain_check, name="complain-check"),
    path("complain/sent", complain_done, name="complain-done"),
    path("complain/<slug:question>", complain_question, name="complain-question"),
    path("follow", follow, name="follow"),
    path("follow/<str:secret>", follow_link, name="follow-link"),
    path("following", following, name="following"),
    path("following/end", following_end, name="following-end"),
    path("procedures", not_yet, name="procedures"),
    path("procedures/<slug:body>", not_yet, name="procedure"),
]
