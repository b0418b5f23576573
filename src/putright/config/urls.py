"""Which address leads where? The health check here; every page from the web room."""

from django.urls import include, path

from putright.config.health import healthz
from putright.web.pages import errors

urlpatterns = [path("healthz", healthz, name="healthz"), path("", include("putright.web.urls"))]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
