"""What does a web server call? The site as a WSGI application: `gunicorn putright.config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

from putright.config.installation import SETTINGS_MODULE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)

application = get_wsgi_application()
