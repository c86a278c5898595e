"""The WSGI application, for gunicorn or any other server: ``diemtin.site.wsgi:application``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diemtin.site.settings")
application = get_wsgi_application()

from diemtin.site.caching import keep_warm  # noqa: E402 - needs the settings

keep_warm()
