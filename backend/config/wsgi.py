"""What gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from server.core import start_checks

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
start_checks.run()
