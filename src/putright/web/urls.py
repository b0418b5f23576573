"""Which address shows which page? The name of an address is the name of its page's file and template."""

from __future__ import annotations

from django.urls import path

from putright.web.office_urls import office_addresses
from putright.web.pages import about, errors
from putright.web.pages.act import act
from putright.web.pages.before_meeting import before_meeting_of_case
from putright.web.pages.case import case
from putright.web.pages.case_looks import case_looks
from putright.web.pages.copies import copies_of_case, copy_to_read
from putright.web.pages.copy_paper import copy_paper
from putright.web.pages.draft_to_edit import draft_document
from putright.web.pages.drafts import drafts_of_case
from putright.web.pages.everything import everything
from putright.web.pages.handling import handling_of_case
from putright.web.pages.home import home
from putright.web.pages.investigation import investigation_of_case
from putright.web.pages.paper import paper
from putright.web.pages.progress import progress
from putright.web.pages.whole_file import handover, whole_file, whole_file_part
from putright.web.public_urls import public_addresses

urlpatterns = [
    path("", home, name="home"),
    *public_addresses,
    path("cases/<str:reference>", case, name="case"),
    path("cases/<str:reference>/papers/<int:number>", paper, name="paper"),
    path("cases/<str:reference>/whole-file", whole_file, name="whole-file"),
    path("cases/<str:reference>/whole-file/handover", handover, name="handover"),
    path("cases/<str:reference>/whole-file/<int:part>", whole_file_part, name="whole-file-part"),
    path("cases/<str:reference>/copies", copies_of_case, name="copies"),
    path("cases/<str:reference>/copies/as-it-would-go", copy_to_read, name="copy-to-read"),
    path("cases/<str:reference>/copies/papers/<int:number>", copy_paper, name="copy-paper"),
    path("cases/<str:reference>/progress", progress, name="progress"),
    path("cases/<str:reference>/do", everything, name="everything"),
    path("cases/<str:reference>/drafts", drafts_of_case, name="drafts"),
    path("cases/<str:reference>/handling", handling_of_case, name="handling"),
    path("cases/<str:reference>/investigation", investigation_of_case, name="investigation"),
    path("cases/<str:reference>/before-meeting", before_meeting_of_case, name="before-meeting"),
    path("cases/<str:reference>/looks", case_looks, name="case-looks"),
    path("cases/<str:reference>/draft.docx", draft_document, name="draft-to-edit"),
    path("cases/<str:reference>/<slug:action>", act, name="act"),
    path("cases/<str:reference>/<slug:action>/<int:number>", act, name="act-on"),
    *office_addresses,
    path("how-complaints-work", about.how_complaints_work, name="how-complaints-work"),
    path("without-the-web", about.without_the_web, name="without-the-web"),
    path("accessibility-statement", about.accessibility_statement, name="accessibility-statement"),
    path("privacy", about.privacy, name="privacy"),
    path("cookies", about.cookies, name="cookies"),
]

# Django looks for these names in the root address list, which imports them from here.
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
